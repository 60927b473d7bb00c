package org.counterpoise.engine.validate.privacy;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.stats.Proportion;

import java.util.Arrays;

/// How many members an attack recognises while it mistakes few others for members: the true
/// positive rate at a low false positive rate (Carlini et al. 2022,
/// doi:10.1109/SP46214.2022.9833649). An average such as the AUC hides a few who are given away.
///
/// The interval covers both that the members and that the others are a sample. Half of the error
/// goes to where the wanted quantile of the others lies, between two of their order statistics by
/// the binomial distribution, half to Wilson's intervals of the members beyond those. With too few
/// others to place the quantile from above the lower limit is 0.
///
/// @param value share of members above the lowest score that at most `rate` of the others exceed
/// @param interval of `value`
record RecognisedRate(double value, Interval interval) {

    /// @param members scores, higher for the more likely member, at least one
    /// @param others scores of those who are none, at least one
    /// @param rate wanted false positive rate, over 0 and under 1
    static RecognisedRate of(double[] members, double[] others, double rate, double confidence) {
        double[] in = members.clone();
        double[] out = others.clone();
        Arrays.sort(in);
        Arrays.sort(out);
        int n = out.length;
        int mistaken = (int) Math.floor(rate * n + 1e-9);
        double value = (double) above(in, out[n - 1 - mistaken]) / in.length;
        double error = (1 - confidence) / 4;
        BinomialDistribution below = BinomialDistribution.of(n, 1 - rate);
        // The u-th smallest lies under the quantile if at least u of n do.
        int upper = below.inverseSurvivalProbability(error) + 1;
        int lower = below.inverseCumulativeProbability(error);
        double wilson = 1 - 2 * error;
        double least =
                upper > n
                        ? 0
                        : new Proportion(above(in, out[upper - 1]), in.length)
                                .wilson(wilson)
                                .lower();
        double most =
                lower < 1
                        ? 1
                        : new Proportion(above(in, Math.nextDown(out[lower - 1])), in.length)
                                .wilson(wilson)
                                .upper();
        return new RecognisedRate(
                value,
                new Interval(
                        Math.min(least, value),
                        Math.max(most, value),
                        confidence,
                        "order statistics, Wilson"));
    }

    /// How many of ascending values exceed a limit.
    private static int above(double[] sorted, double limit) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return sorted.length - low;
    }
}
