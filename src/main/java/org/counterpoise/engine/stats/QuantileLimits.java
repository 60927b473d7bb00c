package org.counterpoise.engine.stats;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.counterpoise.engine.finding.Interval;

import java.util.Arrays;

/// Limits that hold a share of the differences whatever their distribution: sample quantiles, with
/// percentile intervals of the bootstrap. The bootstrap distribution of an order statistic is known
/// exactly, so nothing is resampled (Efron 1979, doi:10.1214/aos/1176344552, section 3).
public record QuantileLimits(
        double lower, double upper, Interval lowerInterval, Interval upperInterval) {
    private static final String METHOD = "bootstrap, exact";

    /// @param values finite
    /// @param share of the values between the limits, e.g. 0.95
    public static QuantileLimits of(double[] values, double share, double confidence) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double tail = (1 - share) / 2;
        return new QuantileLimits(
                Quantiles.ofSorted(sorted, tail),
                Quantiles.ofSorted(sorted, 1 - tail),
                interval(sorted, tail, confidence),
                interval(sorted, 1 - tail, confidence));
    }

    private static Interval interval(double[] sorted, double p, double confidence) {
        if (sorted.length == 0) {
            return Interval.undefined(confidence, METHOD);
        }
        int rank = 1 + (int) Math.round((sorted.length - 1) * p);
        return new Interval(
                sorted[quantile(sorted.length, rank, (1 - confidence) / 2)],
                sorted[quantile(sorted.length, rank, (1 + confidence) / 2)],
                confidence,
                METHOD);
    }

    /// Where the order statistic of this rank lies in a resample with this chance or more: at most
    /// at place i if at least `rank` of the n draws are among the i + 1 smallest.
    private static int quantile(int n, int rank, double chance) {
        int low = 0;
        int high = n - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            double below =
                    BinomialDistribution.of(n, (middle + 1.0) / n).survivalProbability(rank - 1);
            if (below >= chance) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
