package org.counterpoise.engine.stats;

import java.util.Arrays;

/// Sorts many numbers by their bits (a radix sort of the least digit first), which takes a third of
/// the time of a comparison sort from some ten thousand on.
public final class DoubleSort {
    private static final int SMALL = 1 << 13;
    private static final int BITS = 11;
    private static final int BUCKETS = 1 << BITS;
    private static final int PASSES = 6;

    private DoubleSort() {}

    /// Sorts in place, as [Arrays#sort(double[])] does: -0.0 before 0.0, NaN last.
    public static void sort(double[] values) {
        if (values.length < SMALL) {
            Arrays.sort(values);
            return;
        }
        long[] keys = new long[values.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = key(values[i]);
        }
        long[] sorted = sorted(keys);
        for (int i = 0; i < keys.length; i++) {
            values[i] = value(sorted[i]);
        }
    }

    /// The positions of values in ascending order, equal ones in the order in which they come; -0.0
    /// before 0.0, NaN last.
    public static int[] order(double[] values) {
        int n = values.length;
        long[] keys = new long[n];
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            keys[i] = key(values[i]);
            order[i] = i;
        }
        int[][] counts = counts(keys);
        long[] otherKeys = new long[n];
        int[] otherOrder = new int[n];
        for (int pass = 0; pass < PASSES; pass++) {
            if (starts(counts[pass], n)) {
                int[] next = counts[pass];
                int shift = pass * BITS;
                for (int i = 0; i < n; i++) {
                    int to = next[(int) (keys[i] >>> shift) & (BUCKETS - 1)]++;
                    otherKeys[to] = keys[i];
                    otherOrder[to] = order[i];
                }
                long[] spareKeys = keys;
                keys = otherKeys;
                otherKeys = spareKeys;
                int[] spareOrder = order;
                order = otherOrder;
                otherOrder = spareOrder;
            }
        }
        return order;
    }

    private static long[] sorted(long[] given) {
        long[] keys = given;
        int[][] counts = counts(keys);
        long[] other = new long[keys.length];
        for (int pass = 0; pass < PASSES; pass++) {
            if (starts(counts[pass], keys.length)) {
                int[] next = counts[pass];
                int shift = pass * BITS;
                for (long key : keys) {
                    other[next[(int) (key >>> shift) & (BUCKETS - 1)]++] = key;
                }
                long[] spare = keys;
                keys = other;
                other = spare;
            }
        }
        return keys;
    }

    /// How often each digit has each value.
    private static int[][] counts(long[] keys) {
        int[][] counts = new int[PASSES][BUCKETS];
        for (long key : keys) {
            counts[0][(int) key & (BUCKETS - 1)]++;
            counts[1][(int) (key >>> BITS) & (BUCKETS - 1)]++;
            counts[2][(int) (key >>> 2 * BITS) & (BUCKETS - 1)]++;
            counts[3][(int) (key >>> 3 * BITS) & (BUCKETS - 1)]++;
            counts[4][(int) (key >>> 4 * BITS) & (BUCKETS - 1)]++;
            counts[5][(int) (key >>> 5 * BITS) & (BUCKETS - 1)]++;
        }
        return counts;
    }

    /// Turns counts into where each bucket starts.
    ///
    /// @return false if all keys are in one bucket, so that there is nothing to move
    private static boolean starts(int[] counts, int n) {
        int from = 0;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            int count = counts[bucket];
            if (count == n) {
                return false;
            }
            counts[bucket] = from;
            from += count;
        }
        return true;
    }

    /// A long that orders, taken as unsigned, as the number does.
    private static long key(double value) {
        long bits = Double.doubleToLongBits(value);
        return bits ^ ((bits >> 63) | Long.MIN_VALUE);
    }

    private static double value(long key) {
        return Double.longBitsToDouble(key ^ ((~key >> 63) | Long.MIN_VALUE));
    }
}
