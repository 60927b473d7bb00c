package org.counterpoise.engine.validate;

import org.counterpoise.engine.Progress;

import java.util.Arrays;

/// Which points are equal in every column.
final class DistinctPoints {
    private DistinctPoints() {}

    /// All points, equal ones next to each other and ascending.
    static int[] order(Points points, Progress progress) {
        int[] order = new int[points.size()];
        long[] keys = new long[points.size()];
        for (int i = 0; i < order.length; i++) {
            if (i % 10_000 == 0) {
                progress.check();
            }
            // The position in the low bits makes the order of equal points that of the table.
            keys[i] = hash(points, i) & 0xFFFF_FFFF_0000_0000L | i;
        }
        Arrays.sort(keys);
        progress.check();
        int from = 0;
        for (int i = 0; i < order.length; i++) {
            order[i] = (int) keys[i];
            boolean last = i + 1 == order.length || keys[i] >> 32 != keys[i + 1] >> 32;
            if (last) {
                separate(points, order, from, i + 1);
                from = i + 1;
            }
        }
        return order;
    }

    /// Points of one hash are nearly always equal; those that are not are brought apart.
    private static void separate(Points points, int[] order, int from, int to) {
        int done = from;
        while (done < to) {
            int first = order[done];
            int[] others = new int[to - done];
            int kept = 0;
            int equal = done;
            for (int i = done; i < to; i++) {
                if (equal(points, first, order[i])) {
                    order[equal++] = order[i];
                } else {
                    others[kept++] = order[i];
                }
            }
            System.arraycopy(others, 0, order, equal, kept);
            done = equal;
        }
    }

    /// Where each run of equal points begins in `order`, and one past the last.
    static int[] begins(Points points, int[] order) {
        int[] begins = new int[order.length + 1];
        int count = 0;
        for (int i = 0; i < order.length; i++) {
            if (i == 0 || !equal(points, order[i - 1], order[i])) {
                begins[count++] = i;
            }
        }
        begins[count] = order.length;
        return Arrays.copyOf(begins, count + 1);
    }

    private static boolean equal(Points points, int a, int b) {
        int dimensions = points.dimensions();
        return Arrays.equals(
                points.coordinates(),
                a * dimensions,
                (a + 1) * dimensions,
                points.coordinates(),
                b * dimensions,
                (b + 1) * dimensions);
    }

    private static long hash(Points points, int row) {
        long hash = 0;
        int base = row * points.dimensions();
        for (int d = 0; d < points.dimensions(); d++) {
            long bits = Double.doubleToLongBits(points.coordinates()[base + d]);
            hash = (hash ^ bits) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return hash;
    }
}
