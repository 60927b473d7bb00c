package org.counterpoise.engine.audit.noise;

import org.counterpoise.engine.data.ColumnInfo;

import java.util.List;
import java.util.stream.IntStream;

/// The labels given.
///
/// @param column that holds them
/// @param classes that occur
/// @param codes index into `classes` per row, -1 where missing
record Given(ColumnInfo column, List<String> classes, int[] codes) {

    int labelled() {
        return (int) IntStream.of(codes).filter(code -> code >= 0).count();
    }

    /// Rows of each class among those that `in` holds for.
    long[] counts(java.util.function.IntPredicate in) {
        long[] counts = new long[classes.size()];
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] >= 0 && in.test(row)) {
                counts[codes[row]]++;
            }
        }
        return counts;
    }
}
