package org.counterpoise.engine.learn;

import java.util.ArrayList;
import java.util.List;

/// Exact Shapley values of boosted trees, in log-odds.
///
/// What a model would say knowing only some columns is the mean over its leaves, weighted at each
/// unknown split by the training rows that went either way (the tree-path-dependent values of
/// Lundberg et al. 2020, doi:10.1038/s42256-019-0138-9). Computed leaf by leaf: a leaf's value
/// counts in full for a column whose bin leads to it, and by the share of rows for an unknown one,
/// so that the sum over coalitions is a polynomial of as many factors as the path has columns.
public final class TreeShap {
    private final List<Leaf> leaves = new ArrayList<>();
    private final double expected;

    /// A leaf and how rows come to it.
    ///
    /// @param columns that its path splits, each once
    /// @param allowed bins of each that lead to it
    /// @param shares of the rows that go its way at the splits of each
    private record Leaf(double value, int[] columns, long[] allowed, double[] shares) {}

    public TreeShap(BinnedBoosting model) {
        for (BinnedTree tree : model.trees()) {
            collect(tree, 0, new ArrayList<>());
        }
        double sum = model.intercept();
        for (Leaf leaf : leaves) {
            double share = leaf.value();
            for (double own : leaf.shares()) {
                share *= own;
            }
            sum += share;
        }
        this.expected = sum;
    }

    private record Condition(int column, long bins, double share) {}

    private void collect(BinnedTree tree, int node, List<Condition> path) {
        if (tree.columns()[node] < 0) {
            leaves.add(leaf(tree.values()[node], path));
            return;
        }
        int[] children = {tree.left()[node], tree.right()[node]};
        for (int side = 0; side < 2; side++) {
            long mask = side == 0 ? tree.masks()[node] : ~tree.masks()[node];
            double share = (double) tree.covers()[children[side]] / tree.covers()[node];
            path.add(new Condition(tree.columns()[node], mask, share));
            collect(tree, children[side], path);
            path.removeLast();
        }
    }

    private static Leaf leaf(double value, List<Condition> path) {
        int[] columns = path.stream().mapToInt(Condition::column).distinct().toArray();
        long[] allowed = new long[columns.length];
        double[] shares = new double[columns.length];
        for (int i = 0; i < columns.length; i++) {
            allowed[i] = -1L;
            shares[i] = 1;
            for (Condition condition : path) {
                if (condition.column() == columns[i]) {
                    allowed[i] &= condition.bins();
                    shares[i] *= condition.share();
                }
            }
        }
        return new Leaf(value, columns, allowed, shares);
    }

    /// What the model says of nobody in particular; the values of a row add up to what it says of
    /// the row less this.
    public double expected() {
        return expected;
    }

    /// The value of each column for one row.
    public double[] values(BinnedTable table, int row) {
        double[] values = new double[table.columns()];
        double[] chances = new double[table.columns()];
        for (Leaf leaf : leaves) {
            int k = leaf.columns().length;
            for (int i = 0; i < k; i++) {
                chances[i] = leaf.allowed()[i] >>> table.bin(row, leaf.columns()[i]) & 1;
            }
            for (int i = 0; i < k; i++) {
                double weight = weight(leaf.shares(), chances, k, i);
                values[leaf.columns()[i]] +=
                        leaf.value() * weight * (chances[i] - leaf.shares()[i]);
            }
        }
        return values;
    }

    /// Σ over sets S of the other columns of |S|! (k − 1 − |S|)! / k! ∏ of the chance of those in S
    /// and the share of those not.
    private static double weight(double[] shares, double[] chances, int k, int without) {
        double[] coefficients = new double[k];
        coefficients[0] = 1;
        int degree = 0;
        for (int j = 0; j < k; j++) {
            if (j != without) {
                degree++;
                for (int s = degree; s >= 0; s--) {
                    coefficients[s] =
                            coefficients[s] * shares[j]
                                    + (s > 0 ? coefficients[s - 1] * chances[j] : 0);
                }
            }
        }
        double sum = 0;
        double factor = 1.0 / k;
        for (int s = 0; s < k; s++) {
            sum += factor * coefficients[s];
            factor *= (s + 1.0) / Math.max(1, k - 1 - s);
        }
        return sum;
    }
}
