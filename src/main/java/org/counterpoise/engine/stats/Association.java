package org.counterpoise.engine.stats;

import java.util.Arrays;

/// Strength of association between two columns, on the rows in which both are present.
///
/// Numbers are missing where NaN, codes where negative. An association with a column that does not
/// vary, or on fewer than two rows, is undefined and returned as NaN.
public final class Association {
    /// Sums of squares at most this share of their size are rounding, not variation.
    private static final double NO_VARIATION = 1e-24;

    private Association() {}

    /// Pearson's product-moment correlation.
    ///
    /// @return −1 to 1
    public static double pearson(double[] x, double[] y) {
        double meanX = 0;
        double meanY = 0;
        long n = 0;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
                meanX += x[i];
                meanY += y[i];
                n++;
            }
        }
        if (n < 2) {
            return Double.NaN;
        }
        meanX /= n;
        meanY /= n;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
                double dx = x[i] - meanX;
                double dy = y[i] - meanY;
                xx += dx * dx;
                yy += dy * dy;
                xy += dx * dy;
            }
        }
        if (!(xx > NO_VARIATION * n * meanX * meanX) || !(yy > NO_VARIATION * n * meanY * meanY)) {
            return Double.NaN;
        }
        return Math.clamp(xy / Math.sqrt(xx) / Math.sqrt(yy), -1, 1);
    }

    /// Spearman's rank correlation: Pearson's on midranks, so ties are handled.
    ///
    /// @return −1 to 1
    public static double spearman(double[] x, double[] y) {
        return spearman(denseRanks(x), denseRanks(y));
    }

    /// Spearman's rank correlation of columns given as dense ranks. Linear in the number of rows,
    /// so that many pairs of a large table are affordable.
    ///
    /// @param x made by [#denseRanks(double[])]
    /// @param y made by [#denseRanks(double[])]
    public static double spearman(int[] x, int[] y) {
        boolean[] both = new boolean[x.length];
        for (int i = 0; i < x.length; i++) {
            both[i] = x[i] >= 0 && y[i] >= 0;
        }
        return pearson(midranks(x, both), midranks(y, both));
    }

    /// The position of each value among the distinct values, from 0, or -1 where missing.
    public static int[] denseRanks(double[] values) {
        double[] distinct = distinct(Distances.sortedPresent(values));
        int[] ranks = new int[values.length];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] =
                    Double.isNaN(values[i]) ? -1 : Arrays.binarySearch(distinct, values[i] + 0.0);
        }
        return ranks;
    }

    private static double[] distinct(double[] sorted) {
        double[] distinct = new double[sorted.length];
        int n = 0;
        for (double value : sorted) {
            if (n == 0 || distinct[n - 1] != value) {
                distinct[n++] = value;
            }
        }
        return Arrays.copyOf(distinct, n);
    }

    /// Midranks among the included rows by counting sort; NaN elsewhere.
    private static double[] midranks(int[] dense, boolean[] included) {
        int[] counts = new int[levels(dense)];
        for (int i = 0; i < dense.length; i++) {
            if (included[i]) {
                counts[dense[i]]++;
            }
        }
        double[] rankOfLevel = new double[counts.length];
        long below = 0;
        for (int level = 0; level < counts.length; level++) {
            rankOfLevel[level] = below + (counts[level] + 1) / 2.0;
            below += counts[level];
        }
        double[] ranks = new double[dense.length];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = included[i] ? rankOfLevel[dense[i]] : Double.NaN;
        }
        return ranks;
    }

    private static int levels(int[] codes) {
        int largest = -1;
        for (int code : codes) {
            largest = Math.max(largest, code);
        }
        return largest + 1;
    }

    /// Cramér's V without bias correction; see [CrossTable#cramersV()].
    ///
    /// @return 0 to 1
    public static double cramersV(int[] a, int[] b) {
        return CrossTable.of(a, b, levels(b)).cramersV();
    }

    /// The correlation ratio η: the square root of the share of the variance of `values` that lies
    /// between the groups (Pearson 1905; Fisher 1925, §45).
    ///
    /// @param groups group of each row
    /// @param values numbers
    /// @return 0 to 1
    public static double correlationRatio(int[] groups, double[] values) {
        int levels = levels(groups);
        double[] sums = new double[levels];
        long[] counts = new long[levels];
        double total = 0;
        long n = 0;
        for (int i = 0; i < groups.length; i++) {
            if (groups[i] >= 0 && !Double.isNaN(values[i])) {
                sums[groups[i]] += values[i];
                counts[groups[i]]++;
                total += values[i];
                n++;
            }
        }
        if (n < 2 || Arrays.stream(counts).filter(count -> count > 0).count() < 2) {
            return Double.NaN;
        }
        double mean = total / n;
        double between = 0;
        for (int level = 0; level < levels; level++) {
            if (counts[level] > 0) {
                double difference = sums[level] / counts[level] - mean;
                between += counts[level] * difference * difference;
            }
        }
        double all = 0;
        for (int i = 0; i < groups.length; i++) {
            if (groups[i] >= 0 && !Double.isNaN(values[i])) {
                all += (values[i] - mean) * (values[i] - mean);
            }
        }
        return all > NO_VARIATION * n * mean * mean
                ? Math.min(1, Math.sqrt(between / all))
                : Double.NaN;
    }
}
