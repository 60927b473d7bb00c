package org.counterpoise.engine.stats;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/// Pearson's chi-square tests of fit and of independence.
///
/// @param statistic infinite if something was observed that was not expected at all
/// @param degrees of freedom
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

    /// Whether rows and columns of a table of counts are independent, without continuity
    /// correction. As R's `chisq.test(x, correct = FALSE)`; rows and columns without counts do not
    /// count.
    ///
    /// @param counts one array per row of the table, all of the same length
    public static ChiSquare independence(long[][] counts) {
        int width = counts.length == 0 ? 0 : counts[0].length;
        double[] rows = new double[counts.length];
        double[] columns = new double[width];
        double total = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < width; j++) {
                rows[i] += counts[i][j];
                columns[j] += counts[i][j];
                total += counts[i][j];
            }
        }
        double statistic = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < width; j++) {
                double expected = rows[i] * columns[j] / total;
                if (expected > 0) {
                    double difference = counts[i][j] - expected;
                    statistic += difference * difference / expected;
                    smallest = Math.min(smallest, expected);
                }
            }
        }
        int degrees = (positive(rows) - 1) * (positive(columns) - 1);
        if (!(total > 0) || degrees < 1) {
            return new ChiSquare(Double.NaN, 0, Double.NaN, Double.NaN);
        }
        double p = ChiSquaredDistribution.of(degrees).survivalProbability(statistic);
        return new ChiSquare(statistic, degrees, p, smallest);
    }

    private static int positive(double[] sums) {
        int count = 0;
        for (double sum : sums) {
            count += sum > 0 ? 1 : 0;
        }
        return count;
    }
}
