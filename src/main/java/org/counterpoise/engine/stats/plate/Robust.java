package org.counterpoise.engine.stats.plate;

import java.util.Arrays;

/// Medians and what is built on them.
final class Robust {
    /// Makes the median absolute deviation estimate a normal standard deviation.
    private static final double NORMAL = 1.4826;

    /// Stands in for a deviation of zero, as in the reference implementation.
    private static final double LEAST = 1e-4;

    private Robust() {}

    /// The median of the first `n` values, which are put in order; NaN for none.
    static double median(double[] values, int n) {
        if (n == 0) {
            return Double.NaN;
        }
        Arrays.sort(values, 0, n);
        return n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
    }

    /// The median of values that are left as they are.
    static double median(double[] values) {
        return median(values.clone(), values.length);
    }

    /// 1.4826 times the median distance from `centre`; 1e-4 where it is 0, NaN for no values.
    static double deviation(double[] values, double centre) {
        double mad = rawDeviation(values, centre);
        return mad == 0 ? LEAST : mad;
    }

    /// 1.4826 times the median distance from `centre`.
    static double rawDeviation(double[] values, double centre) {
        double[] distances = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            distances[i] = Math.abs(values[i] - centre);
        }
        return NORMAL * median(distances, distances.length);
    }
}
