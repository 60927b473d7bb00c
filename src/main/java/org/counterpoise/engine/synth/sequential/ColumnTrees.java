package org.counterpoise.engine.synth.sequential;

import org.counterpoise.engine.synth.Feature;

import java.util.List;
import java.util.random.RandomGenerator;

/// What one column is drawn from: a tree or a forest, and for numbers with gaps another that draws
/// first whether the value is missing.
///
/// Of a forest one tree is drawn for each row, and a donor from its leaf (Doove, van Buuren and
/// Dusseldorp 2014, doi:10.1016/j.csda.2013.10.025).
///
/// @param gaps empty if the column's own trees know about missing values
/// @param values at least one
record ColumnTrees(List<Tree> gaps, List<Tree> values, Smoothing smoothing) {

    /// Draws a value or code, NaN where missing.
    ///
    /// @param feature the column
    /// @param bins of the columns before this one, then row
    double draw(Feature feature, char[][] bins, int row, RandomGenerator random) {
        if (!gaps.isEmpty() && feature.missing(donor(gaps, bins, row, random))) {
            return Double.NaN;
        }
        int donor = donor(values, bins, row, random);
        return switch (feature) {
            case Feature.Continuous number -> smoothing.apply(number.values()[donor], random);
            case Feature.Categorical category ->
                    category.missing(donor) ? Double.NaN : category.codes()[donor];
        };
    }

    private static int donor(List<Tree> trees, char[][] bins, int row, RandomGenerator random) {
        Tree tree = trees.size() == 1 ? trees.getFirst() : trees.get(random.nextInt(trees.size()));
        return tree.donor(bins, row, random);
    }

    int leaves() {
        return gaps.stream().mapToInt(Tree::leaves).sum()
                + values.stream().mapToInt(Tree::leaves).sum();
    }
}
