package org.counterpoise.engine.stats;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/// Pearson's chi-square test of fit.
///
/// @param statistic infinite if something was observed that was not expected at all
/// @param degrees of freedom: expected cells less one
/// @param p NaN with fewer than two cells or no observations
/// @param smallestExpected the smallest expected count; under 5 the p-value is rough
public record ChiSquare(double statistic, int degrees, double p, double smallestExpected) {

    /// Whether counts could come from a population with these shares. As R's `chisq.test(x, p =)`.
    ///
    /// @param observed counts, one per cell
    /// @param shares expected shares summing to 1; cells with neither share nor count do not count
    public static ChiSquare fit(long[] observed, double[] shares) {
        long n = 0;
        for (long count : observed) {
            n += count;
        }
        double statistic = 0;
        double smallest = Double.POSITIVE_INFINITY;
        int cells = 0;
        for (int i = 0; i < observed.length; i++) {
            double expected = n * shares[i];
            if (expected > 0 || observed[i] > 0) {
                double difference = observed[i] - expected;
                statistic += difference * difference / expected;
                smallest = Math.min(smallest, expected);
                cells++;
            }
        }
        if (n == 0 || cells < 2) {
            return new ChiSquare(Double.NaN, 0, Double.NaN, Double.NaN);
        }
        double p = ChiSquaredDistribution.of(cells - 1).survivalProbability(statistic);
        return new ChiSquare(statistic, cells - 1, p, smallest);
    }
}
