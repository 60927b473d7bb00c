package org.counterpoise.engine.validate;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Rows that stand for a table too large to be compared whole.
public final class RowSample {
    private RowSample() {}

    /// Different rows, ascending: all, or a random `limit` of them.
    ///
    /// @param size number of rows there are
    /// @param limit at least 0
    public static int[] of(int size, int limit, RandomGenerator random) {
        int[] rows = new int[size];
        Arrays.setAll(rows, i -> i);
        if (size <= limit) {
            return rows;
        }
        for (int i = 0; i < limit; i++) {
            int other = i + random.nextInt(size - i);
            int row = rows[i];
            rows[i] = rows[other];
            rows[other] = row;
        }
        int[] chosen = Arrays.copyOf(rows, limit);
        Arrays.sort(chosen);
        return chosen;
    }
}
