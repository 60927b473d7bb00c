package org.counterpoise.engine.synth.sequential;

import org.counterpoise.engine.synth.Feature;

import java.util.random.RandomGenerator;

/// The trees of one column: one, or for numbers with gaps one that draws whether the value is
/// missing and one that draws it where it is not.
record ColumnTrees(Tree[] trees) {

    static ColumnTrees ofOne(Tree tree) {
        return new ColumnTrees(new Tree[] {tree});
    }

    /// Draws a value or code, NaN where missing.
    ///
    /// @param feature the column
    /// @param bins of the columns before this one, then row
    double draw(Feature feature, char[][] bins, int row, RandomGenerator random) {
        int donor = trees[0].donor(bins, row, random);
        if (feature.missing(donor)) {
            return Double.NaN;
        }
        if (trees.length > 1) {
            donor = trees[1].donor(bins, row, random);
        }
        return switch (feature) {
            case Feature.Continuous number -> number.values()[donor];
            case Feature.Categorical category -> category.codes()[donor];
        };
    }

    int leaves() {
        int leaves = 0;
        for (Tree tree : trees) {
            leaves += tree.leaves();
        }
        return leaves;
    }
}
