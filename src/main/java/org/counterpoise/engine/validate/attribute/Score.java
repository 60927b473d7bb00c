package org.counterpoise.engine.validate.attribute;

import org.counterpoise.engine.stats.Roc;

import java.util.Arrays;

/// How well a secret was guessed in one table.
///
/// @param value AUC or R², NaN where undefined
/// @param error its standard error
record Score(double value, double error) {
    static final Score UNDEFINED = new Score(Double.NaN, Double.NaN);

    /// A class is judged if a table has so many rows with it and so many without.
    static final int FEWEST = 10;

    /// The mean over classes of the area under the curve of each against all others, with DeLong's
    /// variances. Areas of several classes depend on each other, so their errors are averaged as if
    /// they rose and fell together, which is too much rather than too little.
    ///
    /// @param shares predicted share per class and row
    /// @param codes class per row, -1 if it is missing
    /// @param judged the classes that count
    static Score auc(double[][] shares, int[] codes, int[] judged) {
        double sum = 0;
        double errors = 0;
        for (int wanted : judged) {
            byte[] y = new byte[codes.length];
            for (int i = 0; i < y.length; i++) {
                y[i] = (byte) (codes[i] < 0 ? -1 : codes[i] == wanted ? 1 : 0);
            }
            Roc roc = Roc.of(y, shares[wanted]);
            sum += roc.auc();
            errors += Math.sqrt(roc.variance());
        }
        return new Score(sum / judged.length, errors / judged.length);
    }

    /// The share of variance explained, 1 − Σ(y − ŷ)²/Σ(y − ȳ)², with the error of its
    /// linearisation, so that heavy tails of both sums count.
    ///
    /// @param y NaN where missing
    static Score explained(double[] predicted, double[] y) {
        double[] known = Arrays.stream(y).filter(v -> !Double.isNaN(v)).toArray();
        int n = known.length;
        double mean = Arrays.stream(known).average().orElse(Double.NaN);
        double total = Arrays.stream(known).map(v -> (v - mean) * (v - mean)).sum() / n;
        if (n < FEWEST || !(total > 0)) {
            return UNDEFINED;
        }
        double residual = 0;
        for (int i = 0; i < y.length; i++) {
            residual += Double.isNaN(y[i]) ? 0 : Math.pow(y[i] - predicted[i], 2) / n;
        }
        double squares = 0;
        for (int i = 0; i < y.length; i++) {
            if (!Double.isNaN(y[i])) {
                double influence =
                        Math.pow(y[i] - predicted[i], 2)
                                - residual / total * Math.pow(y[i] - mean, 2);
                squares += influence * influence;
            }
        }
        return new Score(1 - residual / total, Math.sqrt(squares / (n - 1.0) / n) / total);
    }
}
