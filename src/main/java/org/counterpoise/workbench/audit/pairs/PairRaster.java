package org.counterpoise.workbench.audit.pairs;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// Draws the pairs in a window into pixels: as marks, or, where they are many, as the density of
/// small squares. Counts the differences in view for the histogram beside on the way.
///
/// A frame reads the pairs in view once, in the order of the grid, which keeps neighbours together
/// in memory: a million take a few milliseconds.
final class PairRaster {
    /// A square with a single pair is seen, too.
    private static final double FAINTEST = 0.3;

    /// How a frame is to look.
    ///
    /// @param density squares instead of marks
    /// @param square their side, pixels
    /// @param radius of marks, pixels
    /// @param opacity of marks
    /// @param binFrom where the lowest bin of the histogram begins, a difference
    /// @param binWidth in the unit of the differences
    /// @param bins of the histogram, up to the top of the window
    /// @param ground red, green and blue behind the pairs
    /// @param far what the densest squares are mixed with
    /// @param colours of groups, the last for pairs of none
    record Style(
            boolean density,
            int square,
            double radius,
            double opacity,
            double binFrom,
            double binWidth,
            int bins,
            int ground,
            int far,
            int[] colours) {}

    /// What was seen.
    ///
    /// @param pairs in view
    /// @param most in one square; 0 for marks
    /// @param histogram pairs by group and bin, from the lowest
    record Seen(int pairs, int most, int[][] histogram) {}

    private final int width;
    private final int height;
    private final int[] pixels;
    private int[] counts = new int[0];

    PairRaster(int width, int height) {
        this.width = width;
        this.height = height;
        this.pixels = new int[width * height];
    }

