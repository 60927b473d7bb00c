package org.counterpoise.workbench.data;

import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;

import java.util.Arrays;

/// A column's distribution as a few bars, without axes: its shape at a glance.
final class MiniHistogram extends Region {
    private static final double HEIGHT = 22;
    private static final double GAP = 1;
    private static final double WIDEST_BAR = 14;

    private final Path bars = new Path();
    private double[] counts = {};

    MiniHistogram() {
        bars.getStyleClass().add("mini-bars");
        bars.setManaged(false);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setMouseTransparent(true);
        getChildren().add(bars);
    }

    /// @param newCounts one per bin, from the left
    void show(double[] newCounts) {
        counts = newCounts.clone();
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        bars.getElements().clear();
        double most = Arrays.stream(counts).max().orElse(0);
        if (most <= 0) {
            return;
        }
        double step = Math.min(WIDEST_BAR, getWidth() / counts.length);
        double gap = step > 3 * GAP ? GAP : 0;
        for (int i = 0; i < counts.length; i++) {
            double height = counts[i] > 0 ? Math.max(1, counts[i] / most * HEIGHT) : 0;
            bars.getElements()
                    .addAll(
                            new MoveTo(i * step, HEIGHT),
                            new VLineTo(HEIGHT - height),
                            new HLineTo((i + 1) * step - gap),
                            new VLineTo(HEIGHT),
                            new ClosePath());
        }
    }
}
