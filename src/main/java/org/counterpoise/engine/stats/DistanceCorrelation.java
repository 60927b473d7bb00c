package org.counterpoise.engine.stats;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/// Distance correlation, which is 0 only if two columns are independent, however they hang together
/// (Székely, Rizzo and Bakirov 2007, doi:10.1214/009053607000000505).
///
/// Takes n² steps: give it a sample.
///
/// @param value 0 to 1, NaN if a column does not vary
/// @param corrected the bias-corrected square, about 0 for independent columns, can be negative
///     (Székely and Rizzo 2014, doi:10.1214/14-AOS1255)
/// @param p of independence by the chi-square bound, which is valid and a little cautious (Shen,
///     Panda and Vogelstein 2022, doi:10.1080/10618600.2021.1938585); NaN with fewer than four rows
public record DistanceCorrelation(double value, double corrected, double p) {

    /// @param x finite
    /// @param y finite, as long as `x`
    public static DistanceCorrelation of(double[] x, double[] y) {
        int n = x.length;
        double[] rowsX = rowSums(x);
        double[] rowsY = rowSums(y);
        double totalX = sum(rowsX);
        double totalY = sum(rowsY);
        double[] plain = new double[3];
        double[] unbiased = new double[3];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double a = Math.abs(x[i] - x[j]);
                double b = Math.abs(y[i] - y[j]);
                double squares = (double) n * n;
                add(
                        plain,
                        a - rowsX[i] / n - rowsX[j] / n + totalX / squares,
                        b - rowsY[i] / n - rowsY[j] / n + totalY / squares);
                if (i != j && n > 3) {
                    double m = n - 2.0;
                    double all = (n - 1.0) * m;
                    add(
                            unbiased,
                            a - (rowsX[i] + rowsX[j]) / m + totalX / all,
                            b - (rowsY[i] + rowsY[j]) / m + totalY / all);
                }
            }
        }
        double corrected = unbiased[0] / Math.sqrt(unbiased[1] * unbiased[2]);
        double value = Math.sqrt(Math.max(0, plain[0] / Math.sqrt(plain[1] * plain[2])));
        return new DistanceCorrelation(
                plain[1] > 0 && plain[2] > 0 ? value : Double.NaN,
                corrected,
                Double.isNaN(corrected)
                        ? Double.NaN
                        : ChiSquaredDistribution.of(1)
                                .survivalProbability(Math.max(0, n * corrected + 1)));
    }

    private static void add(double[] sums, double a, double b) {
        sums[0] += a * b;
        sums[1] += a * a;
        sums[2] += b * b;
    }

    private static double[] rowSums(double[] values) {
        double[] sums = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            for (double other : values) {
                sums[i] += Math.abs(values[i] - other);
            }
        }
        return sums;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
