package org.counterpoise.engine.synth;

import org.counterpoise.engine.Progress;

/// Iterative proportional fitting: the table nearest to a given one (in Kullback–Leibler distance)
/// that has given margins (Deming and Stephan 1940, doi:10.1214/aoms/1177731829).
///
/// Cells that start at 0 stay 0. Where no table with the same zeros has these margins, the steps
/// end without meeting them, and [Result#gap()] says by how much.
public final class Raking {
    private static final int MOST_ROUNDS = 2000;
    private static final double ENOUGH = 1e-12;

    private Raking() {}

    /// @param weights per cell, with the sum of the first margin's totals
    /// @param rounds how often all margins were fitted
    /// @param gap largest difference between a margin's total and what was wanted, as a share of
    ///     all
    public record Result(double[] weights, int rounds, double gap) {}

    /// Fits a table to margins.
    ///
    /// @param start weight per cell, not negative
    /// @param groups for each margin, the group of each cell
    /// @param totals for each margin, the wanted total of each group; every margin of the same sum
    public static Result fit(double[] start, int[][] groups, double[][] totals, Progress progress) {
        double[] weights = start.clone();
        double sum = 0;
        for (double total : totals[0]) {
            sum += total;
        }
        int rounds = 0;
        double gap = Double.POSITIVE_INFINITY;
        while (rounds < MOST_ROUNDS && gap > ENOUGH) {
            progress.check();
            for (int margin = 0; margin < groups.length; margin++) {
                scale(weights, groups[margin], totals[margin]);
            }
            rounds++;
            gap = 0;
            for (int margin = 0; margin < groups.length; margin++) {
                gap = Math.max(gap, gap(weights, groups[margin], totals[margin]) / sum);
            }
        }
        return new Result(weights, rounds, gap);
    }

    private static void scale(double[] weights, int[] groups, double[] totals) {
        double[] found = totals(weights, groups, totals.length);
        for (int cell = 0; cell < weights.length; cell++) {
            double have = found[groups[cell]];
            weights[cell] = have > 0 ? weights[cell] * (totals[groups[cell]] / have) : 0;
        }
    }

    private static double gap(double[] weights, int[] groups, double[] totals) {
        double[] found = totals(weights, groups, totals.length);
        double gap = 0;
        for (int group = 0; group < totals.length; group++) {
            gap = Math.max(gap, Math.abs(found[group] - totals[group]));
        }
        return gap;
    }

    private static double[] totals(double[] weights, int[] groups, int size) {
        double[] totals = new double[size];
        for (int cell = 0; cell < weights.length; cell++) {
            totals[groups[cell]] += weights[cell];
        }
        return totals;
    }
}
