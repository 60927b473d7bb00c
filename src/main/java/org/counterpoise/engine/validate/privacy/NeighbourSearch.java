package org.counterpoise.engine.validate.privacy;

import org.counterpoise.engine.Progress;

import java.util.Arrays;

/// Seeks the closest points of a batch of queries by comparing all of them, block by block, and
/// giving a pair up as soon as it cannot matter.
final class NeighbourSearch {
    /// Queries that share a block of reference points while it is in the cache.
    static final int BATCH = 64;

    private static final int BLOCK = 512;
    private static final int STRIDE = 4;

    private final Points queries;
    private final int from;
    private final double[] closest;
    private final double[] second;
    private final int[][] tied;
    private final int[] ties;

    /// @param from first query
    /// @param to one past the last query
    /// @param keepTies whether all points at the closest distance are wanted
    NeighbourSearch(Points queries, int from, int to, boolean keepTies) {
        this.queries = queries;
        this.from = from;
        this.closest = new double[to - from];
        this.second = new double[to - from];
        this.tied = keepTies ? new int[to - from][4] : new int[0][];
        this.ties = new int[to - from];
        Arrays.fill(closest, Double.POSITIVE_INFINITY);
        Arrays.fill(second, Double.POSITIVE_INFINITY);
    }

    void scan(Points reference, Progress progress) {
        for (int start = 0; start < reference.size(); start += BLOCK) {
            progress.check();
            int end = Math.min(reference.size(), start + BLOCK);
            for (int i = 0; i < closest.length; i++) {
                scan(i, reference, start, end);
            }
        }
    }

    private void scan(int i, Points reference, int start, int end) {
        int dimensions = queries.dimensions();
        double[] a = queries.coordinates();
        double[] b = reference.coordinates();
        int offset = (from + i) * dimensions;
        for (int row = start; row < end; row++) {
            double limit = second[i];
            double sum = 0;
            int base = row * dimensions;
            int d = 0;
            while (d < dimensions && sum <= limit) {
                int stop = Math.min(dimensions, d + STRIDE);
                for (; d < stop; d++) {
                    sum += Math.min(Math.abs(a[offset + d] - b[base + d]), 1);
                }
            }
            if (d == dimensions && sum <= limit) {
                found(i, row, sum);
            }
        }
    }

    private void found(int i, int row, double distance) {
        if (distance < closest[i]) {
            second[i] = closest[i];
            closest[i] = distance;
            ties[i] = 0;
            keep(i, row);
        } else {
            second[i] = Math.min(second[i], distance);
            if (distance == closest[i]) {
                keep(i, row);
            }
        }
    }

    private void keep(int i, int row) {
        if (tied.length > 0) {
            if (ties[i] == tied[i].length) {
                tied[i] = Arrays.copyOf(tied[i], 2 * ties[i]);
            }
            tied[i][ties[i]++] = row;
        }
    }

    /// Mean distance over the columns, 0 to 1, infinite if nothing was scanned.
    double closest(int i) {
        return closest[i] / queries.dimensions();
    }

    double second(int i) {
        return second[i] / queries.dimensions();
    }

    /// The points at the closest distance, ascending.
    int[] tied(int i) {
        return Arrays.copyOf(tied[i], ties[i]);
    }
}
