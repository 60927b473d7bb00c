package org.counterpoise.workbench.generate;

import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.validate.fidelity.Marginal;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.ChartView;
import org.counterpoise.workbench.widget.Desk;
import org.counterpoise.workbench.widget.Texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One version beside the real data, or two versions side by side: how each was made, and every
/// column in real and synthetic rows on one scale.
final class ComparisonView extends VBox {
    /// Columns drawn at first; drawing many costs time.
    private static final int FIRST = 6;

    private static final double NAMES = 130;
    private static final double NARROWEST = 260;
    private static final double GAP = 12;

    private final Desk desk;
    private final ComparisonModel model;
    private final VBox facts = new VBox();
    private final VBox columns = new VBox(8);

    ComparisonView(Desk desk, ComparisonModel model) {
        this.desk = desk;
        this.model = model;
        setId("comparison");
        getStyleClass().add("card");
        Label first = Texts.caption("Version");
        ComboBox<Optional<Version>> left = choice(model.left(), "compare-left", false);
        first.setLabelFor(left);
        Label second = Texts.caption("beside");
        ComboBox<Optional<Version>> right = choice(model.right(), "compare-right", true);
        second.setLabelFor(right);
        HBox choices = new HBox(8, first, left, second, right);
        choices.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        Texts.heading("Real and synthetic, column by column"),
                        choices,
                        facts,
                        columns);
        visibleProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(model.versions()));
        managedProperty().bind(visibleProperty());
        model.facts().subscribe(this::showFacts);
        model.marginals().subscribe(this::showColumns);
    }

    private ComboBox<Optional<Version>> choice(
            ObjectProperty<Optional<Version>> chosen, String id, boolean nothing) {
        ComboBox<Optional<Version>> box = new ComboBox<>();
        box.setId(id);
        box.setAccessibleText(nothing ? "Compare with version" : "Version to look at");
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Optional<Version> version) {
                        return version.map(v -> v.title() + " · " + v.methodName())
                                .orElse("no other version");
                    }

                    @Override
                    public Optional<Version> fromString(String text) {
                        throw new UnsupportedOperationException(text);
                    }
                });
        Runnable fill =
                () -> {
                    List<Optional<Version>> items = new ArrayList<>();
                    model.versions().forEach(version -> items.add(Optional.of(version)));
                    if (nothing) {
                        items.addFirst(Optional.empty());
                    }
                    Optional<Version> now = chosen.get();
                    box.getItems().setAll(items);
                    box.setValue(now);
                };
        model.versions().addListener((ListChangeListener<Version>) _ -> fill.run());
        fill.run();
        chosen.subscribe(box::setValue);
        box.setOnAction(
                _ -> {
                    if (box.getValue() != null) {
                        chosen.set(box.getValue());
                    }
                });
        return box;
    }

    private void showFacts(List<Fact> all) {
        GridPane grid = new GridPane(GAP, 6);
        grid.setId("comparison-facts");
        int versions = all.stream().mapToInt(fact -> fact.values().size()).max().orElse(0);
        ColumnConstraints names = new ColumnConstraints(NAMES);
        grid.getColumnConstraints().add(names);
        for (int v = 0; v < versions; v++) {
            ColumnConstraints wide = new ColumnConstraints();
            wide.setHgrow(Priority.ALWAYS);
            wide.setPercentWidth(versions == 1 ? -1 : 40);
            grid.getColumnConstraints().add(wide);
        }
        for (int row = 0; row < all.size(); row++) {
            Fact fact = all.get(row);
            grid.add(Texts.muted(fact.name()), 0, row);
            for (int v = 0; v < fact.values().size(); v++) {
                String value = fact.values().get(v);
                grid.add(fact.differs() ? Texts.heading(value) : Texts.body(value), v + 1, row);
            }
        }
        facts.getChildren().setAll(grid);
    }

    private void showColumns(Optional<List<Marginal>> marginals) {
        if (marginals.isEmpty()) {
            ProgressIndicator busy = new ProgressIndicator();
            busy.setMaxSize(24, 24);
            busy.setAccessibleText("Comparing columns");
            columns.getChildren().setAll(new HBox(8, busy, Texts.muted("Comparing columns …")));
        } else {
            show(marginals.get(), FIRST);
        }
    }

    private void show(List<Marginal> all, int most) {
        boolean two = all.stream().anyMatch(marginal -> marginal.figures().size() > 1);
        columns.getChildren()
                .setAll(
                        Texts.muted(
                                "Blue is real, orange is synthetic; the least alike column comes"
                                        + " first."));
        List<Marginal> shown = all.subList(0, Math.min(most, all.size()));
        FlowPane singles = new FlowPane(GAP, GAP);
        for (Marginal marginal : shown) {
            List<Node> charts = new ArrayList<>();
            for (int v = 0; v < marginal.figures().size(); v++) {
                charts.add(chart(marginal.figures().get(v), marginal.distances().get(v), v, two));
            }
            if (two) {
                HBox pair = new HBox(GAP);
                pair.getChildren().addAll(charts);
                columns.getChildren().add(pair);
            } else {
                singles.getChildren().addAll(charts);
            }
        }
        if (!two) {
            columns.getChildren().add(singles);
        }
        if (shown.size() < all.size()) {
            columns.getChildren()
                    .add(
                            Buttons.plain(
                                    "Show all " + all.size() + " columns",
                                    () -> show(all, all.size())));
        }
    }

    private Node chart(Figure figure, double distance, int version, boolean two) {
        ChartView chart = new ChartView(desk, figure);
        Optional<Version> of = version == 0 ? model.left().get() : model.right().get();
        Label caption =
                Texts.muted(
                        of.map(v -> two ? v.title() + ": " : "").orElse("")
                                + (Double.isNaN(distance)
                                        ? "no values to compare"
                                        : String.format(
                                                Locale.ROOT,
                                                "%.1f %% of the shares lie elsewhere",
                                                100 * distance)));
        caption.getStyleClass().add("small");
        VBox box = new VBox(2, chart, caption);
        box.setMinWidth(0);
        box.prefWidthProperty()
                .bind(
                        columns.widthProperty()
                                .map(
                                        width ->
                                                Math.max(
                                                        NARROWEST,
                                                        Math.floor(
                                                                (width.doubleValue() - GAP) / 2))));
        return box;
    }
}
