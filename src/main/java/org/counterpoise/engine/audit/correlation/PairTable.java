package org.counterpoise.engine.audit.correlation;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.stats.Association;
import org.counterpoise.engine.stats.Correlation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// The columns that are paired, and what they are stratified by, on the rows looked at.
///
/// @param data those rows, in random order
/// @param columns of numbers
/// @param values of these, NaN where missing or infinite
/// @param attributes that stratify
/// @param held what confounders are held as, by column; empty for none
record PairTable(
        Dataset data,
        CorrelationSettings settings,
        List<ColumnInfo> columns,
        List<double[]> values,
        List<Attribute> attributes,
        List<Held> held,
        List<String> notes) {
    private static final int MOST_COLUMNS = 15;
    private static final int MOST_LEVELS = 20;

    /// A column that decides this much of another one names it rather than confounds it.
    private static final double SAME_THING = 0.9;

    /// @param codes of strata, -1 where too small or missing
    record Attribute(String column, List<String> names, int[] codes) {}

    /// @param columns numbers, or 0 and 1 for each level but the first
    record Held(String column, List<double[]> columns) {}

    static PairTable of(Dataset whole, CorrelationSettings settings, long seed, Progress progress) {
        List<String> notes = new ArrayList<>();
        progress.check();
        Dataset data = whole.select(sample(whole.rows(), settings.rows(), seed));
        if (data.rows() < whole.rows()) {
            notes.add(
                    "A random sample of "
                            + data.rows()
                            + " of "
                            + whole.rows()
                            + " rows was looked at.");
        }
        List<ColumnInfo> columns = columns(data, settings);
        if (columns.size() > MOST_COLUMNS && settings.columns().isEmpty()) {
            notes.add(
                    "Only the first "
                            + MOST_COLUMNS
                            + " of "
                            + columns.size()
                            + " columns of numbers were paired; name others in the settings.");
            columns = columns.subList(0, MOST_COLUMNS);
        }
        progress.check();
        List<double[]> values = columns.stream().map(c -> finite(data.numbers(c.name()))).toList();
        return new PairTable(
                data,
                settings,
                columns,
                values,
                attributes(data, settings),
                settings.confounders().stream().map(name -> held(data, name)).toList(),
                notes);
    }

    private static int[] sample(int rows, int wanted, long seed) {
        int[] order = IntStream.range(0, rows).toArray();
        RandomGenerator random = Streams.of(Streams.derive(seed, "rows"), 0);
        int size = Math.min(rows, wanted);
        for (int i = 0; i < size; i++) {
            int j = i + random.nextInt(rows - i);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return Arrays.copyOf(order, size);
    }

    /// The columns of numbers that could be paired.
    static List<ColumnInfo> columns(Dataset data, CorrelationSettings settings) {
        if (!settings.columns().isEmpty()) {
            return settings.columns().stream()
                    .map(
                            name -> {
                                data.numbers(name);
                                return data.schema().column(name);
                            })
                    .toList();
        }
        return data.schema().columns().stream()
                .filter(info -> data.column(info.name()) instanceof Column.Numbers)
                .filter(info -> paired(info.role()))
                .filter(info -> !settings.confounders().contains(info.name()))
                .filter(info -> !settings.strata().contains(info.name()))
                .toList();
    }

    private static boolean paired(Role role) {
        return switch (role) {
            case FEATURE, MEASUREMENT, OUTCOME, SCORE, PREDICTION, PROTECTED -> true;
            case QUASI_IDENTIFIER, SENSITIVE, READOUT -> true;
            case IDENTIFIER, WEIGHT, TIME, IGNORED, MOLECULE -> false;
            case PLATE, WELL, PLATE_ROW, PLATE_COLUMN, CONTROL -> false;
        };
    }

    private static double[] finite(double[] values) {
        return Arrays.stream(values).map(v -> Double.isFinite(v) ? v : Double.NaN).toArray();
    }

    private static List<Attribute> attributes(Dataset data, CorrelationSettings settings) {
        List<String> names = settings.strata().isEmpty() ? strata(data) : settings.strata();
        return names.stream()
                .map(name -> attribute(data, name, settings.smallestStratum()))
                .filter(attribute -> attribute.names().size() > 1)
                .toList();
    }

    /// The columns within whose levels pairs are looked at unless the user names others.
    static List<String> strata(Dataset data) {
        return data.schema().columns().stream()
                .filter(info -> stratifies(data, info))
                .map(ColumnInfo::name)
                .toList();
    }

    private static boolean stratifies(Dataset data, ColumnInfo info) {
        boolean levels =
                data.column(info.name()) instanceof Column.Codes || info.binning().isPresent();
        return switch (info.role()) {
            case PLATE, TIME, FEATURE, QUASI_IDENTIFIER, SENSITIVE, CONTROL -> levels;
            case PROTECTED -> levels || few(data, info);
            default -> false;
        };
    }

    /// Whether numbers stand for a few levels.
    private static boolean few(Dataset data, ColumnInfo info) {
        return data.column(info.name()) instanceof Column.Numbers
                && data.codes(info.name()).levels().size() <= MOST_LEVELS;
    }

    private static Attribute attribute(Dataset data, String name, int smallest) {
        Grouping grouping = Grouping.of(data, List.of(name));
        int[] place = new int[grouping.groups().size()];
        List<String> names = new ArrayList<>();
        for (int g = 0; g < place.length; g++) {
            boolean large = grouping.groups().get(g).count() >= smallest;
            place[g] = large && names.size() < MOST_LEVELS ? names.size() : -1;
            if (place[g] >= 0) {
                names.add(grouping.groups().get(g).label());
            }
        }
        int[] codes = new int[grouping.codes().length];
        for (int row = 0; row < codes.length; row++) {
            int group = grouping.codes()[row];
            codes[row] = group < 0 ? -1 : place[group];
        }
        return new Attribute(name, names, codes);
    }

    private static Held held(Dataset data, String name) {
        if (data.column(name) instanceof Column.Numbers numbers) {
            return new Held(name, List.of(finite(numbers.values())));
        }
        Column.Codes codes = data.codes(name);
        List<double[]> columns = new ArrayList<>();
        for (int level = 1; level < Math.min(codes.levels().size(), MOST_LEVELS + 1); level++) {
            double[] column = new double[codes.size()];
            for (int row = 0; row < column.length; row++) {
                int code = codes.codes()[row];
                column[row] = code < 0 ? Double.NaN : code == level ? 1 : 0;
            }
            columns.add(column);
        }
        return new Held(name, columns);
    }

    /// Every two of the columns.
    List<Pair> pairs(Progress progress) {
        List<int[]> places = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            for (int j = i + 1; j < columns.size(); j++) {
                places.add(new int[] {i, j});
            }
        }
        return Parallel.map(
                places.size(),
                progress,
                "Correlating",
                p -> pair(places.get(p)[0], places.get(p)[1]));
    }

    private Pair pair(int i, int j) {
        double[] x = values.get(i);
        double[] y = values.get(j);
        List<Stratified> stratified = new ArrayList<>();
        for (Attribute attribute : attributes) {
            boolean own =
                    attribute.column().equals(columns.get(i).name())
                            || attribute.column().equals(columns.get(j).name())
                            || names(attribute, x)
                            || names(attribute, y);
            if (!own) {
                stratified(attribute, x, y).ifPresent(stratified::add);
            }
        }
        if (!held.isEmpty()) {
            stratified.add(partial(x, y));
        }
        return Pair.of(columns.get(i), columns.get(j), x, y, settings.distanceRows(), stratified);
    }

    private static boolean names(Attribute attribute, double[] values) {
        return Association.correlationRatio(attribute.codes(), values) > SAME_THING;
    }

    private Optional<Stratified> stratified(Attribute attribute, double[] x, double[] y) {
        List<String> names = new ArrayList<>();
        List<Correlation> each = new ArrayList<>();
        double[] restX = x.clone();
        int[] codes = attribute.codes();
        for (int row = 0; row < restX.length; row++) {
            restX[row] = codes[row] < 0 ? Double.NaN : x[row];
        }
        for (int s = 0; s < attribute.names().size(); s++) {
            int stratum = s;
            int[] rows =
                    IntStream.range(0, codes.length).filter(r -> codes[r] == stratum).toArray();
            Correlation own =
                    Correlation.spearman(
                            IntStream.of(rows).mapToDouble(r -> x[r]).toArray(),
                            IntStream.of(rows).mapToDouble(r -> y[r]).toArray());
            if (own.interval(settings.confidence()).defined()) {
                names.add(attribute.names().get(s));
                each.add(own);
            }
        }
        return each.size() < 2
                ? Optional.empty()
                : Optional.of(
                        new Stratified(
                                attribute.column(),
                                attribute.column(),
                                Correlation.spearman(restX, y),
                                Correlation.pooled(each),
                                names,
                                each));
    }

    private Stratified partial(double[] x, double[] y) {
        double[][] columnsHeld =
                held.stream().flatMap(h -> h.columns().stream()).toArray(double[][]::new);
        double[] restX = x.clone();
        for (double[] column : columnsHeld) {
            for (int row = 0; row < restX.length; row++) {
                restX[row] = Double.isNaN(column[row]) ? Double.NaN : restX[row];
            }
        }
        List<String> names = held.stream().map(Held::column).toList();
        return new Stratified(
                "held",
                String.join(", ", names) + " held fixed",
                Correlation.spearman(restX, y),
                Correlation.partialSpearman(x, y, columnsHeld),
                List.of(),
                List.of());
    }
}
