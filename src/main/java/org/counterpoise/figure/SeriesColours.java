package org.counterpoise.figure;

import org.counterpoise.engine.finding.Hue;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The colours of a figure's series, in order.
final class SeriesColours {
    private SeriesColours() {}

    static <T> List<Color> of(List<T> series, Function<T, Hue> hue, Look look) {
        List<Color> colours = new ArrayList<>();
        int groups = 0;
        for (T one : series) {
            Hue which = hue.apply(one);
            colours.add(Palette.of(which, groups, look));
            if (which == Hue.GROUP) {
                groups++;
            }
        }
        return colours;
    }
}
