package org.counterpoise.engine.stats;

import org.apache.commons.statistics.distribution.TDistribution;
import org.counterpoise.engine.finding.Interval;

import java.util.Arrays;
import java.util.List;

/// A correlation of two columns on the rows in which both are present.
///
/// @param value −1 to 1, NaN if a column does not vary
/// @param n rows
/// @param variance of Fisher's z = atanh(value), NaN with too few rows
/// @param p of no correlation, NaN where undefined
/// @param method whose interval it has
public record Correlation(double value, long n, double variance, double p, String method) {
    /// Up to so many values are ranked by searching among the sorted ones.
    private static final int FEW = 1 << 13;

    /// Pearson's, with Fisher's variance 1 / (n − 3) and the t test.
    public static Correlation pearson(double[] x, double[] y) {
        return pearson(Association.pearson(x, y), both(x, y), 0);
    }

    /// A Pearson correlation that is known, of `n` rows after taking out `held` other columns.
    static Correlation pearson(double value, long n, int held) {
        return new Correlation(
                value,
                n,
                positive(1.0 / (n - 3 - held), n - 3 - held),
                t(value, n - 2 - held),
                "Fisher");
    }

    /// Spearman's, with Bonett and Wright's variance (1 + ρ²/2) / (n − 3) (2000,
    /// doi:10.1007/BF02294183) and the t test.
    public static Correlation spearman(double[] x, double[] y) {
        return spearman(Association.spearman(x, y), both(x, y), 0);
    }

    private static Correlation spearman(double value, long n, int held) {
        long degrees = n - 3 - held;
        return new Correlation(
                value,
                n,
                positive((1 + value * value / 2) / degrees, degrees),
                t(value, n - 2 - held),
                "Bonett–Wright");
    }

    /// Kendall's τ-b, counted in n log n (Knight 1966, doi:10.1080/01621459.1966.10480879), with
    /// Fieller, Hartley and Pearson's variance 0.437 / (n − 4) and the normal test with ties.
    public static Correlation kendall(double[] x, double[] y) {
        return KendallCount.of(x, y);
    }

    /// Spearman's with the ranks of other columns held fixed: the correlation of what linear
    /// regression on them leaves.
    ///
    /// @param held numbers, or 0 and 1 for a level; columns that others explain do not count
    public static Correlation partialSpearman(double[] x, double[] y, double[][] held) {
        boolean[] in = new boolean[x.length];
        int n = 0;
        for (int i = 0; i < x.length; i++) {
            in[i] = !Double.isNaN(x[i]) && !Double.isNaN(y[i]);
            for (double[] column : held) {
                in[i] &= !Double.isNaN(column[i]);
            }
            n += in[i] ? 1 : 0;
        }
        double[][] basis = new double[held.length][];
        int used = 0;
        for (double[] column : held) {
            double[] own = residual(ranks(column, in, n), basis, used);
            if (size(own) > 1e-9 * n) {
                basis[used++] = own;
            }
        }
        double[] a = residual(ranks(x, in, n), basis, used);
        double[] b = residual(ranks(y, in, n), basis, used);
        boolean varies = size(a) > 1e-9 * n && size(b) > 1e-9 * n;
        return spearman(varies ? Association.pearson(a, b) : Double.NaN, n, used);
    }

