package org.counterpoise.workbench.audit;

import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.HPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

import org.counterpoise.engine.audit.explain.RowModel;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.figure.Look;
import org.counterpoise.figure.Palette;
import org.counterpoise.workbench.widget.Texts;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What each column adds to what the model says of a row: bars for the row as changed, ticks for
/// the row as it is.
final class ShapBars extends VBox {
    private static final int MOST = 10;
    private static final double WIDTH = 150;
    private static final double HEIGHT = 14;
    private static final double TICK = 2;

    private final WhatIfModel model;
    private final ObservableBooleanValue dark;
    private final GridPane grid = new GridPane(8, 4);

    ShapBars(WhatIfModel model, ObservableBooleanValue dark) {
        super(6);
        this.model = model;
        this.dark = dark;
        grid.setId("what-if-bars");
        getChildren()
                .addAll(
                        Texts.heading("What moves it, in " + model.model().unit()),
                        grid,
                        Texts.muted(
                                "Shapley values: bars to the right raise what the model says, to"
                                        + " the left lower it. A tick marks the row as it is."));
        model.answers().subscribe(this::show);
        dark.subscribe(_ -> show(model.answers().get()));
    }

    private void show(Optional<WhatIfModel.Answers> answers) {
        grid.getChildren().clear();
        answers.ifPresent(given -> fill(given.before(), given.now()));
    }

    private void fill(RowModel.Answer before, RowModel.Answer now) {
        List<Integer> shown =
                IntStream.range(0, now.shap().length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(c -> -size(before, now, c)))
                        .limit(MOST)
                        .toList();
        double most = shown.isEmpty() ? 0 : size(before, now, shown.getFirst());
        double scale = most > 0 ? WIDTH / 2 / most : 0;
        int line = 0;
        for (int column : shown) {
            Label name = new Label(model.model().columns().get(column).title());
            name.setMaxWidth(110);
            Label value = new Label(signed(now.shap()[column]));
            value.setMinWidth(Region.USE_PREF_SIZE);
            GridPane.setHalignment(value, HPos.RIGHT);
            Pane bar = bar(before.shap()[column] * scale, now.shap()[column] * scale);
            bar.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
            bar.setAccessibleText(
                    name.getText()
                            + " adds "
                            + signed(now.shap()[column])
                            + ", in the row as it is "
                            + signed(before.shap()[column]));
            grid.addRow(line++, name, bar, value);
        }
    }

    private static double size(RowModel.Answer before, RowModel.Answer now, int column) {
        return Math.max(Math.abs(before.shap()[column]), Math.abs(now.shap()[column]));
    }

    private static String signed(double value) {
        return (value > 0 ? "+" : "") + NumberText.fixed(value, 2);
    }

    private Pane bar(double before, double now) {
        double zero = WIDTH / 2;
        Rectangle bar = new Rectangle(zero + Math.min(0, now), 0, Math.abs(now), HEIGHT);
        bar.setFill(colour(Hue.REAL));
        Rectangle axis = new Rectangle(zero - 0.5, 0, 1, HEIGHT);
        axis.setFill(colour(Hue.NEUTRAL));
        Rectangle tick = new Rectangle(zero + before - TICK / 2, -1, TICK, HEIGHT + 2);
        tick.setFill(dark.get() ? Color.WHITE : Color.BLACK);
        Pane pane = new Pane(bar, axis, tick);
        pane.setMinSize(WIDTH, HEIGHT);
        pane.setPrefSize(WIDTH, HEIGHT);
        pane.setMaxSize(WIDTH, HEIGHT);
        return pane;
    }

    private Color colour(Hue hue) {
        java.awt.Color c = Palette.of(hue, 0, dark.get() ? Look.DARK : Look.LIGHT);
        return Color.rgb(c.getRed(), c.getGreen(), c.getBlue());
    }
}
