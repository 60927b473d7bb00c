package org.counterpoise.engine.stats;

import java.util.Arrays;

/// A test of normality with mean and variance estimated.
///
/// @param statistic NaN with too few values or no variance
/// @param p NaN where the statistic is
public record NormalityTest(double statistic, double p) {
    private static final int FEWEST = 8;
    private static final double LEAST = 1e-300;

    /// Royston's approximation holds up to so many.
    private static final int MOST = 5_000;

    /// The Shapiro–Wilk test by Royston's approximation (algorithm AS R94, 1995,
    /// doi:10.2307/2986146), as R's `shapiro.test`.
    ///
    /// @param values finite, in any order; of more than 5,000 the first ones
    /// @return W, and NaN with fewer than 3 values or no variance
    public static NormalityTest shapiroWilk(double[] values) {
        double[] sorted = Arrays.copyOf(values, Math.min(MOST, values.length));
        Arrays.sort(sorted);
        return sorted.length < 3 || sorted[0] == sorted[sorted.length - 1]
                ? new NormalityTest(Double.NaN, Double.NaN)
                : ShapiroWilk.of(sorted);
    }

    /// The Anderson–Darling test (Stephens 1974, doi:10.1080/01621459.1974.10480196; p by
    /// D'Agostino and Stephens 1986, Goodness-of-Fit Techniques, table 4.9).
    ///
    /// @param values finite, in any order
    /// @return A² adjusted for the sample size, NaN with fewer than 8 values or no variance
    public static NormalityTest andersonDarling(double[] values) {
        int n = values.length;
        double mean = Arrays.stream(values).average().orElse(0);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        if (n < FEWEST || squares == 0) {
            return new NormalityTest(Double.NaN, Double.NaN);
        }
        double deviation = Math.sqrt(squares / (n - 1));
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double below = Normal.below((sorted[i] - mean) / deviation);
            double above = Normal.below(-(sorted[n - 1 - i] - mean) / deviation);
            sum +=
                    (2 * i + 1)
                            * (Math.log(Math.max(below, LEAST)) + Math.log(Math.max(above, LEAST)));
        }
        double a = -n - sum / n;
        double adjusted = a * (1 + 0.75 / n + 2.25 / ((double) n * n));
        return new NormalityTest(adjusted, p(adjusted));
    }

    private static double p(double a) {
        double p;
        if (a < 0.2) {
            p = 1 - Math.exp(-13.436 + 101.14 * a - 223.73 * a * a);
        } else if (a < 0.34) {
            p = 1 - Math.exp(-8.318 + 42.796 * a - 59.938 * a * a);
        } else if (a < 0.6) {
            p = Math.exp(0.9177 - 4.279 * a - 1.38 * a * a);
        } else {
            p = Math.exp(1.2937 - 5.709 * a + 0.0186 * a * a);
        }
        return Math.clamp(a > 10 ? 0 : p, 0, 1);
    }
}