    /// Midranks of the rows that count, centred and scaled to variance 1.
    private static double[] ranks(double[] values, boolean[] in, int n) {
        double[] kept = new double[n];
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            if (in[i]) {
                kept[next++] = values[i];
            }
        }
        double[] ranks = midranks(kept);
        double mean = (n + 1) / 2.0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            ranks[i] -= mean;
            squares += ranks[i] * ranks[i];
        }
        double deviation = Math.sqrt(squares / n);
        for (int i = 0; i < n && deviation > 0; i++) {
            ranks[i] /= deviation;
        }
        return ranks;
    }

    private static double[] residual(double[] values, double[][] basis, int used) {
        for (int b = 0; b < used; b++) {
            double product = 0;
            for (int i = 0; i < values.length; i++) {
                product += values[i] * basis[b][i];
            }
            product /= size(basis[b]);
            for (int i = 0; i < values.length; i++) {
                values[i] -= product * basis[b][i];
            }
        }
        return values;
    }

    private static double size(double[] values) {
        double squares = 0;
        for (double value : values) {
            squares += value * value;
        }
        return squares;
    }

    /// The rank of each value from 1, equal values sharing their mean rank; NaN stays NaN.
    public static double[] midranks(double[] values) {
        return values.length < FEW ? few(values) : many(values);
    }

    private static double[] few(double[] values) {
        double[] sorted = Distances.sortedPresent(values);
        double[] ranks = new double[values.length];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] =
                    Double.isNaN(values[i])
                            ? Double.NaN
                            : (below(sorted, values[i]) + notAbove(sorted, values[i]) + 1) / 2.0;
        }
        return ranks;
    }

    private static int below(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int notAbove(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double[] many(double[] values) {
        int[] order = DoubleSort.order(values);
        double[] ranks = new double[values.length];
        int from = 0;
        while (from < order.length) {
            double value = values[order[from]];
            if (Double.isNaN(value)) {
                for (int i = from; i < order.length; i++) {
                    ranks[order[i]] = Double.NaN;
                }
                return ranks;
            }
            int to = from + 1;
            while (to < order.length && values[order[to]] == value) {
                to++;
            }
            double rank = (from + to + 1) / 2.0;
            for (int i = from; i < to; i++) {
                ranks[order[i]] = rank;
            }
            from = to;
        }
        return ranks;
    }

    private static long both(double[] x, double[] y) {
        long n = 0;
        for (int i = 0; i < x.length; i++) {
            n += !Double.isNaN(x[i]) && !Double.isNaN(y[i]) ? 1 : 0;
        }
        return n;
    }

    static double positive(double variance, long degrees) {
        return degrees > 0 ? variance : Double.NaN;
    }

    private static double t(double value, long degrees) {
        if (Double.isNaN(value) || degrees < 1) {
            return Double.NaN;
        }
        double t = Math.abs(value) * Math.sqrt(degrees / Math.max(1e-300, 1 - value * value));
        return Math.min(1, 2 * TDistribution.of(degrees).survivalProbability(t));
    }

    /// Fisher's z.
    public double z() {
        return Math.log((1 + value) / (1 - value)) / 2;
    }

    /// The interval by Fisher's z; undefined at −1 and 1 and with too few rows.
    public Interval interval(double confidence) {
        double half = Normal.z(confidence) * Math.sqrt(variance);
        if (!Double.isFinite(z()) || !Double.isFinite(half)) {
            return Interval.undefined(confidence, method);
        }
        return new Interval(Math.tanh(z() - half), Math.tanh(z() + half), confidence, method);
    }

    /// The mean of correlations of several strata, weighted by the inverse variance of Fisher's z.
    public static Correlation pooled(List<Correlation> strata) {
        Heterogeneity all = heterogeneity(strata);
        return new Correlation(
                Math.tanh(all.mean()),
                strata.stream().mapToLong(Correlation::n).sum(),
                all.error() * all.error(),
                Normal.twoSided(all.mean() / all.error()),
                "inverse variance of Fisher's z");
    }

    /// Whether correlations of several strata differ, by Fisher's z.
    public static Heterogeneity heterogeneity(List<Correlation> strata) {
        return Heterogeneity.of(
                strata.stream().mapToDouble(Correlation::z).toArray(),
                strata.stream().mapToDouble(Correlation::variance).toArray());
    }

    /// Pearson's correlation of every two columns. Complete columns are standardised once and
    /// multiplied; where a value is missing, pairs are taken as they come.
    ///
    /// @param columns of equal length, NaN where missing
    /// @return symmetric, NaN where a column does not vary
    public static double[][] matrix(double[][] columns) {
        return matrix(columns, (i, j) -> Association.pearson(columns[i], columns[j]));
    }

    /// Spearman's correlation of every two columns, as [#matrix(double[][])]: complete columns are
    /// ranked once, others anew for each pair.
    ///
    /// @param columns of equal length, NaN where missing
    /// @param ranks of each column by [#midranks(double[])]
    public static double[][] rankMatrix(double[][] columns, double[][] ranks) {
        return matrix(ranks, (i, j) -> Association.spearman(columns[i], columns[j]));
    }

    private static double[][] matrix(double[][] columns, IncompletePair incomplete) {
        int size = columns.length;
        double[][] scaled = new double[size][];
        for (int c = 0; c < size; c++) {
            scaled[c] = scaled(columns[c]);
        }
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            matrix[i][i] = 1;
            for (int j = 0; j < i; j++) {
                double r =
                        scaled[i].length > 0 && scaled[j].length > 0
                                ? Math.clamp(dot(scaled[i], scaled[j]), -1, 1)
                                : incomplete.correlation(i, j);
                matrix[i][j] = r;
                matrix[j][i] = r;
            }
        }
        return matrix;
    }

    /// The correlation of two columns of which a value is missing, or which do not vary.
    private interface IncompletePair {
        double correlation(int i, int j);
    }

    /// Centred and scaled to a sum of squares of 1; empty if a value is missing or all are equal.
    private static double[] scaled(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        if (!(squares > 1e-24 * values.length * mean * mean) || !Double.isFinite(squares)) {
            return new double[0];
        }
        double unit = 1 / Math.sqrt(squares);
        double[] scaled = new double[values.length];
        Arrays.setAll(scaled, i -> (values[i] - mean) * unit);
        return scaled;
    }

    /// Four sums at once keep the processor busy; they are added in a fixed order.
    private static double dot(double[] a, double[] b) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            s0 += a[i] * b[i];
        }
        return s0 + s1 + (s2 + s3);
    }
}