    /// Alpha, red, green and blue, premultiplied, row by row from the top.
    int[] pixels() {
        return pixels;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /// @param codes group of each place; null if all are of the first
    Seen draw(PairGrid grid, byte @Nullable [] codes, Window window, Jitter jitter, Style style) {
        Arrays.fill(pixels, 0);
        int groups = style.colours().length;
        int[][] histogram = new int[groups][style.bins()];
        Pass pass =
                style.density()
                        ? new Squares(grid, codes, window, style, histogram)
                        : new Marks(grid, codes, window, jitter, style, histogram);
        Window wider =
                new Window(
                        window.left() - jitter.across(),
                        window.right() + jitter.across(),
                        window.bottom() - jitter.up(),
                        window.top() + jitter.up());
        grid.visit(wider, pass::run);
        return new Seen(pass.pairs, pass.finish(), histogram);
    }

    /// One way through the pairs in view.
    private abstract class Pass {
        final PairGrid grid;
        final byte @Nullable [] codes;
        final Window window;
        final Style style;
        final int[][] histogram;
        final double scaleX;
        final double scaleY;
        final double perBin;
        int pairs;

        Pass(
                PairGrid grid,
                byte @Nullable [] codes,
                Window window,
                Style style,
                int[][] histogram) {
            this.grid = grid;
            this.codes = codes;
            this.window = window;
            this.style = style;
            this.histogram = histogram;
            this.scaleX = width / window.width();
            this.scaleY = height / window.height();
            this.perBin = 1 / style.binWidth();
        }

        abstract void run(int from, int to);

        /// @return the number of pairs in the fullest square
        abstract int finish();

        int group(int place) {
            return codes == null ? 0 : codes[place];
        }

        void count(int group, double difference) {
            int bin = (int) ((difference - style.binFrom()) * perBin);
            histogram[group][Math.clamp(bin, 0, style.bins() - 1)]++;
            pairs++;
        }
    }

    // ---- density ----------------------------------------------------------------------------

    private final class Squares extends Pass {
        private final int across;
        private final int squares;

        Squares(
                PairGrid grid,
                byte @Nullable [] codes,
                Window window,
                Style style,
                int[][] histogram) {
            super(grid, codes, window, style, histogram);
            this.across = Math.ceilDiv(width, style.square());
            this.squares = across * Math.ceilDiv(height, style.square());
            int needed = squares * style.colours().length;
            if (counts.length == needed) {
                Arrays.fill(counts, 0);
            } else {
                counts = new int[needed];
            }
        }

        @Override
        void run(int from, int to) {
            int side = style.square();
            int[] cells = counts;
            for (int place = from; place < to; place++) {
                double px = (grid.x(place) - window.left()) * scaleX;
                double py = (window.top() - grid.y(place)) * scaleY;
                if (px >= 0 && px < width && py >= 0 && py < height) {
                    int group = group(place);
                    cells[group * squares + (int) py / side * across + (int) px / side]++;
                    count(group, grid.y(place));
                }
            }
        }

        @Override
        int finish() {
            int groups = style.colours().length;
            int most = 0;
            for (int square = 0; square < squares; square++) {
                int all = 0;
                for (int g = 0; g < groups; g++) {
                    all += counts[g * squares + square];
                }
                most = Math.max(most, all);
            }
            double scale = most > 1 ? 1 / Math.log(most) : 0;
            for (int square = 0; square < squares; square++) {
                int all = 0;
                double red = 0;
                double green = 0;
                double blue = 0;
                for (int g = 0; g < groups; g++) {
                    int own = counts[g * squares + square];
                    if (own > 0) {
                        int colour = style.colours()[g];
                        all += own;
                        red += own * (double) (colour >> 16 & 0xFF);
                        green += own * (double) (colour >> 8 & 0xFF);
                        blue += own * (double) (colour & 0xFF);
                    }
                }
                if (all > 0) {
                    int hue = rgb(red / all, green / all, blue / all);
                    fill(square, 0xFF000000 | shade(hue, Math.log(all) * scale));
                }
            }
            return most;
        }

        /// From near the ground to the hue, and on towards what is far from the ground.
        private int shade(int hue, double share) {
            double t = FAINTEST + (1 - FAINTEST) * share;
            return t <= 0.75
                    ? mix(style.ground(), hue, t / 0.75)
                    : mix(hue, style.far(), (t - 0.75) * 2);
        }

        private void fill(int square, int colour) {
            int side = style.square();
            int left = square % across * side;
            int right = Math.min(width, left + side);
            int top = square / across * side;
            int bottom = Math.min(height, top + side);
            for (int row = top; row < bottom; row++) {
                Arrays.fill(pixels, row * width + left, row * width + right, colour);
            }
        }
    }

    private static int mix(int from, int to, double share) {
        return rgb(
                (from >> 16 & 0xFF) + share * ((to >> 16 & 0xFF) - (from >> 16 & 0xFF)),
                (from >> 8 & 0xFF) + share * ((to >> 8 & 0xFF) - (from >> 8 & 0xFF)),
                (from & 0xFF) + share * ((to & 0xFF) - (from & 0xFF)));
    }

    private static int rgb(double red, double green, double blue) {
        return (int) (red + 0.5) << 16 | (int) (green + 0.5) << 8 | (int) (blue + 0.5);
    }

    // ---- marks ------------------------------------------------------------------------------

    private final class Marks extends Pass {
        private final Jitter jitter;
        private final int[][] stamps;
        private final int[] sides;

        Marks(
                PairGrid grid,
                byte @Nullable [] codes,
                Window window,
                Jitter jitter,
                Style style,
                int[][] histogram) {
            super(grid, codes, window, style, histogram);
            this.jitter = jitter;
            this.stamps = new int[style.colours().length][];
            this.sides = new int[stamps.length];
            for (int g = 0; g < stamps.length; g++) {
                stamps[g] = stamp(Mark.of(g), style.radius(), style.colours()[g], style.opacity());
                sides[g] = (int) Math.sqrt(stamps[g].length);
            }
        }

        @Override
        void run(int from, int to) {
            for (int place = from; place < to; place++) {
                int point = grid.point(place);
                double px = (jitter.x(grid.x(place), point) - window.left()) * scaleX;
                double py = (window.top() - jitter.y(grid.y(place), point)) * scaleY;
                if (px >= 0 && px < width && py >= 0 && py < height) {
                    int group = group(place);
                    put(stamps[group], sides[group], (int) px, (int) py);
                    count(group, grid.y(place));
                }
            }
        }

        @Override
        int finish() {
            return 0;
        }

        /// Puts a stamp over what is there.
        private void put(int[] stamp, int side, int x, int y) {
            int half = side / 2;
            int top = Math.max(0, y - half);
            int bottom = Math.min(height - 1, y + half);
            int left = Math.max(0, x - half);
            int right = Math.min(width - 1, x + half);
            for (int row = top; row <= bottom; row++) {
                int from = (row - y + half) * side - x + half;
                for (int column = left; column <= right; column++) {
                    int ink = stamp[from + column];
                    if (ink != 0) {
                        int at = row * width + column;
                        pixels[at] = blended(ink, pixels[at]);
                    }
                }
            }
        }
    }

    /// Premultiplied pixels of one mark.
    static int[] stamp(Mark mark, double radius, int colour, double opacity) {
        double[] mask = mark.mask(radius);
        int[] stamp = new int[mask.length];
        for (int i = 0; i < mask.length; i++) {
            double alpha = mask[i] * opacity;
            stamp[i] =
                    (int) (255 * alpha + 0.5) << 24
                            | rgb(
                                    alpha * (colour >> 16 & 0xFF),
                                    alpha * (colour >> 8 & 0xFF),
                                    alpha * (colour & 0xFF));
        }
        return stamp;
    }

    /// Source over destination, both premultiplied.
    private static int blended(int ink, int under) {
        int rest = 255 - (ink >>> 24);
        int alphaGreen = (under >>> 8 & 0x00FF00FF) * rest;
        int redBlue = (under & 0x00FF00FF) * rest;
        // Division by 255, rounded, in both halves at once.
        alphaGreen = (alphaGreen + 0x00800080 + (alphaGreen >>> 8 & 0x00FF00FF)) & 0xFF00FF00;
        redBlue = (redBlue + 0x00800080 + (redBlue >>> 8 & 0x00FF00FF)) >>> 8 & 0x00FF00FF;
        return ink + (alphaGreen | redBlue);
    }
}
