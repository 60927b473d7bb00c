package org.counterpoise.session;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Benchmark;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.DataReader;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.data.Schema;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes the target population of a dataset from where the user says it comes from.
final class Benchmarks {
    /// With more columns than this, only single columns, pairs and the full crossing get a table.
    private static final int ALL_CROSSINGS = 4;

    /// The name by which a replay asks for the file of shares.
    private static final String FILE = "benchmark";

    private static final String COUNTS = "counterpoise_counts";

    /// How far typed shares may be from adding up to 1: they are often rounded to whole per cents.
    private static final double ROUNDING = 0.021;

    private Benchmarks() {}

    /// @param files where the file is, if the shares come from one
    static Benchmark of(
            Dataset data, BenchmarkSource source, FileLocator files, Progress progress) {
        String name = StepText.describe(source);
        return switch (source) {
            case BenchmarkSource.Weights weights ->
                    new Benchmark(name, weighted(data, protectedColumns(data), weights.column()));
            case BenchmarkSource.Typed typed ->
                    new Benchmark(
                            name,
                            typed.shares().entrySet().stream()
                                    .map(e -> typed(data, e.getKey(), e.getValue()))
                                    .toList());
            case BenchmarkSource.File file ->
                    new Benchmark(name, read(data, file, files, progress));
        };
    }

    private static List<String> protectedColumns(Dataset data) {
        List<String> columns = data.schema().namesWithRole(Role.PROTECTED);
        if (columns.isEmpty()) {
            throw new UserProblem(
                    "No column is marked as protected, so there are no groups to compare.",
                    data.name(),
                    "Mark at least one protected attribute first.");
        }
        return columns;
    }

    private static List<Benchmark.Table> weighted(
            Dataset data, List<String> columns, String weightColumn) {
        for (double weight : data.numbers(weightColumn)) {
            if (weight < 0 || Double.isInfinite(weight)) {
                throw new UserProblem(
                        "Column \"" + weightColumn + "\" holds a weight of " + weight + ".",
                        data.name(),
                        "Weights are finite and at least 0: choose another column.");
            }
        }
        return crossings(columns).stream()
                .map(crossing -> Benchmark.weighted(data, crossing, weightColumn))
                .toList();
    }

    /// Every non-empty selection of the columns, each in the given order.
    private static List<List<String>> crossings(List<String> columns) {
        List<List<String>> crossings = new ArrayList<>();
        boolean all = columns.size() <= ALL_CROSSINGS;
        crossings.add(List.of());
        for (String column : columns) {
            for (List<String> shorter : List.copyOf(crossings)) {
                if (all || shorter.size() < 2) {
                    List<String> longer = new ArrayList<>(shorter);
                    longer.add(column);
                    crossings.add(longer);
                }
            }
        }
        crossings.removeFirst();
        if (!all) {
            crossings.add(columns);
        }
        return crossings;
    }

    private static List<Benchmark.Table> read(
            Dataset data, BenchmarkSource.File source, FileLocator files, Progress progress) {
        Path path = SourceFile.checked(files, FILE, source.fileName(), source.sha256(), progress);
        Dataset read = DataReader.read(path, source.options(), FILE, progress);
        List<String> names = source.columns();
        Dataset groups = read.project(names);
        Schema schema = groups.schema();
        for (String name : names) {
            // Bands must be cut as in the dataset, so that the groups have the same names.
            schema = schema.with(name, c -> c.withBinning(data.schema().column(name).binning()));
        }
        double[] counts;
        if (source.countColumn().isEmpty()) {
            counts = new double[read.rows()];
            Arrays.fill(counts, 1);
        } else {
            counts = read.numbers(source.countColumn());
        }
        Dataset counted =
                groups.withSchema(schema)
                        .with(ColumnInfo.of(COUNTS, ColumnType.REAL), new Column.Numbers(counts));
        return weighted(counted, names, COUNTS);
    }

    private static Benchmark.Table typed(Dataset data, String column, Map<String, Double> shares) {
        checkLevels(data, column, shares);
        double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        boolean percent = Math.abs(sum - 100) <= 100 * ROUNDING;
        if (!percent && !(Math.abs(sum - 1) <= ROUNDING)) {
            throw new UserProblem(
                    "The shares of \"" + column + "\" add up to " + sum + ".",
                    "target population",
                    "Give every group its share, so that they add up to 1 (or to 100 per cent).");
        }
        Map<List<String>, Double> normalised = new LinkedHashMap<>();
        shares.forEach((level, share) -> normalised.put(List.of(level), share / sum));
        return new Benchmark.Table(List.of(column), normalised);
    }

    /// A typed level that the data lacks is a group nobody sampled, unless a level of the data has
    /// no share: then one of the two is a misspelling.
    private static void checkLevels(Dataset data, String column, Map<String, Double> shares) {
        List<String> levels = Grouping.bands(data, column).levels();
        for (var entry : shares.entrySet()) {
            if (!(entry.getValue() >= 0)) {
                throw new UserProblem(
                        "The share of \"" + entry.getKey() + "\" is " + entry.getValue() + ".",
                        column,
                        "Shares are at least 0.");
            }
            if (!levels.contains(entry.getKey()) && !shares.keySet().containsAll(levels)) {
                throw new UserProblem(
                        "\"" + entry.getKey() + "\" is not a value of \"" + column + "\".",
                        "target population",
                        "Its values are: " + String.join(", ", levels) + ".");
            }
        }
    }
}
