package org.counterpoise.engine.stats;

import org.apache.commons.statistics.distribution.FDistribution;

import java.util.Arrays;
import java.util.List;

/// Welch's test of equal means in groups whose variances may differ (Welch 1951,
/// doi:10.1093/biomet/38.3-4.330).
///
/// @param statistic F, NaN if undefined
/// @param p NaN with fewer than two groups of at least two values that vary
public record WelchAnova(double statistic, double p) {

    /// @param groups values of each group, finite; groups of fewer than two values or without
    ///     variance are left out
    public static WelchAnova of(List<double[]> groups) {
        List<double[]> used = groups.stream().filter(g -> g.length > 1 && variance(g) > 0).toList();
        int k = used.size();
        if (k < 2) {
            return new WelchAnova(Double.NaN, Double.NaN);
        }
        double[] weights = used.stream().mapToDouble(g -> g.length / variance(g)).toArray();
        double[] means = used.stream().mapToDouble(WelchAnova::mean).toArray();
        double all = Arrays.stream(weights).sum();
        double centre = 0;
        for (int g = 0; g < k; g++) {
            centre += weights[g] * means[g] / all;
        }
        double between = 0;
        double lack = 0;
        for (int g = 0; g < k; g++) {
            between += weights[g] * (means[g] - centre) * (means[g] - centre) / (k - 1);
            double rest = 1 - weights[g] / all;
            lack += rest * rest / (used.get(g).length - 1);
        }
        double statistic = between / (1 + 2.0 * (k - 2) / (k * (double) k - 1) * lack);
        double freedom = (k * (double) k - 1) / (3 * lack);
        return new WelchAnova(
                statistic, FDistribution.of(k - 1.0, freedom).survivalProbability(statistic));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
    }
}
