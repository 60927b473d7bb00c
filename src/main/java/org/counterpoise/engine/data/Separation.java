package org.counterpoise.engine.data;

import java.util.Arrays;

/// How well one column tells the two sides of an outcome apart, all by itself.
final class Separation {
    /// How many rows of the overall rate a level's own rate is mixed with.
    private static final double PRIOR_ROWS = 10;

    private Separation() {}

    /// The area under the ROC curve of a number: the chance that a positive row has a larger value
    /// than a negative one, ties counting half (Hanley and McNeil 1982).
    ///
    /// @param values NaN where missing; such rows do not count
    /// @return NaN without both sides
    static double auc(double[] values, BinaryOutcome outcome) {
        double[] positive = side(values, outcome, 1);
        double[] negative = side(values, outcome, 0);
        if (positive.length == 0 || negative.length == 0) {
            return Double.NaN;
        }
        double wins = 0;
        int below = 0;
        int upTo = 0;
        for (double value : positive) {
            while (below < negative.length && negative[below] < value) {
                below++;
            }
            upTo = Math.max(upTo, below);
            while (upTo < negative.length && negative[upTo] == value) {
                upTo++;
            }
            wins += below + 0.5 * (upTo - below);
        }
        return wins / positive.length / negative.length;
    }

    /// The values of the rows on one side, ascending.
    static double[] side(double[] values, BinaryOutcome outcome, int side) {
        double[] chosen = new double[values.length];
        int n = 0;
        for (int row = 0; row < values.length; row++) {
            if (outcome.values()[row] == side && !Double.isNaN(values[row])) {
                chosen[n++] = values[row];
            }
        }
        chosen = Arrays.copyOf(chosen, n);
        Arrays.sort(chosen);
        return chosen;
    }

    /// The area under the ROC curve of a category, each row scored by the share of positives among
    /// the other rows of its level, so that a level of one row tells nothing about itself.
    ///
    /// @return at least 0.5; NaN without both sides
    static double auc(Column.Codes codes, BinaryOutcome outcome) {
        int levels = codes.levels().size();
        double[] positives = new double[levels];
        double[] counts = new double[levels];
        double allPositives = 0;
        double all = 0;
        for (int row = 0; row < codes.size(); row++) {
            int level = codes.codes()[row];
            int value = outcome.values()[row];
            if (level >= 0 && value >= 0) {
                positives[level] += value;
                counts[level]++;
                allPositives += value;
                all++;
            }
        }
        double rate = all > 0 ? allPositives / all : 0;
        double[] scores = new double[codes.size()];
        for (int row = 0; row < scores.length; row++) {
            int level = codes.codes()[row];
            int value = outcome.values()[row];
            scores[row] =
                    level < 0 || value < 0
                            ? Double.NaN
                            : (positives[level] - value + PRIOR_ROWS * rate)
                                    / (counts[level] - 1 + PRIOR_ROWS);
        }
        return Math.max(0.5, auc(scores, outcome));
    }
}
