package org.counterpoise.engine.stats;

import java.util.Arrays;

/// A contingency table of two coded columns that holds only the cells that occur, so that columns
/// with thousands of levels are affordable.
///
/// @param width number of codes of the second column; the key of a cell is `a · width + b`
/// @param keys cells that occur, ascending
/// @param counts rows in each of them
/// @param total all rows counted
public record CrossTable(int width, long[] keys, long[] counts, long total) {
    /// Up to this many cells are counted in place; more are sorted.
    private static final long DENSE_CELLS = 1 << 18;

    /// Counts the rows in which neither code is negative.
    ///
    /// @param a codes of the first column
    /// @param b codes of the second column, each under `width`
    public static CrossTable of(int[] a, int[] b, int width) {
        int largest = -1;
        for (int code : a) {
            largest = Math.max(largest, code);
        }
        long cells = (largest + 1L) * width;
        return cells <= DENSE_CELLS ? counted(a, b, width, (int) cells) : sorted(a, b, width);
    }

    private static CrossTable counted(int[] a, int[] b, int width, int cells) {
        int[] counts = new int[cells];
        long total = 0;
        int used = 0;
        for (int i = 0; i < a.length; i++) {
            if (a[i] >= 0 && b[i] >= 0 && counts[a[i] * width + b[i]]++ == 0) {
                used++;
            }
        }
        long[] keys = new long[used];
        long[] kept = new long[used];
        int next = 0;
        for (int cell = 0; cell < cells; cell++) {
            if (counts[cell] > 0) {
                keys[next] = cell;
                kept[next++] = counts[cell];
                total += counts[cell];
            }
        }
        return new CrossTable(width, keys, kept, total);
    }

    private static CrossTable sorted(int[] a, int[] b, int width) {
        long[] all = new long[a.length];
        int n = 0;
        for (int i = 0; i < a.length; i++) {
            if (a[i] >= 0 && b[i] >= 0) {
                all[n++] = (long) a[i] * width + b[i];
            }
        }
        Arrays.sort(all, 0, n);
        long[] keys = new long[n];
        long[] counts = new long[n];
        int used = 0;
        for (int i = 0; i < n; i++) {
            if (used == 0 || keys[used - 1] != all[i]) {
                keys[used++] = all[i];
            }
            counts[used - 1]++;
        }
        return new CrossTable(width, Arrays.copyOf(keys, used), Arrays.copyOf(counts, used), n);
    }

    /// Cramér's V without bias correction, √(χ²/n / min(r − 1, c − 1)), r and c counting the levels
    /// that occur (Cramér 1946).
    ///
    /// @return 0 to 1; NaN if either column has fewer than two levels
    public double cramersV() {
        int rows = keys.length == 0 ? 0 : (int) (keys[keys.length - 1] / width) + 1;
        double[] rowSums = new double[rows];
        double[] columnSums = new double[width];
        for (int i = 0; i < keys.length; i++) {
            rowSums[(int) (keys[i] / width)] += counts[i];
            columnSums[(int) (keys[i] % width)] += counts[i];
        }
        long least =
                Math.min(
                        Arrays.stream(rowSums).filter(sum -> sum > 0).count(),
                        Arrays.stream(columnSums).filter(sum -> sum > 0).count());
        if (least < 2) {
            return Double.NaN;
        }
        double sum = 0; // χ²/n + 1 = Σ n_ij² / (n_i n_j), over the cells that occur
        for (int i = 0; i < keys.length; i++) {
            sum +=
                    (double) counts[i]
                            / rowSums[(int) (keys[i] / width)]
                            * counts[i]
                            / columnSums[(int) (keys[i] % width)];
        }
        return Math.sqrt(Math.clamp((sum - 1) / (least - 1), 0, 1));
    }

    /// Mutual information of the two columns in nats, Σ p log(p / (p_a p_b)) (Shannon 1948),
    /// without correction of its bias.
    ///
    /// @return at least 0; NaN without rows
    public double mutualInformation() {
        if (total == 0) {
            return Double.NaN;
        }
        double[] rowSums = new double[(int) (keys[keys.length - 1] / width) + 1];
        double[] columnSums = new double[width];
        for (int i = 0; i < keys.length; i++) {
            rowSums[(int) (keys[i] / width)] += counts[i];
            columnSums[(int) (keys[i] % width)] += counts[i];
        }
        double sum = 0;
        for (int i = 0; i < keys.length; i++) {
            double expected =
                    rowSums[(int) (keys[i] / width)] * columnSums[(int) (keys[i] % width)];
            sum += counts[i] * Math.log(counts[i] * (double) total / expected);
        }
        return Math.max(0, sum / total);
    }

    /// Total variation distance between the cell shares of two tables of the same columns.
    ///
    /// @return 0 to 1; NaN if either table is empty
    public double totalVariation(CrossTable other) {
        if (total == 0 || other.total == 0) {
            return Double.NaN;
        }
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < keys.length || j < other.keys.length) {
            long here = i < keys.length ? keys[i] : Long.MAX_VALUE;
            long there = j < other.keys.length ? other.keys[j] : Long.MAX_VALUE;
            double p = here <= there ? (double) counts[i++] / total : 0;
            double q = there <= here ? (double) other.counts[j++] / other.total : 0;
            sum += Math.abs(p - q);
        }
        return Math.min(1, sum / 2);
    }
}
