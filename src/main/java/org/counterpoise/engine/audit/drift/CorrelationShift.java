package org.counterpoise.engine.audit.drift;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.stats.Association;
import org.counterpoise.engine.stats.Normal;

import java.util.ArrayList;
import java.util.List;

/// How the rank correlation of two columns of numbers differs between early and late rows.
///
/// @param before Spearman's correlation early, NaN if undefined
/// @param after late
/// @param n rows with both values early
/// @param m late
/// @param p of equal correlations: the difference of Fisher's z with Bonett and Wright's variance
///     (2000, doi:10.1007/BF02294183)
record CorrelationShift(
        ColumnInfo first,
        ColumnInfo second,
        double before,
        double after,
        long n,
        long m,
        double p) {
    private static final int MOST_COLUMNS = 20;
    private static final int FEWEST = 10;

    double change() {
        return after - before;
    }

    String title() {
        return first.title() + " and " + second.title();
    }

    /// Every two of the first 20 columns of numbers.
    static List<CorrelationShift> all(
            Dataset data, List<ColumnInfo> columns, TimeLine time, Progress progress) {
        List<ColumnInfo> numbers =
                columns.stream()
                        .filter(info -> data.column(info.name()) instanceof Column.Numbers)
                        .limit(MOST_COLUMNS)
                        .toList();
        List<int[]> before = ranks(data, numbers, time.early().rows(), progress);
        List<int[]> after = ranks(data, numbers, time.late().rows(), progress);
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            for (int j = i + 1; j < numbers.size(); j++) {
                pairs.add(new int[] {i, j});
            }
        }
        return Parallel.map(
                pairs.size(),
                progress,
                "Comparing correlations",
                pair -> {
                    int i = pairs.get(pair)[0];
                    int j = pairs.get(pair)[1];
                    return of(
                            numbers.get(i),
                            numbers.get(j),
                            before.get(i),
                            before.get(j),
                            after.get(i),
                            after.get(j));
                });
    }

    private static List<int[]> ranks(
            Dataset data, List<ColumnInfo> columns, int[] rows, Progress progress) {
        return Parallel.map(
                columns.size(),
                progress,
                "Ranking",
                c -> {
                    double[] values = data.numbers(columns.get(c).name());
                    double[] part = new double[rows.length];
                    for (int i = 0; i < part.length; i++) {
                        double value = values[rows[i]];
                        part[i] = Double.isFinite(value) ? value : Double.NaN;
                    }
                    return Association.denseRanks(part);
                });
    }

    private static CorrelationShift of(
            ColumnInfo first,
            ColumnInfo second,
            int[] beforeX,
            int[] beforeY,
            int[] afterX,
            int[] afterY) {
        double before = Association.spearman(beforeX, beforeY);
        double after = Association.spearman(afterX, afterY);
        long n = both(beforeX, beforeY);
        long m = both(afterX, afterY);
        double error = Math.sqrt(variance(before, n) + variance(after, m));
        double z = (atanh(after) - atanh(before)) / error;
        boolean tested = Math.min(n, m) >= FEWEST && Double.isFinite(z);
        return new CorrelationShift(
                first, second, before, after, n, m, tested ? Normal.twoSided(z) : Double.NaN);
    }

    private static double variance(double rho, long n) {
        return (1 + rho * rho / 2) / (n - 3);
    }

    private static double atanh(double r) {
        return Math.log((1 + r) / (1 - r)) / 2;
    }

    private static long both(int[] x, int[] y) {
        long n = 0;
        for (int i = 0; i < x.length; i++) {
            n += x[i] >= 0 && y[i] >= 0 ? 1 : 0;
        }
        return n;
    }
}
