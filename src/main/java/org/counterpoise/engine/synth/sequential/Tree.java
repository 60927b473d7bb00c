package org.counterpoise.engine.synth.sequential;

import java.util.random.RandomGenerator;

/// A grown tree whose leaves hold the training rows that ended in them.
///
/// @param predictor position of the predictor that divides each node; -1 for a leaf
/// @param split for an ordered predictor the last bin that goes left; for a nominal one the start
///     of its bits in `sides`
/// @param left the left child; the right one follows it. For a leaf, the start of its rows
/// @param size for a leaf, how many rows it has
/// @param sides one bit per bin of a nominal predictor, set where it goes left
/// @param nominal by predictor
/// @param rows training rows, leaf by leaf
record Tree(
        int[] predictor,
        int[] split,
        int[] left,
        int[] size,
        long[] sides,
        boolean[] nominal,
        int[] rows) {

    /// The training row that a row with these bins is drawn from.
    ///
    /// @param bins by predictor, then row
    int donor(char[][] bins, int row, RandomGenerator random) {
        int node = leaf(bins, row);
        return rows[left[node] + random.nextInt(size[node])];
    }

    /// The leaf in which a row with these bins ends.
    int leaf(char[][] bins, int row) {
        int node = 0;
        while (predictor[node] >= 0) {
            int at = predictor[node];
            int bin = bins[at][row];
            boolean goesLeft =
                    nominal[at]
                            ? (sides[split[node] + (bin >> 6)] >>> bin & 1) != 0
                            : bin <= split[node];
            node = goesLeft ? left[node] : left[node] + 1;
        }
        return node;
    }

    int leaves() {
        int leaves = 0;
        for (int at : predictor) {
            leaves += at < 0 ? 1 : 0;
        }
        return leaves;
    }
}
