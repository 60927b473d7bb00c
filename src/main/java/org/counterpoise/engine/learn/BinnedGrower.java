package org.counterpoise.engine.learn;

import java.util.Arrays;

/// Grows the trees of one model over its training rows.
final class BinnedGrower {
    private final byte[] bins;
    private final int[] columns;
    private final boolean[] nominal;
    private final int depth;
    private final double ridge;
    private final double smallest;
    private final double rate;
    private final long[] gradients;
    private final double[] scores;
    private final int[] order;
    private final int[] aside;

    private int nodes;
    private int[] nodeColumns = new int[0];
    private long[] masks = new long[0];
    private int[] left = new int[0];
    private int[] right = new int[0];
    private double[] values = new double[0];
    private int[] covers = new int[0];

    /// @param rows training rows of the table
    /// @param columns to learn from
    /// @param unit how many units of a packed sum make 1
    BinnedGrower(
            BinnedTable table,
            int[] rows,
            int[] columns,
            BinnedBoosting.Options options,
            double unit) {
        this.columns = columns;
        this.nominal = new boolean[columns.length];
        this.bins = new byte[rows.length * columns.length];
        for (int c = 0; c < columns.length; c++) {
            nominal[c] = table.nominal(columns[c]);
        }
        int at = 0;
        for (int row : rows) {
            int base = row * table.columns();
            for (int column : columns) {
                bins[at++] = table.bins()[base + column];
            }
        }
        this.depth = options.depth();
        this.ridge = options.ridge() * unit;
        this.smallest = options.smallest() * unit;
        this.rate = options.rate();
        this.gradients = new long[rows.length];
        this.scores = new double[rows.length];
        this.order = new int[rows.length];
        this.aside = new int[rows.length];
    }

    /// Packed derivatives by training row, to be set before a tree is grown.
    long[] gradients() {
        return gradients;
    }

    /// Log-odds by training row; a grown tree adds to them.
    double[] scores() {
        return scores;
    }

    BinnedTree grow() {
        int most = (1 << (depth + 1)) - 1;
        nodes = 0;
        nodeColumns = new int[most];
        masks = new long[most];
        left = new int[most];
        right = new int[most];
        values = new double[most];
        covers = new int[most];
        Arrays.setAll(order, i -> i);
        long total = 0;
        for (long gradient : gradients) {
            total += gradient;
        }
        node(0, order.length, total, sums(0, order.length), 0);
        return new BinnedTree(
                Arrays.copyOf(nodeColumns, nodes),
                Arrays.copyOf(masks, nodes),
                Arrays.copyOf(left, nodes),
                Arrays.copyOf(right, nodes),
                Arrays.copyOf(values, nodes),
                Arrays.copyOf(covers, nodes));
    }

    /// @param sums by bin, used up; empty at the deepest level
    /// @return its number
    private int node(int from, int to, long total, long[] sums, int level) {
        int node = nodes++;
        covers[node] = to - from;
        BinnedSplit split =
                level < depth
                        ? BinnedSplit.best(sums, nominal, total, ridge, smallest)
                        : new BinnedSplit(-1, 0, 0, 0);
        if (split.column() < 0) {
            leaf(node, from, to, total);
            return node;
        }
        int middle = partition(from, to, split);
        nodeColumns[node] = columns[split.column()];
        masks[node] = split.mask();
        long[] small = new long[0];
        boolean leftIsSmall = middle - from <= to - middle;
        if (level + 1 < depth) {
            small = leftIsSmall ? sums(from, middle) : sums(middle, to);
            BinnedSplit.subtract(sums, small);
        }
        left[node] = node(from, middle, split.left(), leftIsSmall ? small : sums, level + 1);
        right[node] = node(middle, to, total - split.left(), leftIsSmall ? sums : small, level + 1);
        return node;
    }

    private void leaf(int node, int from, int to, long total) {
        double value = -rate * BinnedSplit.gradient(total) / (BinnedSplit.hessian(total) + ridge);
        nodeColumns[node] = -1;
        values[node] = value;
        for (int i = from; i < to; i++) {
            scores[order[i]] += value;
        }
    }

    private long[] sums(int from, int to) {
        int width = columns.length;
        long[] sums = new long[width * BinCoding.MOST];
        for (int i = from; i < to; i++) {
            int row = order[i];
            long gradient = gradients[row];
            int base = row * width;
            for (int c = 0, at = 0; c < width; c++, at += BinCoding.MOST) {
                sums[at + bins[base + c]] += gradient;
            }
        }
        return sums;
    }

    /// Puts the rows that go left first, both sides in their order.
    ///
    /// @return where the right side starts
    private int partition(int from, int to, BinnedSplit split) {
        int width = columns.length;
        int middle = from;
        int kept = 0;
        for (int i = from; i < to; i++) {
            int row = order[i];
            if ((split.mask() >>> bins[row * width + split.column()] & 1) == 1) {
                order[middle++] = row;
            } else {
                aside[kept++] = row;
            }
        }
        System.arraycopy(aside, 0, order, middle, kept);
        return middle;
    }
}
