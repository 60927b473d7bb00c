package org.counterpoise.engine.stats;

import org.counterpoise.engine.finding.Interval;

import java.util.Arrays;

/// Cohen's kappa of two raters, plain (Educ Psychol Meas 1960, doi:10.1177/001316446002000104) or
/// weighted (Psychol Bull 1968, doi:10.1037/h0026256).
///
/// @param value −1 to 1, NaN if undefined
/// @param error standard error of the value by Fleiss, Cohen and Everitt (Psychol Bull 1969,
///     doi:10.1037/h0028106)
/// @param zError standard error of Fisher's z of the value (recommended by Moss 2023,
///     doi:10.1007/s11336-023-09945-2) by the jackknife (Fleiss and Davies, Am J Epidemiol 1982,
///     115:841); by the delta method if without some unit all others agree
/// @param n units rated by both
public record CohenKappa(double value, double error, double zError, long n) {
    /// Beyond this a kappa is 1 but for rounding.
    private static final double ONE = 1 - 1e-12;

    /// How near two categories are, from 0 to 1 for the same.
    public enum Weights {
        /// Only the same category agrees.
        PLAIN,
        /// By the difference of the categories' values.
        LINEAR,
        /// By its square; near an intraclass correlation.
        QUADRATIC
    }

    /// @param table units by the first rater's category, then by the second's
    /// @param values of the categories; not looked at for plain weights
    public static CohenKappa of(long[][] table, double[] values, Weights weights) {
        int k = table.length;
        double[][] w = weights(k, values, weights);
        double[] rows = new double[k];
        double[] columns = new double[k];
        double n = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                rows[i] += table[i][j];
                columns[j] += table[i][j];
                n += table[i][j];
            }
        }
        double[] rowWeights = new double[k];
        double[] columnWeights = new double[k];
        double observed = 0;
        double expected = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                rowWeights[i] += w[i][j] * columns[j] / n;
                columnWeights[j] += w[i][j] * rows[i] / n;
                observed += w[i][j] * table[i][j] / n;
                expected += w[i][j] * rows[i] / n * columns[j] / n;
            }
        }
        double value = (observed - expected) / (1 - expected);
        double sum = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                double one = w[i][j] - (rowWeights[i] + columnWeights[j]) * (1 - value);
                sum += table[i][j] / n * one * one;
            }
        }
        double centre = value - expected * (1 - value);
        double error = Math.sqrt(Math.max(0, sum - centre * centre) / n) / (1 - expected);
        return new CohenKappa(value, error, zError(table, w, value, error), (long) n);
    }

    private static double zError(long[][] table, double[][] w, double value, double error) {
        long[][] left = new long[table.length][];
        long n = 0;
        for (int i = 0; i < table.length; i++) {
            left[i] = table[i].clone();
            n += Arrays.stream(table[i]).sum();
        }
        double byDelta = error / (1 - value * value);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < table.length; i++) {
            for (int j = 0; j < table.length; j++) {
                if (table[i][j] > 0) {
                    left[i][j]--;
                    double without = value(left, w);
                    left[i][j]++;
                    if (!(Math.abs(without) < ONE)) {
                        return byDelta;
                    }
                    sum += table[i][j] * z(without);
                    squares += table[i][j] * z(without) * z(without);
                }
            }
        }
        return Math.sqrt(Math.max(0, (squares - sum * sum / n) * (n - 1) / n));
    }

    private static double value(long[][] table, double[][] w) {
        int k = table.length;
        double[] rows = new double[k];
        double[] columns = new double[k];
        double n = 0;
        double observed = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                rows[i] += table[i][j];
                columns[j] += table[i][j];
                observed += w[i][j] * table[i][j];
                n += table[i][j];
            }
        }
        double expected = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                expected += w[i][j] * rows[i] * columns[j] / n;
            }
        }
        return (observed - expected) / (n - expected);
    }

    private static double z(double value) {
        return Math.log((1 + value) / (1 - value)) / 2;
    }

    private static double[][] weights(int k, double[] values, Weights weights) {
        double[][] w = new double[k][k];
        double range = weights == Weights.PLAIN || k < 2 ? 1 : values[k - 1] - values[0];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                double away =
                        i == j
                                ? 0
                                : switch (weights) {
                                    case PLAIN -> 1;
                                    case LINEAR -> Math.abs(values[i] - values[j]) / range;
                                    case QUADRATIC -> Math.pow((values[i] - values[j]) / range, 2);
                                };
                w[i][j] = 1 - away;
            }
        }
        return w;
    }

    /// Normal on the scale of Fisher's z, so that it holds the truth near 1 in few units, too,
    /// where one on the scale of kappa is too short; undefined where all agree or one category is
    /// used.
    public Interval interval(double confidence) {
        String method = "jackknife of Fisher's z";
        if (!(error > 1e-12) || !(Math.abs(value) < ONE)) {
            return Interval.undefined(confidence, method);
        }
        double half = Normal.z(confidence) * zError;
        return new Interval(
                Math.tanh(z(value) - half), Math.tanh(z(value) + half), confidence, method);
    }
}
