package org.counterpoise.workbench.audit;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.stats.Roc;
import org.counterpoise.figure.Look;
import org.counterpoise.figure.Palette;

/// ROC curves with a point per group that follows its threshold. Drawn by hand: a chart made anew
/// for every move of the pointer would lag behind it.
final class RocCanvas extends Region {
    private static final double MARGIN = 34;
    private static final double DOT = 9;

    private final Canvas canvas = new Canvas();
    private final ThresholdModel model;
    private final ObservableBooleanValue dark;

    RocCanvas(ThresholdModel model, ObservableBooleanValue dark) {
        this.model = model;
        this.dark = dark;
        getChildren().add(canvas);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(
                "ROC curves of each group, with a point where its threshold lies; the table beside"
                        + " holds the numbers.");
        setMinSize(220, 220);
        setPrefSize(300, 300);
        model.state().subscribe(_ -> draw());
        dark.subscribe(_ -> draw());
    }

    /// The colour of a group, the same as in its row.
    static Color colour(int group, boolean dark) {
        java.awt.Color c = Palette.of(Hue.GROUP, group, dark ? Look.DARK : Look.LIGHT);
        return Color.rgb(c.getRed(), c.getGreen(), c.getBlue());
    }

    @Override
    protected void layoutChildren() {
        double side = Math.min(getWidth(), getHeight());
        canvas.setWidth(side);
        canvas.setHeight(side);
        draw();
    }

    private void draw() {
        double side = canvas.getWidth() - MARGIN - DOT;
        if (side <= 0) {
            return;
        }
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        axes(g, side);
        for (int group = 0; group < model.thresholds().labels().size(); group++) {
            Roc.Curve curve = model.thresholds().curve(group);
            g.setStroke(colour(group, dark.get()));
            g.setLineWidth(1.5);
            g.beginPath();
            for (int i = 0; i < curve.x().length; i++) {
                g.lineTo(x(curve.x()[i], side), y(curve.y()[i], side));
            }
            g.stroke();
        }
        for (int group = 0; group < model.thresholds().labels().size(); group++) {
            double[] point = model.point(group);
            if (!Double.isNaN(point[0]) && !Double.isNaN(point[1])) {
                double left = x(point[0], side) - DOT / 2;
                double top = y(point[1], side) - DOT / 2;
                g.setFill(colour(group, dark.get()));
                g.fillOval(left, top, DOT, DOT);
                g.setStroke(dark.get() ? Color.gray(0.1) : Color.WHITE);
                g.setLineWidth(1);
                g.strokeOval(left, top, DOT, DOT);
            }
        }
    }

    private void axes(GraphicsContext g, double side) {
        Color ink = dark.get() ? Color.gray(0.7) : Color.gray(0.4);
        g.setStroke(ink.deriveColor(0, 1, 1, 0.5));
        g.setLineWidth(1);
        g.strokeRect(x(0, side), y(1, side), side, side);
        g.strokeLine(x(0, side), y(0, side), x(1, side), y(1, side));
        g.setFill(ink);
        g.setFont(Font.font(11));
        for (int percent = 0; percent <= 100; percent += 50) {
            double at = percent / 100.0;
            double shift = percent == 0 ? 0 : percent == 50 ? 10 : 24;
            g.fillText(percent + "%", x(at, side) - shift, y(0, side) + 14);
            g.fillText(percent + "%", 0, y(at, side) + (percent == 100 ? 10 : 4));
        }
        g.fillText("false positive rate", x(0.5, side) - 45, y(0, side) + 28);
        g.save();
        g.translate(x(0, side) + 13, y(0.5, side) + 45);
        g.rotate(-90);
        g.fillText("true positive rate", 0, 0);
        g.restore();
    }

    private static double x(double share, double side) {
        return MARGIN + share * side;
    }

    private static double y(double share, double side) {
        return DOT / 2 + (1 - share) * side;
    }
}
