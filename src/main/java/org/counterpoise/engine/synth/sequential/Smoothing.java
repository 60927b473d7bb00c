package org.counterpoise.engine.synth.sequential;

import org.counterpoise.engine.stats.Quantiles;
import org.counterpoise.engine.synth.Feature;
import org.counterpoise.engine.synth.Precision;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Puts a drawn number a little beside the training value it was taken from, as a draw from a
/// Gaussian kernel estimate of the column would be.
///
/// The bandwidth is Silverman's `0.9 min(s, IQR/1.34) n^(-1/5)` (1986, 3.31). Values that many rows
/// share are left as they are; beyond the ends of the column a number is reflected. Decimals are as
/// the column was recorded.
///
/// @param spikes values left alone, ascending
record Smoothing(
        double bandwidth, double smallest, double largest, double[] spikes, Precision precision) {
    /// A value that at least this share of the rows has is a spike: zero, a limit, a rounded
    /// answer.
    private static final double SPIKE = 0.05;

    /// Leaves every value alone.
    static final Smoothing NONE = new Smoothing(0, 0, 0, new double[0], new Precision(-1));

    /// For categories, and for numbers that do not vary, there is nothing to smooth.
    static Smoothing of(Feature feature) {
        if (!(feature instanceof Feature.Continuous number)) {
            return NONE;
        }
        double[] sorted =
                Arrays.stream(number.values()).filter(v -> !Double.isNaN(v)).sorted().toArray();
        int n = sorted.length;
        if (n < 2 || sorted[0] == sorted[n - 1]) {
            return NONE;
        }
        int[] all = new int[number.values().length];
        Arrays.setAll(all, row -> row);
        double deviation = number.deviation(all) * Math.sqrt(n / (n - 1.0));
        double spread = (Quantiles.ofSorted(sorted, .75) - Quantiles.ofSorted(sorted, .25)) / 1.34;
        return new Smoothing(
                .9 * (spread > 0 ? Math.min(deviation, spread) : deviation) * Math.pow(n, -.2),
                sorted[0],
                sorted[n - 1],
                spikes(sorted),
                number.whole() ? new Precision(0) : Precision.of(sorted));
    }

    private static double[] spikes(double[] sorted) {
        double most = SPIKE * sorted.length;
        double[] found = new double[(int) Math.ceil(1 / SPIKE)];
        int count = 0;
        int start = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[start]) {
                if (i - start >= Math.max(2, most)) {
                    found[count++] = sorted[start];
                }
                start = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    double apply(double value, RandomGenerator random) {
        if (!(bandwidth > 0) || Double.isNaN(value) || Arrays.binarySearch(spikes, value) >= 0) {
            return value;
        }
        double moved = value + bandwidth * random.nextGaussian();
        moved = moved < smallest ? 2 * smallest - moved : moved;
        moved = moved > largest ? 2 * largest - moved : moved;
        return precision.round(Math.clamp(moved, smallest, largest));
    }
}
