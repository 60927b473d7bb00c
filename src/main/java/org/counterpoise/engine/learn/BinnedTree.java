package org.counterpoise.engine.learn;

/// One regression tree over bins, as arrays by node; node 0 is the root.
///
/// @param columns column that a node splits, -1 for a leaf
/// @param masks bit b is set if bin b goes left
/// @param left child
/// @param right child
/// @param values what a leaf adds to the log-odds
/// @param covers training rows that came by
record BinnedTree(
        int[] columns, long[] masks, int[] left, int[] right, double[] values, int[] covers) {

    /// The value of one row.
    ///
    /// @param base where the row starts in `bins`
    double value(byte[] bins, int base) {
        int node = 0;
        while (columns[node] >= 0) {
            int bin = bins[base + columns[node]];
            node = (masks[node] >>> bin & 1) == 1 ? left[node] : right[node];
        }
        return values[node];
    }

    /// The value of one row with one of its cells taken from another.
    double value(byte[] bins, int base, int swapped, int otherBase) {
        int node = 0;
        while (columns[node] >= 0) {
            int column = columns[node];
            int bin = bins[(column == swapped ? otherBase : base) + column];
            node = (masks[node] >>> bin & 1) == 1 ? left[node] : right[node];
        }
        return values[node];
    }
}
