package org.counterpoise.engine.validate;

import org.counterpoise.engine.Progress;

import java.util.Arrays;
import java.util.List;

/// The equivalence classes of rows that are equal in every key.
///
/// @param count number of classes
/// @param of per table and row, the class, 0 to `count` − 1, numbered as they are met
public record KeyClasses(int count, int[][] of) {
    /// Rows between two questions whether the work should stop.
    private static final int BATCH = 1 << 16;

    /// @param keys with the same tables and rows; without any, all rows are in one class
    /// @param rows per table
    public static KeyClasses of(List<KeyColumn> keys, int[] rows, Progress progress) {
        int[][] classes = new int[rows.length][];
        for (int t = 0; t < rows.length; t++) {
            classes[t] = new int[rows[t]];
        }
        int count = 1;
        for (KeyColumn key : keys) {
            count = refine(classes, key, progress);
        }
        return new KeyClasses(count, classes);
    }

    /// Parts every class by one more key.
    private static int refine(int[][] classes, KeyColumn key, Progress progress) {
        Numbers numbers = new Numbers(Arrays.stream(classes).mapToInt(table -> table.length).sum());
        for (int t = 0; t < classes.length; t++) {
            int[] table = classes[t];
            int[] codes = key.codes()[t];
            for (int row = 0; row < table.length; row++) {
                if (row % BATCH == 0) {
                    progress.check();
                }
                table[row] = numbers.of((long) table[row] * key.levels() + codes[row]);
            }
        }
        return numbers.count;
    }

    /// Numbers keys as they are met, by open addressing.
    private static final class Numbers {
        private final long[] keys;
        private final int[] numbers;
        private int count;

        Numbers(int most) {
            int size = Integer.highestOneBit(Math.max(8, most)) * 4;
            keys = new long[size];
            numbers = new int[size];
            Arrays.fill(numbers, -1);
        }

        int of(long key) {
            long mixed = key * 0x9E3779B97F4A7C15L;
            int slot = (int) (mixed ^ (mixed >>> 32)) & (keys.length - 1);
            while (numbers[slot] >= 0 && keys[slot] != key) {
                slot = (slot + 1) & (keys.length - 1);
            }
            if (numbers[slot] < 0) {
                keys[slot] = key;
                numbers[slot] = count++;
            }
            return numbers[slot];
        }
    }

    /// How many rows of a table are in each class.
    public int[] sizes(int table) {
        int[] sizes = new int[count];
        for (int number : of[table]) {
            sizes[number]++;
        }
        return sizes;
    }
}
