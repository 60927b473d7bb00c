package org.counterpoise.workbench.data;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnProfile;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.MeasurementLevel;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Role;
import org.counterpoise.workbench.widget.ChartView;
import org.counterpoise.workbench.widget.Texts;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One column in detail: its distribution, its numbers, and what is known of it, to be changed.
final class ColumnInspector extends VBox {
    private static final int MOST_LEVELS = 200;

    private final DataModel model;
    private final ChartView chart;

    ColumnInspector(DataModel model) {
        this.model = model;
        this.chart = new ChartView(model.workspace());
        getStyleClass().add("inspector-content");
        setId("column-inspector");
        model.inspected().subscribe(this::refresh);
        model.grid().dataset().subscribe(this::refresh);
        model.described().subscribe(this::refresh);
    }

    private void refresh() {
        Optional<Dataset> data = model.dataset();
        Optional<String> column =
                model.inspected()
                        .get()
                        .filter(name -> data.isPresent() && data.get().schema().has(name));
        if (data.isEmpty() || column.isEmpty()) {
            getChildren()
                    .setAll(
                            Texts.heading("Column"),
                            Texts.muted(
                                    data.isEmpty()
                                            ? "Here you will see a column's distribution and"
                                                    + " change its role."
                                            : "Choose a column by its head to see its"
                                                    + " distribution and change its role."));
            return;
        }
        show(data.get(), data.get().schema().column(column.get()));
    }

    private void show(Dataset data, ColumnInfo info) {
        getChildren()
                .setAll(
                        new VBox(
                                2,
                                Texts.heading(info.title()),
                                Texts.muted(Words.typeAndUnit(info))));
        model.described()
                .get()
                .filter(described -> described.data() == data)
                .ifPresent(described -> showProfile(described, info));
        if (model.rolesEditable()) {
            getChildren().addAll(fields(data, info));
        } else {
            getChildren()
                    .addAll(
                            line("Role", Words.of(info.role())),
                            Texts.muted(
                                    data.part() == Part.HOLDOUT
                                            ? "Roles are changed in the training part; the"
                                                    + " holdout follows."
                                            : "The roles of generated data are those of its"
                                                    + " source."));
        }
    }

    private void showProfile(DataModel.Described described, ColumnInfo info) {
        ColumnProfile profile = described.profile().column(info.name());
        ProfileText.figure(profile, info, described.data().part())
                .ifPresent(
                        figure -> {
                            chart.show(figure);
                            chart.setPrefHeight(170);
                            getChildren().add(chart);
                        });
        VBox stats = new VBox();
        for (Map.Entry<String, String> stat :
                ProfileText.stats(profile, info.type(), described.data().rows())) {
            stats.getChildren().add(line(stat.getKey(), stat.getValue()));
        }
        getChildren().add(stats);
    }

    private static Node line(String name, String value) {
        Label label = Texts.caption(name);
        label.setMinWidth(USE_PREF_SIZE);
        Label number = new Label(value);
        number.setWrapText(true);
        number.setStyle("-fx-text-alignment: right;");
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(8, label, number);
        line.getStyleClass().add("stat-line");
        return line;
    }

    // ---- what can be changed ----------------------------------------------------------------

    private List<Node> fields(Dataset data, ColumnInfo info) {
        List<Node> fields = new java.util.ArrayList<>();
        ComboBox<Role> role = Fields.choice(List.of(Role.values()), Words::of);
        role.setId("role");
        role.setValue(info.role());
        role.setOnAction(_ -> model.assignRole(info.name(), role.getValue()));
        fields.add(Fields.captioned("Role", role));
        fields.add(Texts.muted(Words.help(info.role())));
        if (Roles.judged(info.role())) {
            fields.add(positive(data, info));
        }
        if (info.type().numeric()) {
            fields.add(bands(info));
        }
        TextField unit =
                Fields.text(info.unit(), text -> model.assign(List.of(info.withUnit(text))));
        unit.setPromptText("e.g. mg/dL");
        fields.add(Fields.captioned("Unit", unit));
        TextField label =
                Fields.text(info.label(), text -> model.assign(List.of(info.withLabel(text))));
        label.setPromptText(info.name());
        fields.add(Fields.captioned("Label for people", label));
        ComboBox<MeasurementLevel> level =
                Fields.choice(List.of(MeasurementLevel.values()), Words::of);
        level.setValue(info.level());
        level.setOnAction(_ -> model.assign(List.of(info.withLevel(level.getValue()))));
        fields.add(Fields.captioned("Level of measurement", level));
        return fields;
    }

    private Node positive(Dataset data, ColumnInfo info) {
        List<String> levels =
                data.column(info.name()) instanceof Column.Codes codes
                        ? codes.levels()
                        : data.codes(info.name()).levels();
        ComboBox<String> positive =
                Fields.choice(
                        levels.subList(0, Math.min(MOST_LEVELS, levels.size())), level -> level);
        positive.setId("positive");
        positive.setValue(info.positive().orElse(null));
        positive.setPromptText("choose the value that counts as yes");
        positive.setOnAction(
                _ ->
                        model.assign(
                                List.of(
                                        info.withPositive(
                                                Optional.ofNullable(positive.getValue())))));
        return Fields.captioned("Value that counts as positive", positive);
    }

    private Node bands(ColumnInfo info) {
        TextField bands = Fields.text(Roles.shown(info.binning()), text -> assignBands(info, text));
        bands.setId("bands");
        bands.setPromptText("e.g. 60, 70, 80");
        return Fields.captioned("Bands for groups, divided at", bands);
    }

    private void assignBands(ColumnInfo info, String text) {
        try {
            model.assign(List.of(info.withBinning(Roles.bands(text, info.name()))));
        } catch (UserProblem e) {
            model.workspace().tell(e);
        }
    }
}
