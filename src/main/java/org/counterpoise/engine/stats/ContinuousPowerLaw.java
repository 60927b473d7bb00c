package org.counterpoise.engine.stats;

import java.util.Arrays;
import java.util.Optional;

/// A continuous power law `p(x) ∝ x^−α` for `x ≥ xmin`, fitted to measurements.
///
/// `α = 1 + n / Σ ln(x/xmin)`; xmin is the distinct value (but the largest) from which on the
/// two-sided Kolmogorov–Smirnov distance is smallest. Clauset, Shalizi and Newman, SIAM Review
/// 51:661 (2009), doi:10.1137/070710111.
///
/// @param xmin from which value on the law holds
/// @param alpha exponent, above 1
/// @param standardError of alpha, `(α − 1)/√n`
/// @param ks Kolmogorov–Smirnov distance of the tail
/// @param tail how many values are at least xmin
public record ContinuousPowerLaw(
        double xmin, double alpha, double standardError, double ks, int tail) {

    /// Fits to the positive finite values; empty if fewer than two of them differ.
    public static Optional<ContinuousPowerLaw> fit(double[] values) {
        double[] sorted =
                Arrays.stream(values)
                        .filter(value -> value > 0 && value < Double.POSITIVE_INFINITY)
                        .sorted()
                        .toArray();
        double[] sums = new double[sorted.length + 1];
        for (int i = sorted.length - 1; i >= 0; i--) {
            sums[i] = sums[i + 1] + Math.log(sorted[i]);
        }
        Optional<ContinuousPowerLaw> best = Optional.empty();
        for (int i = 0; i < sorted.length && sorted[i] < sorted[sorted.length - 1]; i++) {
            if (i > 0 && sorted[i] == sorted[i - 1]) {
                continue;
            }
            int n = sorted.length - i;
            double alpha = 1 + n / (sums[i] - n * Math.log(sorted[i]));
            double ks = distance(sorted, i, alpha);
            if (best.isEmpty() || ks < best.get().ks()) {
                best =
                        Optional.of(
                                new ContinuousPowerLaw(
                                        sorted[i], alpha, (alpha - 1) / Math.sqrt(n), ks, n));
            }
        }
        return best;
    }

    private static double distance(double[] sorted, int from, double alpha) {
        int n = sorted.length - from;
        double largest = 0;
        for (int i = 0; i < n; i++) {
            double fitted = 1 - Math.pow(sorted[from + i] / sorted[from], 1 - alpha);
            largest = Math.max(largest, Math.max(fitted - (double) i / n, (i + 1.0) / n - fitted));
        }
        return largest;
    }
}
