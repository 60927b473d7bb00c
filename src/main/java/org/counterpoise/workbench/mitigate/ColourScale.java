package org.counterpoise.workbench.mitigate;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Rectangle;

import org.counterpoise.engine.finding.Figure.PlateMap;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.figure.Palette;
import org.counterpoise.workbench.widget.Texts;

import java.util.stream.IntStream;

/// What the colours of plates mean: the two ends of the scale and its unit.
final class ColourScale extends HBox {
    private static final int STOPS = 9;

    private final Label low = Texts.caption("");
    private final Label high = Texts.caption("");
    private final Label unit = Texts.caption("");

    ColourScale() {
        super(6);
        setAlignment(Pos.CENTER_LEFT);
        Rectangle strip = new Rectangle(140, 8);
        strip.setFill(
                new LinearGradient(
                        0,
                        0,
                        1,
                        0,
                        true,
                        CycleMethod.NO_CYCLE,
                        IntStream.range(0, STOPS).mapToObj(ColourScale::stop).toList()));
        getChildren().addAll(low, strip, high, unit);
    }

    private static Stop stop(int i) {
        double t = i / (STOPS - 1.0);
        java.awt.Color colour = Palette.diverging(2 * t - 1);
        return new Stop(t, Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue()));
    }

    void show(PlateMap map) {
        low.setText("≤ " + NumberText.short3(map.min()));
        high.setText("≥ " + NumberText.short3(map.max()));
        unit.setText(map.legend());
    }
}
