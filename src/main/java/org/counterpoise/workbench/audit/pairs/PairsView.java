package org.counterpoise.workbench.audit.pairs;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.figure.Look;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.Desk;
import org.counterpoise.workbench.widget.FigureExportPopOver;
import org.counterpoise.workbench.widget.Icons;
import org.counterpoise.workbench.widget.Texts;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

import java.util.function.BiConsumer;

/// The picture of the pairs with its controls, its legend, and what is pointed at and picked.
final class PairsView extends VBox {
    private static final int MARK = 5;

    private final PairsModel model;
    private final Desk desk;
    private final PairsCanvas canvas;
    private final FlowPane legend = new FlowPane(14, 4);
    private final Label pointed = Texts.muted("");
    private final Button rows;
    private int picked;

    /// @param showRows where picked rows are shown; told what they are
    PairsView(PairsModel model, Desk desk, BiConsumer<int[], String> showRows) {
        super(8);
        this.model = model;
        this.desk = desk;
        this.canvas = new PairsCanvas(model, desk.dark(), this::point);
        canvas.setId("pairs-canvas");
        this.rows =
                Buttons.plain(
                        "",
                        () -> {
                            int[] found = model.pickedRows();
                            showRows.accept(found, model.pickedWords(found.length));
                        });
        rows.setId("pairs-rows");
        legend.setId("pairs-legend");
        pointed.setId("pairs-pointed");
        canvas.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER && picked > 0) {
                        rows.fire();
                        event.consume();
                    }
                });
        getChildren().addAll(controls(), legend, canvas, pointed, rows);
        model.colouring().subscribe(_ -> showLegend());
        desk.dark().subscribe(_ -> showLegend());
        model.brush().subscribe(_ -> showPicked());
        model.jitter().subscribe(_ -> showPicked());
        model.density().subscribe(_ -> showPicked());
    }

    // ---- controls ---------------------------------------------------------------------------

    private Node controls() {
        FlowPane bar = new FlowPane(8, 8);
        bar.setAlignment(Pos.CENTER_LEFT);
        if (!model.cloud().colourings().isEmpty()) {
            bar.getChildren().add(colourBy());
        }
        ToggleButton density = toggle("Density", "pairs-density", "Many pairs as density (D)");
        density.selectedProperty().bindBidirectional(model.density());
        ToggleButton jitter =
                toggle(
                        "Jitter",
                        "pairs-jitter",
                        "Marks are moved a little, so that equal pairs can be told apart (J)");
        jitter.selectedProperty().bindBidirectional(model.jitter());
        jitter.disableProperty().bind(model.density());
        ToggleButton histogram =
                toggle("Histogram", "pairs-histogram", "The distribution of the differences (H)");
        histogram.selectedProperty().bindBidirectional(model.histogram());
        Button export =
                Icons.button(
                        BootstrapIcons.DOWNLOAD,
                        "Export what is in view as SVG, PDF or PNG",
                        () -> {});
        export.setOnAction(
                _ -> new FigureExportPopOver(desk, new PairsFigure(model).figure()).show(export));
        export.setId("pairs-export");
        bar.getChildren()
                .addAll(
                        density,
                        jitter,
                        histogram,
                        Icons.button(BootstrapIcons.ZOOM_IN, "Zoom in (+)", () -> model.zoom(true)),
                        Icons.button(
                                BootstrapIcons.ZOOM_OUT, "Zoom out (−)", () -> model.zoom(false)),
                        Icons.button(
                                BootstrapIcons.ARROWS_FULLSCREEN, "Show all (0)", model::reset),
                        export);
        return bar;
    }

    private static ToggleButton toggle(String text, String id, String tip) {
        ToggleButton toggle = new ToggleButton(text);
        toggle.setId(id);
        toggle.getStyleClass().add("pill");
        toggle.setTooltip(new Tooltip(tip));
        return toggle;
    }

    private Node colourBy() {
        ComboBox<String> by = new ComboBox<>();
        by.setId("pairs-colour");
        by.setAccessibleText("Colour by");
        by.setTooltip(new Tooltip("Colour by the groups of an attribute (C)"));
        by.getItems().add("One colour");
        model.cloud().colourings().forEach(c -> by.getItems().add("By " + c.attribute()));
        by.setOnAction(_ -> model.colouring().set(by.getSelectionModel().getSelectedIndex() - 1));
        model.colouring()
                .subscribe(colouring -> by.getSelectionModel().select(colouring.intValue() + 1));
        return by;
    }

    // ---- legend -----------------------------------------------------------------------------

    private void showLegend() {
        legend.getChildren().clear();
        model.groups()
                .ifPresent(
                        c -> {
                            for (int g = 0; g < c.labels().size(); g++) {
                                legend.getChildren().add(entry(c, g));
                            }
                        });
        legend.setManaged(!legend.getChildren().isEmpty());
    }

    private Label entry(PairCloud.Colouring colouring, int group) {
        Look look = desk.dark().get() ? Look.DARK : Look.LIGHT;
        int colour = PairsInk.colours(model, look)[group].getRGB();
        int[] stamp = PairRaster.stamp(Mark.of(group), MARK, colour, 1);
        int side = (int) Math.sqrt(stamp.length);
        WritableImage image = new WritableImage(side, side);
        image.getPixelWriter()
                .setPixels(0, 0, side, side, PixelFormat.getIntArgbPreInstance(), stamp, 0, side);
        Label label =
                new Label(
                        colouring.labels().get(group)
                                + " ("
                                + NumberText.count(colouring.counts()[group])
                                + ")",
                        new ImageView(image));
        label.getStyleClass().add("legend-entry");
        return label;
    }

    // ---- pointing and picking ---------------------------------------------------------------

    private void point(String words) {
        pointed.setText(words.isEmpty() ? hint() : words);
    }

    private String hint() {
        String n = NumberText.count(model.cloud().grid().size()) + " pairs. ";
        return n
                + "Drag to pick pairs, with Shift to move; the wheel with Ctrl zooms, a double click"
                + " shows all.";
    }

    private void showPicked() {
        picked = model.pickedRows().length;
        boolean any = model.brush().get().isPresent();
        rows.setVisible(any);
        rows.setManaged(any);
        rows.setDisable(picked == 0);
        rows.setText(
                picked == 0
                        ? "No pair is picked"
                        : "Show the "
                                + (picked == 1 ? "row" : NumberText.count(picked) + " rows")
                                + " in the data table");
        point("");
    }
}
