package org.counterpoise.workbench.data;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.session.BenchmarkSource;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.Texts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Asks for the share of each level of a protected attribute in the target population.
final class SharesForm extends VBox {
    private static final int MOST_LEVELS = 100;

    private final DataModel model;
    private final Dataset data;
    private final ComboBox<ColumnInfo> column;
    private final GridPane grid = new GridPane(12, 6);
    private final Label sum = Texts.muted("");
    private final Map<String, TextField> fields = new LinkedHashMap<>();
    private Runnable done = () -> {};

    SharesForm(DataModel model, Dataset data, List<ColumnInfo> protectedColumns) {
        this.model = model;
        this.data = data;
        getStyleClass().add("popover-content");
        column = Fields.choice(protectedColumns, ColumnInfo::title);
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(260);
        column.valueProperty().subscribe(this::showLevels);
        column.getSelectionModel().selectFirst();
        getChildren()
                .addAll(
                        Texts.heading("Shares in the target population, %"),
                        Fields.captioned("Protected attribute", column),
                        scroll,
                        sum,
                        Buttons.primary("Use these shares", this::apply));
    }

    void whenDone(Runnable action) {
        done = action;
    }

    private void showLevels(ColumnInfo info) {
        grid.getChildren().clear();
        fields.clear();
        if (info == null) {
            return;
        }
        List<Grouping.Group> groups = Grouping.of(data, List.of(info.name())).groups();
        for (Grouping.Group group : groups.subList(0, Math.min(MOST_LEVELS, groups.size()))) {
            TextField field = new TextField();
            field.setPrefColumnCount(6);
            field.setAccessibleText("Share of " + group.label() + " in per cent");
            field.textProperty().addListener(_ -> showSum());
            fields.put(group.label(), field);
            Label here =
                    Texts.caption(
                            "here " + NumberText.percent((double) group.count() / data.rows()));
            grid.addRow(fields.size(), new Label(group.label()), field, here);
        }
        showSum();
    }

    private void showSum() {
        double total = fields.values().stream().mapToDouble(SharesForm::value).sum();
        sum.setText(
                Double.isNaN(total)
                        ? "Type a number for each group."
                        : "Together "
                                + NumberText.short3(total)
                                + " %. Shares are scaled to 100 % when used.");
    }

    /// The typed number; NaN if it is none or negative.
    private static double value(TextField field) {
        try {
            double value = Double.parseDouble(field.getText().strip().replace(',', '.'));
            return value >= 0 ? value : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private void apply() {
        double total = fields.values().stream().mapToDouble(SharesForm::value).sum();
        if (!(total > 0)) {
            return;
        }
        Map<String, Double> shares = new LinkedHashMap<>();
        fields.forEach((level, field) -> shares.put(level, value(field) / total));
        model.setTarget(new BenchmarkSource.Typed(Map.of(column.getValue().name(), shares)));
        done.run();
    }
}
