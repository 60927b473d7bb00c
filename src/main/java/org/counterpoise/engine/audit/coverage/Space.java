package org.counterpoise.engine.audit.coverage;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.stats.Quantiles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// The rows as points: each numeric column less its median, over its interquartile range.
///
/// @param columns what spans the space
/// @param rows positions in the dataset, ascending
/// @param points one array per column, one value per row
/// @param notes what was left out
record Space(List<ColumnInfo> columns, int[] rows, double[][] points, List<String> notes) {
    /// The interquartile range of a normal distribution in standard deviations.
    private static final double NORMAL_RANGE = 1.3489795003921634;

    private static final int QUERIES = 64;
    private static final int BLOCK = 1024;

    static boolean usable(ColumnInfo info) {
        boolean number = info.type() == ColumnType.INTEGER || info.type() == ColumnType.REAL;
        return number && info.role().predictor() && info.role() != Role.PROTECTED;
    }

    /// @param most of more complete rows a random sample is taken
    /// @throws UserProblem if no column or too few rows can be used
    static Space of(Dataset data, int most, int neighbours, long seed, Progress progress) {
        List<String> notes = new ArrayList<>();
        List<ColumnInfo> columns = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        for (ColumnInfo info : data.schema().columns()) {
            progress.check();
            if (usable(info) && data.column(info.name()) instanceof Column.Numbers numbers) {
                double[] scaled = scaled(numbers.values());
                if (scaled.length > 0) {
                    columns.add(info);
                    values.add(scaled);
                } else {
                    notes.add(
                            "\""
                                    + info.title()
                                    + "\" was left out: it is constant, or missing in over half of"
                                    + " the rows.");
                }
            }
        }
        int[] rows =
                IntStream.range(0, data.rows())
                        .filter(row -> values.stream().noneMatch(v -> Double.isNaN(v[row])))
                        .toArray();
        if (columns.isEmpty() || rows.length <= neighbours) {
            throw new UserProblem(
                    columns.isEmpty()
                            ? "No column of numbers tells rows apart."
                            : "Too few rows have a value in every column of numbers.",
                    data.name(),
                    "Mark a column of numbers with few gaps as a feature in the data step.");
        }
        if (rows.length < data.rows()) {
            notes.add(
                    NumberText.count(data.rows() - rows.length)
                            + " rows were left out because a number is missing or infinite.");
        }
        if (rows.length > most) {
            notes.add(
                    "A random sample of "
                            + NumberText.count(most)
                            + " of "
                            + NumberText.count(rows.length)
                            + " rows was measured.");
            rows = sample(rows, most, Streams.of(seed, 0));
        }
        double[][] points = new double[columns.size()][];
        for (int c = 0; c < points.length; c++) {
            double[] all = values.get(c);
            points[c] = Arrays.stream(rows).mapToDouble(row -> all[row]).toArray();
        }
        return new Space(List.copyOf(columns), rows, points, notes);
    }

    /// Infinite values count as missing. Empty if over half is missing or all is the same.
    private static double[] scaled(double[] values) {
        double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (sorted.length * 2 < values.length || sorted.length == 0) {
            return new double[0];
        }
        double median = Quantiles.ofSorted(sorted, 0.5);
        double range = Quantiles.ofSorted(sorted, 0.75) - Quantiles.ofSorted(sorted, 0.25);
        double scale = range > 0 ? range / NORMAL_RANGE : deviation(sorted);
        if (!(scale > 0) || !Double.isFinite(scale)) {
            return new double[0];
        }
        return Arrays.stream(values)
                .map(v -> Double.isFinite(v) ? (v - median) / scale : Double.NaN)
                .toArray();
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        return Math.sqrt(
                Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0));
    }

    private static int[] sample(int[] rows, int size, RandomGenerator random) {
        int[] drawn = rows.clone();
        for (int i = 0; i < size; i++) {
            int other = i + random.nextInt(drawn.length - i);
            int row = drawn[other];
            drawn[other] = drawn[i];
            drawn[i] = row;
        }
        return Arrays.stream(drawn, 0, size).sorted().toArray();
    }

    /// The Euclidean distance of each row to its k-th nearest other row, by trying all.
    double[] distances(int k, Progress progress) {
        int n = rows.length;
        int chunks = (n + QUERIES - 1) / QUERIES;
        List<double[]> parts =
                Parallel.map(
                        chunks,
                        progress,
                        "Measuring distances",
                        chunk -> {
                            int from = chunk * QUERIES;
                            int to = Math.min(n, from + QUERIES);
                            return IntStream.range(from, to)
                                    .mapToDouble(query -> distance(query, k))
                                    .toArray();
                        });
        return parts.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    private double distance(int query, int k) {
        double[] nearest = new double[k];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        double[] sums = new double[BLOCK];
        for (int start = 0; start < rows.length; start += BLOCK) {
            int size = Math.min(BLOCK, rows.length - start);
            Arrays.fill(sums, 0);
            for (double[] column : points) {
                double own = column[query];
                for (int i = 0; i < size; i++) {
                    double difference = own - column[start + i];
                    sums[i] += difference * difference;
                }
            }
            for (int i = 0; i < size; i++) {
                if (sums[i] < nearest[k - 1] && start + i != query) {
                    insert(nearest, sums[i]);
                }
            }
        }
        return Math.sqrt(nearest[k - 1]);
    }

    private static void insert(double[] nearest, double value) {
        int at = nearest.length - 1;
        while (at > 0 && nearest[at - 1] > value) {
            nearest[at] = nearest[at - 1];
            at--;
        }
        nearest[at] = value;
    }
}
