package org.counterpoise.engine.audit.drift;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.stats.Correlation;
import org.counterpoise.engine.stats.Normal;

import java.util.ArrayList;
import java.util.Arrays;
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
        Side before = Side.of(data, numbers, time.early().rows(), progress.part(0, 0.5));
        Side after = Side.of(data, numbers, time.late().rows(), progress.part(0.5, 1));
        List<CorrelationShift> pairs = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            progress.check();
            for (int j = i + 1; j < numbers.size(); j++) {
                pairs.add(
                        of(
                                numbers.get(i),
                                numbers.get(j),
                                before.correlations()[i][j],
                                after.correlations()[i][j],
                                before.both(i, j),
                                after.both(i, j)));
            }
        }
        return pairs;
    }

    /// The rank correlations of early or of late rows.
    ///
    /// @param columns values, NaN where missing
    /// @param complete whether a column has no missing value
    private record Side(double[][] columns, boolean[] complete, double[][] correlations) {

        static Side of(Dataset data, List<ColumnInfo> numbers, int[] rows, Progress progress) {
            double[][] columns = new double[numbers.size()][];
            boolean[] complete = new boolean[columns.length];
            double[][] ranks =
                    Parallel.map(
                                    columns.length,
                                    progress,
                                    "Ranking",
                                    c -> {
                                        columns[c] =
                                                part(data.numbers(numbers.get(c).name()), rows);
                                        complete[c] =
                                                Arrays.stream(columns[c]).noneMatch(Double::isNaN);
                                        return Correlation.midranks(columns[c]);
                                    })
                            .toArray(double[][]::new);
            progress.check();
            return new Side(columns, complete, Correlation.rankMatrix(columns, ranks));
        }

        private static double[] part(double[] values, int[] rows) {
            double[] part = new double[rows.length];
            for (int i = 0; i < part.length; i++) {
                double value = values[rows[i]];
                part[i] = Double.isFinite(value) ? value : Double.NaN;
            }
            return part;
        }

        /// Rows with a value in both columns.
        long both(int i, int j) {
            if (complete[i] && complete[j]) {
                return columns[i].length;
            }
            long n = 0;
            for (int row = 0; row < columns[i].length; row++) {
                n += Double.isNaN(columns[i][row]) || Double.isNaN(columns[j][row]) ? 0 : 1;
            }
            return n;
        }
    }

    private static CorrelationShift of(
            ColumnInfo first, ColumnInfo second, double before, double after, long n, long m) {
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
}
