package org.counterpoise.engine.stats;

/// How many times more likely an outcome is in one intersection of groups than in another.
public final class DifferentialFairness {
    private DifferentialFairness() {}

    /// Smoothed empirical differential fairness (Foulds, Islam, Keya and Pan, ICDE 2020,
    /// doi:10.1109/ICDE48307.2020.00203): the smallest ε such that the shares of the positive, and
    /// of the negative, outcome in any two groups differ by a factor of at most exp(ε).
    ///
    /// Shares are posterior means under a Dirichlet prior of total weight 1, half of it for each
    /// outcome.
    ///
    /// @param positives positive outcomes per group
    /// @param sizes rows per group, each at least as many as its positives
    /// @return at least 0; NaN without groups
    public static double smoothedEmpirical(long[] positives, long[] sizes) {
        double epsilon = Double.NaN;
        if (sizes.length > 0) {
            epsilon = Math.max(spread(positives, sizes, true), spread(positives, sizes, false));
        }
        return epsilon;
    }

    private static double spread(long[] positives, long[] sizes, boolean positive) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < sizes.length; i++) {
            long count = positive ? positives[i] : sizes[i] - positives[i];
            double log = Math.log((count + 0.5) / (sizes[i] + 1));
            lowest = Math.min(lowest, log);
            highest = Math.max(highest, log);
        }
        return highest - lowest;
    }
}
