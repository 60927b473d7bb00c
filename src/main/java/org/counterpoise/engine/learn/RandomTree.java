package org.counterpoise.engine.learn;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.learn.ExtraTrees.Inputs;
import org.counterpoise.engine.learn.ExtraTrees.Target;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// One tree. Nodes are kept side by side; the rows of a leaf are a range of `order`.
final class RandomTree {
    private static final int LEAF = -1;
    private static final double[] NONE = {};

    private final int[] order;
    private int[] column = new int[64];
    private double[] cut = new double[64];
    private long[] sides = new long[64];
    private int[] right = new int[64];
    private int[] begin = new int[64];
    private int[] end = new int[64];
    private double[][] means = new double[64][];
    private int nodes;

    private RandomTree(int rows) {
        order = new int[rows];
        Arrays.setAll(order, i -> i);
    }

    static RandomTree grow(
            Inputs inputs, Target target, RandomGenerator random, Progress progress) {
        RandomTree tree = new RandomTree(target.values().length);
        RandomCut cuts = new RandomCut(inputs, target, random);
        tree.grow(cuts, target, 0, tree.order.length, progress);
        return tree;
    }

    /// Children follow their parent: the left one at once, the right one after all of the left.
    private void grow(RandomCut cuts, Target target, int from, int to, Progress progress) {
        progress.check();
        int node = add(from, to);
        if (!cuts.split(order, from, to)) {
            means[node] = means(target, from, to);
            return;
        }
        column[node] = cuts.column();
        cut[node] = cuts.cut();
        sides[node] = cuts.sides();
        int middle = partition(cuts, from, to);
        grow(cuts, target, from, middle, progress);
        right[node] = nodes;
        grow(cuts, target, middle, to, progress);
    }

    private int add(int from, int to) {
        if (nodes == column.length) {
            int more = 2 * nodes;
            column = Arrays.copyOf(column, more);
            cut = Arrays.copyOf(cut, more);
            sides = Arrays.copyOf(sides, more);
            right = Arrays.copyOf(right, more);
            begin = Arrays.copyOf(begin, more);
            end = Arrays.copyOf(end, more);
            means = Arrays.copyOf(means, more);
        }
        column[nodes] = LEAF;
        begin[nodes] = from;
        end[nodes] = to;
        return nodes++;
    }

    /// The prediction of a leaf; empty if its rows are fewer than the numbers that would take.
    private double[] means(Target target, int from, int to) {
        if (to - from < target.width()) {
            return NONE;
        }
        double[] sums = new double[target.width()];
        for (int i = from; i < to; i++) {
            sums[target.slot(order[i])] += target.weight(order[i]);
        }
        for (int slot = 0; slot < sums.length; slot++) {
            sums[slot] /= to - from;
        }
        return sums;
    }

    private int partition(RandomCut cuts, int from, int to) {
        int low = from;
        int high = to - 1;
        while (low <= high) {
            if (cuts.left(order[low])) {
                low++;
            } else {
                int row = order[low];
                order[low] = order[high];
                order[high--] = row;
            }
        }
        return low;
    }

    int leaf(Inputs inputs, int row) {
        int node = 0;
        while (column[node] != LEAF) {
            int c = column[node];
            node =
                    RandomCut.goesLeft(
                                    inputs.values()[c][row],
                                    inputs.nominal()[c],
                                    cut[node],
                                    sides[node])
                            ? node + 1
                            : right[node];
        }
        return node;
    }

    /// What a leaf predicts; empty where its rows have to be asked.
    double[] means(int leaf) {
        return means[leaf];
    }

    int from(int leaf) {
        return begin[leaf];
    }

    int to(int leaf) {
        return end[leaf];
    }

    int row(int position) {
        return order[position];
    }
}
