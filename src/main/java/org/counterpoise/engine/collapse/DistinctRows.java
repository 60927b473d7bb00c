package org.counterpoise.engine.collapse;

import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.Dataset;

import java.util.Arrays;
import java.util.List;

/// Counts rows that differ.
final class DistinctRows {
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private DistinctRows() {}

    /// The share of rows that differ from each other in these columns, 0 to 1; NaN without rows.
    ///
    /// Rows are told apart by 64 bits: two of a million different rows are taken for one with a
    /// probability under 3 × 10⁻⁸.
    static double share(Dataset data, List<String> columns) {
        if (data.rows() == 0) {
            return Double.NaN;
        }
        long[] keys = new long[data.rows()];
        for (String name : columns) {
            switch (data.column(name)) {
                case Column.Numbers numbers -> {
                    for (int row = 0; row < keys.length; row++) {
                        keys[row] = mix(keys[row], bits(numbers.values()[row]));
                    }
                }
                case Column.Codes codes -> {
                    for (int row = 0; row < keys.length; row++) {
                        keys[row] = mix(keys[row], codes.codes()[row]);
                    }
                }
                case Column.Texts _ -> {
                    // Free text is not synthesised.
                }
            }
        }
        return (double) Arrays.stream(keys).sorted().distinct().count() / keys.length;
    }

    /// Negative zero counts as zero.
    private static long bits(double value) {
        return Double.doubleToLongBits(value == 0 ? 0 : value);
    }

    private static long mix(long key, long value) {
        long z = key * FACTOR + value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
