package org.counterpoise.engine.learn;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;

import java.util.Arrays;
import java.util.List;

/// Extremely randomised trees (Geurts, Ernst and Wehenkel 2006, doi:10.1007/s10994-006-6226-1) for
/// a category or a number.
///
/// Every tree sees every row. In a node some columns are drawn, each is cut at random, and the cut
/// that lowers the spread of what is predicted most is kept: variance, or Gini's impurity of
/// classes. Trees are grown until rows are alike. An average of such trees predicts as well as a
/// random forest and reproduces the rows it was grown on, which is what an attacker wants.
///
/// A missing value goes to a random side, drawn per node.
public final class ExtraTrees {
    private final Target target;
    private final List<RandomTree> trees;

    private ExtraTrees(Target target, List<RandomTree> trees) {
        this.target = target;
        this.trees = trees;
    }

    /// Columns to predict from.
    ///
    /// @param values per column and row; NaN where missing; of a category its codes, from 0
    /// @param nominal per column, whether it is a category
    public record Inputs(double[][] values, boolean[] nominal) {

        /// Number of columns.
        public int width() {
            return values.length;
        }
    }

    /// What is predicted, one value per row and none missing.
    ///
    /// @param classes number of classes; 0 for a number
    /// @param values numbers, or classes from 0
    public record Target(int classes, double[] values) {

        public static Target numbers(double[] values) {
            return new Target(0, values);
        }

        public static Target classes(int[] codes, int classes) {
            return new Target(classes, Arrays.stream(codes).asDoubleStream().toArray());
        }

        /// Predictions per row: one per class, or the number.
        public int width() {
            return Math.max(1, classes);
        }

        int slot(int row) {
            return classes == 0 ? 0 : (int) values[row];
        }

        double weight(int row) {
            return classes == 0 ? values[row] : 1;
        }
    }

    /// Grows trees.
    ///
    /// @param inputs as many rows as the target has, at least one
    /// @param trees at least 1
    public static ExtraTrees fit(
            Inputs inputs, Target target, int trees, long seed, Progress progress) {
        return new ExtraTrees(
                target,
                Parallel.map(
                        trees,
                        progress,
                        "Growing trees",
                        tree -> RandomTree.grow(inputs, target, Streams.of(seed, tree), progress)));
    }

    /// Predicts rows.
    ///
    /// @param inputs the same columns in the same order; classes never seen are allowed
    /// @return per class, or for the number alone, one value per row: the share of the class, or
    ///     the mean
    public double[][] predict(Inputs inputs) {
        int rows = inputs.width() == 0 ? 0 : inputs.values()[0].length;
        double[][] predicted = new double[target.width()][rows];
        for (int row = 0; row < rows; row++) {
            for (RandomTree tree : trees) {
                int leaf = tree.leaf(inputs, row);
                double[] means = tree.means(leaf);
                for (int slot = 0; slot < means.length; slot++) {
                    predicted[slot][row] += means[slot] / trees.size();
                }
                int size = tree.to(leaf) - tree.from(leaf);
                for (int i = tree.from(leaf); means.length == 0 && i < tree.to(leaf); i++) {
                    int learned = tree.row(i);
                    predicted[target.slot(learned)][row] +=
                            target.weight(learned) / size / trees.size();
                }
            }
        }
        return predicted;
    }
}
