package org.counterpoise.workbench.audit.pairs;

import org.counterpoise.engine.finding.Hue;
import org.counterpoise.figure.Look;
import org.counterpoise.figure.Palette;

import java.awt.Color;

/// The colours and sizes in which pairs are drawn.
final class PairsInk {
    private static final double BIN = 5;
    private static final double PAIRS_PER_SQUARE = 4;
    private static final double SMALLEST_SQUARE = 2;
    private static final double LARGEST_SQUARE = 8;

    private PairsInk() {}

    /// The colours of the groups, the last for pairs of none.
    static Color[] colours(PairsModel model, Look look) {
        int groups = model.names().size();
        Color[] colours = new Color[groups];
        for (int g = 0; g < groups; g++) {
            colours[g] =
                    groups == 1
                            ? Palette.of(Hue.REAL, 0, look)
                            : g == groups - 1 ? look.muted() : Palette.of(Hue.GROUP, g, look);
        }
        return colours;
    }

    /// @param plot where they are drawn
    /// @param scale pixels of the screen to a unit of the window
    static PairRaster.Style style(PairsModel model, Plot plot, double scale, Look look) {
        int n = model.cloud().grid().size();
        Color[] colours = colours(model, look);
        int[] rgb = new int[colours.length];
        for (int g = 0; g < rgb.length; g++) {
            rgb[g] = colours[g].getRGB() & 0xFFFFFF;
        }
        double binWidth = binWidth(model, plot);
        double binFrom = binFrom(model, plot.window(), binWidth);
        return new PairRaster.Style(
                model.density().get(),
                (int) Math.max(1, Math.round(square(model, plot) * scale)),
                radius(n) * scale,
                n <= 200 ? 0.85 : n <= 2_000 ? 0.55 : 0.4,
                binFrom,
                binWidth,
                (int) Math.ceil((plot.window().top() - binFrom) / binWidth),
                look.ground().getRGB() & 0xFFFFFF,
                look == Look.DARK ? 0xFFFFFF : 0x000000,
                rgb);
    }

    /// Of very many, a mark is hardly more than a pixel, which also keeps frames fast.
    private static double radius(int pairs) {
        return pairs <= 200
                ? 3.6
                : pairs <= 2_000 ? 2.8 : pairs <= 20_000 ? 2 : pairs <= 100_000 ? 1 : 0.5;
    }

    /// The fewer pairs there are to a pixel, the larger the squares.
    private static double square(PairsModel model, Plot plot) {
        Window now = model.window().get();
        Window whole = model.cloud().whole();
        double share = now.width() / whole.width() * (now.height() / whole.height());
        double pairs = Math.max(1, model.cloud().grid().size() * share);
        return Math.clamp(
                Math.sqrt(PAIRS_PER_SQUARE * plot.width() * plot.height() / pairs),
                SMALLEST_SQUARE,
                LARGEST_SQUARE);
    }

    /// A few pixels, and a whole number of steps where differences are discrete: else some bins
    /// would hold more values than others.
    private static double binWidth(PairsModel model, Plot plot) {
        double wanted = BIN * plot.differencePerPixel();
        double step = model.cloud().jitter().stepUp();
        return step > 0 ? step * Math.ceil(wanted / step) : wanted;
    }

    /// Bins keep their places when the window moves.
    private static double binFrom(PairsModel model, Window window, double binWidth) {
        double anchor =
                model.cloud().grid().bounds().bottom() - model.cloud().jitter().stepUp() / 2;
        return anchor + Math.floor((window.bottom() - anchor) / binWidth) * binWidth;
    }
}
