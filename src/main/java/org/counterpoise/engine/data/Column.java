package org.counterpoise.engine.data;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The values of one column. The arrays are shared, never copied, and must not be changed.
public sealed interface Column {

    int size();

    boolean missing(int row);

    /// The rows at these positions, in this order.
    Column select(int[] rows);

    /// Numbers and dates.
    ///
    /// @param values NaN where missing
    record Numbers(double[] values) implements Column {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public boolean missing(int row) {
            return Double.isNaN(values[row]);
        }

        /// Whether no more than so many distinct values are present.
        public boolean atMostDistinct(int most) {
            Set<Double> seen = new HashSet<>();
            for (double value : values) {
                if (!Double.isNaN(value) && seen.add(value + 0.0) && seen.size() > most) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Numbers select(int[] rows) {
            double[] selected = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                selected[i] = values[rows[i]];
            }
            return new Numbers(selected);
        }
    }

    /// Categories and booleans.
    ///
    /// @param codes index into `levels`, -1 where missing
    /// @param levels distinct texts; some may not occur
    record Codes(int[] codes, List<String> levels) implements Column {
        public Codes {
            levels = List.copyOf(levels);
        }

        @Override
        public int size() {
            return codes.length;
        }

        @Override
        public boolean missing(int row) {
            return codes[row] < 0;
        }

        @Override
        public Codes select(int[] rows) {
            int[] selected = new int[rows.length];
            for (int i = 0; i < rows.length; i++) {
                selected[i] = codes[rows[i]];
            }
            return new Codes(selected, levels);
        }

        /// How often each level occurs.
        public long[] counts() {
            long[] counts = new long[levels.size()];
            for (int code : codes) {
                if (code >= 0) {
                    counts[code]++;
                }
            }
            return counts;
        }
    }

    /// Free text.
    ///
    /// @param values `null` where missing
    record Texts(@Nullable String[] values) implements Column {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public boolean missing(int row) {
            return values[row] == null;
        }

        @Override
        public Texts select(int[] rows) {
            return new Texts(
                    Arrays.stream(rows).mapToObj(row -> values[row]).toArray(String[]::new));
        }
    }
}
