package org.counterpoise.engine.validate.utility;

import java.util.Arrays;
import java.util.Comparator;

/// Some rows of the holdout in the order of their scores, so that a bootstrap replicate, given as
/// weights, is evaluated in one pass.
final class RankedScores {
    /// Positions of the measures in the arrays returned.
    static final int AUC = 0;

    static final int AUC_PR = 1;
    static final int F1 = 2;
    static final int BRIER = 3;
    static final String[] MEASURES = {"auc", "auc-pr", "f1", "brier"};

    /// Row numbers, the highest score first.
    private final int[] order;

    private final double[] scores;
    private final byte[] outcome;
    private final double cutoff;

    /// @param rows the rows that count
    /// @param scores probability of the positive outcome, per row of the holdout
    /// @param outcome 1 or 0, per row of the holdout
    RankedScores(int[] rows, double[] scores, byte[] outcome, double cutoff) {
        this.order =
                Arrays.stream(rows)
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer row) -> scores[row]).reversed())
                        .mapToInt(Integer::intValue)
                        .toArray();
        this.scores = scores;
        this.outcome = outcome;
        this.cutoff = cutoff;
    }

    /// AUC (ties count ½), area under the precision-recall curve as average precision
    /// Σ(Rᵢ − Rᵢ₋₁)Pᵢ, F1 at the cutoff, and Brier score; NaN where undefined.
    ///
    /// @param weights how often each row of the holdout counts
    double[] evaluate(int[] weights) {
        double positives = 0;
        double negatives = 0;
        double concordant = 0;
        double precisionSum = 0;
        double brier = 0;
        double truePositives = 0;
        double falsePositives = 0;
        int i = 0;
        while (i < order.length) {
            double score = scores[order[i]];
            double tiedPositives = 0;
            double tiedNegatives = 0;
            while (i < order.length && scores[order[i]] == score) {
                int row = order[i++];
                double weight = weights[row];
                tiedPositives += outcome[row] * weight;
                tiedNegatives += (1 - outcome[row]) * weight;
                brier += weight * (score - outcome[row]) * (score - outcome[row]);
            }
            concordant += tiedNegatives * (positives + tiedPositives / 2);
            positives += tiedPositives;
            negatives += tiedNegatives;
            if (tiedPositives > 0) {
                precisionSum += tiedPositives * positives / (positives + negatives);
            }
            if (score >= cutoff) {
                truePositives += tiedPositives;
                falsePositives += tiedNegatives;
            }
        }
        double f1Base = positives + truePositives + falsePositives;
        return new double[] {
            positives > 0 && negatives > 0 ? concordant / positives / negatives : Double.NaN,
            positives > 0 ? precisionSum / positives : Double.NaN,
            f1Base > 0 ? 2 * truePositives / f1Base : Double.NaN,
            positives + negatives > 0 ? brier / (positives + negatives) : Double.NaN
        };
    }

    /// The ROC curve: false and true positive rates, both ascending from 0 to 1.
    double[][] roc() {
        double positives = Arrays.stream(order).filter(row -> outcome[row] == 1).count();
        double negatives = order.length - positives;
        double[] x = new double[order.length + 2];
        double[] y = new double[order.length + 2];
        int points = 1;
        double above = 0;
        double falseAbove = 0;
        int i = 0;
        while (i < order.length) {
            double score = scores[order[i]];
            while (i < order.length && scores[order[i]] == score) {
                above += outcome[order[i]];
                falseAbove += 1 - outcome[order[i]];
                i++;
            }
            x[points] = falseAbove / negatives;
            y[points++] = above / positives;
        }
        return new double[][] {Arrays.copyOf(x, points), Arrays.copyOf(y, points)};
    }
}
