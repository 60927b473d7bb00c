package org.counterpoise.engine.synth.copula;

import org.counterpoise.engine.Progress;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// When a column is missing.
sealed interface Missing {

    record Never() implements Missing {}

    record Always() implements Missing {}

    /// Missing where a latent number of its own lies below the threshold. Columns that are missing
    /// in the same rows share one.
    record Indicator(int latent, double threshold) implements Missing {}

    /// Missing exactly where another column has certain values, such as a cause of death where
    /// nobody died.
    ///
    /// @param column the other column; never missing itself
    /// @param at by position among that column's distinct values
    record Given(int column, boolean[] at) implements Missing {}

    /// A rule by another column needs this few values, each this often, or it may be chance.
    int MOST_VALUES = 20;

    int FEWEST_ROWS = 5;

    /// The rows in which a column is missing.
    static BitSet pattern(double[] x) {
        BitSet rows = new BitSet(x.length);
        for (int row = 0; row < x.length; row++) {
            if (Double.isNaN(x[row])) {
                rows.set(row);
            }
        }
        return rows;
    }

    /// The rule by which another column determines the pattern, if there is one.
    static Optional<Missing> given(
            BitSet pattern, List<Axis> axes, List<Scored> scored, Progress progress) {
        for (int column = 0; column < axes.size(); column++) {
            progress.check();
            double[] x = axes.get(column).x();
            StepScores values = scored.get(column).steps();
            boolean usable =
                    values.distinct().length > 1
                            && values.distinct().length <= MOST_VALUES
                            && Arrays.stream(values.counts()).sum() == x.length
                            && Arrays.stream(values.counts()).min().orElse(0) >= FEWEST_ROWS;
            if (usable && determines(x, values, pattern)) {
                return Optional.of(new Given(column, missingAt(x, values, pattern)));
            }
        }
        return Optional.empty();
    }

    private static boolean[] missingAt(double[] x, StepScores values, BitSet pattern) {
        boolean[] at = new boolean[values.distinct().length];
        for (int row = 0; row < x.length; row++) {
            if (pattern.get(row)) {
                at[values.position(x[row])] = true;
            }
        }
        return at;
    }

    private static boolean determines(double[] x, StepScores values, BitSet pattern) {
        boolean[] at = missingAt(x, values, pattern);
        for (int row = 0; row < x.length; row++) {
            if (at[values.position(x[row])] != pattern.get(row)) {
                return false;
            }
        }
        return true;
    }
}
