package org.counterpoise.workbench.shell;

import javafx.scene.Group;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeLineCap;

/// The sign of the program: a beam held level by a counterweight.
final class Logo extends Group {

    Logo(double size) {
        Rectangle ground = new Rectangle(size, size);
        ground.setArcWidth(size * 0.4);
        ground.setArcHeight(size * 0.4);
        ground.getStyleClass().add("logo-ground");
        Line beam = line(size, 0.2, 0.58, 0.8, 0.44, "logo-beam");
        Line post = line(size, 0.55, 0.24, 0.5, 0.78, "logo-post");
        getChildren().addAll(ground, post, beam);
    }

    private static Line line(
            double size, double x1, double y1, double x2, double y2, String style) {
        Line line = new Line(size * x1, size * y1, size * x2, size * y2);
        line.setStrokeWidth(size * 0.1);
        line.setStrokeLineCap(StrokeLineCap.ROUND);
        line.getStyleClass().add(style);
        return line;
    }
}
