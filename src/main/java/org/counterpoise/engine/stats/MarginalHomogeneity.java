package org.counterpoise.engine.stats;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

import java.util.stream.IntStream;

/// Whether two raters of the same units use each category equally often: Stuart and Maxwell's test
/// (Stuart 1955, doi:10.1093/biomet/42.3-4.412; Maxwell 1970, doi:10.1192/bjp.116.535.651). With
/// two categories it is McNemar's without correction.
///
/// @param statistic chi-square; NaN if no unit was rated differently
/// @param freedom categories in dispute less one
public record MarginalHomogeneity(double statistic, int freedom, double p) {

    /// @param table units by the first rater's category, then by the second's
    public static MarginalHomogeneity of(long[][] table) {
        int[] disputed =
                IntStream.range(0, table.length).filter(c -> disputes(table, c) > 0).toArray();
        int k = disputed.length - 1;
        if (k < 1) {
            return new MarginalHomogeneity(Double.NaN, 0, Double.NaN);
        }
        double[][] system = new double[k][k + 1];
        double[] gap = new double[k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                int a = disputed[i];
                int b = disputed[j];
                system[i][j] = a == b ? disputes(table, a) : -(table[a][b] + table[b][a]);
            }
            for (int c = 0; c < table.length; c++) {
                gap[i] += table[disputed[i]][c] - table[c][disputed[i]];
            }
            system[i][k] = gap[i];
        }
        double[] solution = solved(system);
        double statistic = 0;
        for (int i = 0; i < k; i++) {
            statistic += gap[i] * solution[i];
        }
        double p =
                Double.isFinite(statistic)
                        ? ChiSquaredDistribution.of(k).survivalProbability(Math.max(0, statistic))
                        : Double.NaN;
        return new MarginalHomogeneity(statistic, k, p);
    }

    /// Units that exactly one of the two puts in a category.
    private static long disputes(long[][] table, int category) {
        long sum = 0;
        for (int other = 0; other < table.length; other++) {
            sum += other == category ? 0 : table[category][other] + table[other][category];
        }
        return sum;
    }

    /// Gauss–Jordan elimination with pivoting; a singular system gives NaN.
    private static double[] solved(double[][] system) {
        int k = system.length;
        for (int column = 0; column < k; column++) {
            int pivot = column;
            for (int row = column + 1; row < k; row++) {
                if (Math.abs(system[row][column]) > Math.abs(system[pivot][column])) {
                    pivot = row;
                }
            }
            double[] chosen = system[pivot];
            system[pivot] = system[column];
            system[column] = chosen;
            for (int row = 0; row < k; row++) {
                double factor =
                        Math.abs(chosen[column]) < 1e-9
                                ? Double.NaN
                                : system[row][column] / chosen[column];
                for (int c = column; c <= k && row != column; c++) {
                    system[row][c] -= factor * chosen[c];
                }
            }
        }
        return IntStream.range(0, k).mapToDouble(i -> system[i][k] / system[i][i]).toArray();
    }
}
