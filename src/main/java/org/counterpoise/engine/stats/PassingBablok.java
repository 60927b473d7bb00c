package org.counterpoise.engine.stats;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.finding.Interval;

import java.util.Arrays;
import java.util.stream.IntStream;

/// A straight line between two measurements that both err in any distribution: the slope is the
/// median of those of all pairs of points, shifted so that exchanging the measurements changes
/// nothing (Passing and Bablok 1983, doi:10.1515/cclm.1983.21.11.709).
///
/// @param intercept NaN if undefined
/// @param slope NaN if undefined
/// @param points on which the line rests
public record PassingBablok(
        double intercept,
        double slope,
        Interval interceptInterval,
        Interval slopeInterval,
        int points) {
    /// More points make more pairs than are worth it; they are thinned evenly over the order of x.
    public static final int MOST_POINTS = 1_500;

    private static final String METHOD = "Passing and Bablok";

    /// @param x finite
    /// @param y finite, as long as `x`, with which it rises
    public static PassingBablok of(double[] x, double[] y, double confidence, Progress progress) {
        if (x.length > MOST_POINTS) {
            int[] kept = thinned(x, y);
            return of(pick(x, kept), pick(y, kept), confidence, progress);
        }
        double[] slopes = slopes(x, y, progress);
        int n = slopes.length;
        int shift = (int) Arrays.stream(slopes).filter(s -> s < -1).count();
        double slope =
                n % 2 == 1
                        ? at(slopes, (n + 1) / 2 + shift)
                        : (at(slopes, n / 2 + shift) + at(slopes, n / 2 + 1 + shift)) / 2;
        double points = x.length;
        double c = Normal.z(confidence) * Math.sqrt(points * (points - 1) * (2 * points + 5) / 18);
        int m1 = (int) Math.round((n - c) / 2);
        double lower = at(slopes, m1 + shift);
        double upper = at(slopes, n - m1 + 1 + shift);
        return new PassingBablok(
                intercept(x, y, slope),
                slope,
                new Interval(intercept(x, y, upper), intercept(x, y, lower), confidence, METHOD),
                new Interval(lower, upper, confidence, METHOD),
                x.length);
    }

    /// Ascending; those of −1 and those of the same point left out, vertical ones infinite.
    private static double[] slopes(double[] x, double[] y, Progress progress) {
        double[] slopes = new double[x.length * (x.length - 1) / 2];
        int count = 0;
        for (int i = 0; i < x.length; i++) {
            progress.check();
            for (int j = 0; j < i; j++) {
                double dx = x[i] - x[j];
                double dy = y[i] - y[j];
                // A zero of either sign below a dy would change the sign of an infinite slope.
                double slope = dx == 0 ? dy * Double.POSITIVE_INFINITY : dy / dx;
                if (!Double.isNaN(slope) && slope != -1) {
                    slopes[count++] = slope;
                }
            }
        }
        double[] kept = Arrays.copyOf(slopes, count);
        Arrays.sort(kept);
        return kept;
    }

    /// The slope of a rank from 1; NaN if there is none.
    private static double at(double[] slopes, int rank) {
        return rank >= 1 && rank <= slopes.length ? slopes[rank - 1] : Double.NaN;
    }

    private static double intercept(double[] x, double[] y, double slope) {
        if (!Double.isFinite(slope)) {
            return Double.NaN;
        }
        return Quantiles.median(
                IntStream.range(0, x.length).mapToDouble(i -> y[i] - slope * x[i]).toArray());
    }

    private static int[] thinned(double[] x, double[] y) {
        Integer[] order = new Integer[x.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                (a, b) -> {
                    int byX = Double.compare(x[a], x[b]);
                    return byX != 0 ? byX : Double.compare(y[a], y[b]);
                });
        return IntStream.range(0, MOST_POINTS)
                .map(i -> order[(int) ((i + 0.5) * x.length / MOST_POINTS)])
                .toArray();
    }

    private static double[] pick(double[] values, int[] places) {
        return IntStream.of(places).mapToDouble(i -> values[i]).toArray();
    }
}
