package org.counterpoise.engine.synth.sequential;

/// How far trees grow.
///
/// @param minimumLeaf a leaf has at least so many rows; a node of fewer than three times as many is
///     not divided, as in rpart
/// @param complexity a division must lower the impurity of the whole tree by this share of the
///     root's
/// @param tried predictors tried at each division, drawn at random; 0 for all
record Growing(int minimumLeaf, double complexity, int tried) {
    static final int MOST_DEPTH = 30;

    int minimumSplit() {
        return Math.max(2, 3 * minimumLeaf);
    }
}
