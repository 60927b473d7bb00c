package org.counterpoise.workbench.widget;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.controlsfx.control.PopOver;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.figure.FigureExport;
import org.counterpoise.figure.Size;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Asks for format, size and resolution of a figure, then for the file.
public final class FigureExportPopOver extends PopOver {
    private static final int LOWEST_DPI = 72;
    private static final int HIGHEST_DPI = 1200;

    /// The formats a figure can be written in.
    private enum Format {
        SVG,
        PDF,
        PNG;

        String extension() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Desk desk;
    private final Figure figure;
    private final ComboBox<Format> format = new ComboBox<>();
    private final TextField width;
    private final TextField height;
    private final TextField dpi = new TextField("300");
    private final Label problem = Texts.muted("");

    public FigureExportPopOver(Desk desk, Figure figure) {
        this.desk = desk;
        this.figure = figure;
        Size proposed = Size.suiting(figure);
        width = new TextField(Long.toString(Math.round(proposed.widthMm())));
        height = new TextField(Long.toString(Math.round(proposed.heightMm())));
        format.getItems().setAll(Format.values());
        format.getSelectionModel().selectFirst();
        dpi.disableProperty().bind(format.valueProperty().isNotEqualTo(Format.PNG));
        GridPane grid = new GridPane(12, 8);
        row(grid, 0, "Format", format);
        row(grid, 1, "Width, mm", width);
        row(grid, 2, "Height, mm", height);
        row(grid, 3, "Resolution, dpi", dpi);
        Button export = Buttons.primary("Export…", this::export);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        VBox content = new VBox(Texts.heading("Export this figure"), grid, problem, export);
        content.getStyleClass().add("popover-content");
        setContentNode(content);
        setArrowLocation(ArrowLocation.TOP_RIGHT);
        setAnimated(false);
    }

    private static void row(GridPane grid, int row, String name, Node control) {
        Label label = Texts.caption(name);
        label.setLabelFor(control);
        label.setMinWidth(Label.USE_PREF_SIZE);
        grid.addRow(row, label, control);
    }

    private void export() {
        try {
            Size size = new Size(number(width), number(height));
            int resolution = (int) number(dpi);
            if (resolution < LOWEST_DPI || resolution > HIGHEST_DPI) {
                throw new UserProblem(
                        "The resolution is out of range.", "dpi", "Use 72 to 1,200 dpi.");
            }
            Format chosen = Optional.ofNullable(format.getValue()).orElse(Format.SVG);
            hide();
            desk.save(
                    "Export the figure",
                    "figure." + chosen.extension(),
                    (file, _) -> write(file, chosen, size, resolution));
        } catch (UserProblem e) {
            problem.setText(e.what() + " " + e.remedy());
        }
    }

    private static double number(TextField field) {
        try {
            return Double.parseDouble(field.getText().strip().replace(',', '.'));
        } catch (NumberFormatException e) {
            throw new UserProblem(
                    "\"" + field.getText() + "\" is not a number.",
                    "figure size",
                    "Type digits.",
                    e);
        }
    }

    private void write(Path file, Format chosen, Size size, int resolution) throws IOException {
        switch (chosen) {
            case SVG -> Files.writeString(file, FigureExport.svg(figure, size, "figure"));
            case PNG -> Files.write(file, FigureExport.png(figure, size, resolution));
            case PDF -> {
                try (OutputStream out = Files.newOutputStream(file)) {
                    FigureExport.pdf(figure, size, out);
                }
            }
        }
    }
}
