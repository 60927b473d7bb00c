package org.counterpoise.workbench.mitigate;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.plate.PlateFigures;
import org.counterpoise.engine.plate.PlateStudy;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.ChartView;
import org.counterpoise.workbench.widget.Desk;
import org.counterpoise.workbench.widget.EvidenceTable;
import org.counterpoise.workbench.widget.Icons;
import org.counterpoise.workbench.widget.Texts;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;

/// Plates as pictures: one before and after the correction, the mean plate, or all of them.
final class PlateView extends VBox {
    /// Below this width the two plates stand one above the other.
    private static final double NARROW = 620;

    private static final double GAP = 16;

    /// What is looked at.
    private enum Kind {
        ONE("One plate"),
        MEAN("Mean plate"),
        ALL("All plates");

        private final String title;

        Kind(String title) {
            this.title = title;
        }
    }

    private final PlateModel model;
    private final PlateCanvas before;
    private final PlateCanvas after;
    private final Label afterTitle = Texts.caption("");
    private final ColourScale scale = new ColourScale();
    private final ComboBox<String> choice = new ComboBox<>();
    private final FlowPane pair = new FlowPane(GAP, GAP);
    private final ChartView chart;
    private final EvidenceTable wells;
    private final Label hint = Texts.muted("");
    private final Button rows;
    private final VBox one = new VBox(10);
    private final StackPane content = new StackPane();
    private final HBox chooser;
    private Kind kind = Kind.ONE;
    private boolean choosing;

    PlateView(PlateModel model, Desk desk) {
        super(12);
        this.model = model;
        getStyleClass().add("card");
        this.before = new PlateCanvas(desk.dark(), model.wells()::set, model::turn);
        this.after = new PlateCanvas(desk.dark(), model.wells()::set, model::turn);
        this.chart = new ChartView(desk);
        this.wells = new EvidenceTable(desk);
        this.rows = Buttons.plain("Show their rows in the data table", model::showRows);
        this.chooser = chooser();
        before.setId("plate-before");
        after.setId("plate-after");
        rows.setId("plate-rows");
        pair.getChildren()
                .setAll(titled(Texts.caption("As measured"), before), titled(afterTitle, after));
        pair.widthProperty().subscribe(_ -> fit());
        HBox below = new HBox(12, hint, rows);
        below.setAlignment(Pos.CENTER_LEFT);
        one.getChildren().setAll(scale, pair, below, wells);
        getChildren().setAll(bar(), content);
        model.told().subscribe(_ -> show());
        model.plate().subscribe(_ -> show());
        model.wells().subscribe(this::showPicked);
    }

    private static VBox titled(Label title, PlateCanvas canvas) {
        return new VBox(4, title, canvas);
    }

    private void fit() {
        double width = pair.getWidth();
        double each = width < NARROW ? width : Math.floor((width - GAP) / 2) - 1;
        pair.getChildren().forEach(node -> ((VBox) node).setPrefWidth(each));
    }

    // ---- what is looked at ------------------------------------------------------------------

    private Node bar() {
        ToggleGroup group = new ToggleGroup();
        FlowPane bar = new FlowPane(8, 8);
        for (Kind each : Kind.values()) {
            ToggleButton pill = new ToggleButton(each.title);
            pill.setId("plates-" + each.name().toLowerCase(java.util.Locale.ROOT));
            pill.getStyleClass().add("pill");
            pill.setToggleGroup(group);
            pill.setSelected(each == kind);
            pill.setOnAction(
                    _ -> {
                        pill.setSelected(true);
                        kind = each;
                        show();
                    });
            bar.getChildren().add(pill);
        }
        bar.getChildren().add(chooser);
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private HBox chooser() {
        choice.setId("plate-choice");
        choice.setAccessibleText("Plate");
        choice.setOnAction(
                _ -> {
                    if (!choosing && choice.getSelectionModel().getSelectedIndex() >= 0) {
                        model.plate().set(choice.getSelectionModel().getSelectedIndex());
                    }
                });
        HBox box =
                new HBox(
                        4,
                        Icons.button(
                                BootstrapIcons.CHEVRON_LEFT,
                                "Previous plate (Page Up)",
                                () -> model.turn(-1)),
                        choice,
                        Icons.button(
                                BootstrapIcons.CHEVRON_RIGHT,
                                "Next plate (Page Down)",
                                () -> model.turn(1)));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private void show() {
        Optional<PlateStudy> study = model.study();
        study.ifPresent(this::show);
    }

    private void show(PlateStudy study) {
        chooser.setVisible(kind == Kind.ONE && study.looks().size() > 1);
        PlateFigures figures = new PlateFigures(study);
        if (kind == Kind.ONE) {
            showOne(study, figures);
        } else {
            Figure figure = kind == Kind.MEAN ? figures.mean() : figures.overview();
            chart.show(figure);
            content.getChildren().setAll(new VBox(8, Texts.muted(figure.summary()), chart));
        }
    }

    private void showOne(PlateStudy study, PlateFigures figures) {
        int plate = Math.min(model.plate().get(), study.looks().size() - 1);
        choosing = true;
        choice.getItems()
                .setAll(
                        IntStream.range(0, study.looks().size())
                                .mapToObj(i -> name(study, i))
                                .toList());
        choice.getSelectionModel().select(plate);
        choosing = false;
        Figure.PlateMap map = figures.beforeAndAfter(plate);
        boolean[] controls = study.screen().plates().get(plate).controls();
        before.show(map, 0, controls, well -> PlateTables.well(study, plate, well));
        after.show(map, 1, controls, well -> PlateTables.well(study, plate, well));
        afterTitle.setText("After " + study.method().label());
        scale.show(map);
        showPicked(model.wells().get());
        content.getChildren().setAll(one);
    }

    /// The name with the number of flagged lines, so that plates worth a look are found.
    private static String name(PlateStudy study, int plate) {
        int lines = study.looks().get(plate).lines().count();
        return study.looked().name(plate) + (lines == 0 ? "" : " · " + lines + " flagged");
    }

    private void showPicked(BitSet picked) {
        before.showPicked(picked);
        after.showPicked(picked);
        boolean any = !picked.isEmpty();
        hint.setText(
                any
                        ? picked.cardinality() + (picked.cardinality() == 1 ? " well" : " wells")
                        : "Drag over wells to see them as rows; dots are controls, triangles point"
                                + " at flagged lines.");
        rows.setVisible(any);
        rows.setManaged(any);
        wells.setVisible(any);
        wells.setManaged(any);
        if (any) {
            model.study()
                    .ifPresent(
                            study ->
                                    wells.show(
                                            PlateTables.wells(study, model.plate().get(), picked)));
        }
    }
}
