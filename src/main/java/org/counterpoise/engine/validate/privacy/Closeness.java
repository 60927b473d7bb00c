package org.counterpoise.engine.validate.privacy;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.stats.Proportion;

import java.util.Arrays;

/// Whether synthetic rows lie closer to the training than to the holdout rows.
///
/// Training and holdout are one random split of the real rows. If the synthetic rows carry nothing
/// of the training rows beyond the population, the closest of all real rows is a training row with
/// probability n(training)/n(real), whatever the sizes. The share observed is brought to the scale
/// of equal sizes by its odds, (p/(1 − p))·(n(holdout)/n(training)), so that one half always means
/// no leak and 1 means that every synthetic row has its source among the training rows. (Drawing
/// equal-sized parts of a four times larger training table instead would hide three quarters of the
/// sources and show a table of copies as 0.62.) Rows at the same distance share their vote, so a
/// tie of one training and one holdout row counts ½.
///
/// Many synthetic rows may share one closest real row, so rows are no independent votes. Given all
/// rows, which real rows are training rows is a random draw without replacement; its variance
/// n(t)·n(h)/(N(N − 1))·Σ(c − c̄)², c the votes per real row, gives the test and the number of
/// independent votes that Wilson's interval (Wilson 1927) is computed with.
///
/// @param share on the scale of equal sizes, 0 to 1
/// @param interval of `share`
/// @param rawShare of synthetic rows whose closest real row is a training row
/// @param expectedShare of those without a leak: n(training)/n(real)
/// @param votes effective number of independent rows
/// @param p one-sided: that the share is as high or higher without a leak
record Closeness(
        double share,
        Interval interval,
        double rawShare,
        double expectedShare,
        double votes,
        double p) {

    /// @param votes per real row, training rows first: how many synthetic rows it is closest to
    /// @param trainingRows how many of them are training rows
    /// @param n synthetic rows, the sum of the votes
    static Closeness of(double[] votes, int trainingRows, int n, double confidence) {
        int all = votes.length;
        int holdoutRows = all - trainingRows;
        double share = Math.clamp(Arrays.stream(votes, 0, trainingRows).sum() / n, 0, 1);
        double expected = (double) trainingRows / all;
        double mean = (double) n / all;
        double squares = Arrays.stream(votes).map(v -> (v - mean) * (v - mean)).sum();
        double variance =
                (double) trainingRows
                        * holdoutRows
                        / ((double) all * (all - 1))
                        * squares
                        / ((double) n * n);
        double effective = variance > 0 ? Math.min(n, expected * (1 - expected) / variance) : n;
        Interval ends = Proportion.wilson(share * effective, effective, confidence);
        double odds = (double) holdoutRows / trainingRows;
        return new Closeness(
                equalSizes(share, odds),
                new Interval(
                        equalSizes(ends.lower(), odds),
                        equalSizes(ends.upper(), odds),
                        confidence,
                        "Wilson, effective n"),
                share,
                expected,
                effective,
                variance > 0
                        ? NormalDistribution.of(0, 1)
                                .survivalProbability((share - expected) / Math.sqrt(variance))
                        : 1);
    }

    private static double equalSizes(double share, double odds) {
        return share * odds / (share * odds + (1 - share));
    }
}
