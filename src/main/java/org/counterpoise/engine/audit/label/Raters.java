package org.counterpoise.engine.audit.label;

import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.MeasurementLevel;
import org.counterpoise.engine.data.Role;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// The labels of several raters on one set of categories.
///
/// @param columns the raters
/// @param categories that occur, in their order
/// @param values of the categories: the numbers themselves, or places in the order
/// @param ordered whether the categories have an order
/// @param codes category by rater, then by row; -1 for none
record Raters(
        List<ColumnInfo> columns,
        List<String> categories,
        double[] values,
        boolean ordered,
        int[][] codes) {
    /// Numbers with more distinct values are measurements, not categories.
    private static final int MOST_VALUES = 20;

    /// Measurements that are categories, or whole numbers of few values; texts are kept apart
    /// from numbers, and the more numerous kind is taken.
    static List<ColumnInfo> columns(Dataset data) {
        List<ColumnInfo> marked = data.schema().withRole(Role.MEASUREMENT);
        List<ColumnInfo> texts =
                marked.stream().filter(i -> data.column(i.name()) instanceof Column.Codes).toList();
        List<ColumnInfo> numbers = marked.stream().filter(i -> grades(data, i)).toList();
        return numbers.size() > texts.size() ? numbers : texts;
    }

    private static boolean grades(Dataset data, ColumnInfo info) {
        if (!(data.column(info.name()) instanceof Column.Numbers numbers)) {
            return false;
        }
        double[] distinct = present(numbers.values()).distinct().limit(MOST_VALUES + 1).toArray();
        return distinct.length <= MOST_VALUES
                && distinct.length > 0
                && Arrays.stream(distinct).allMatch(v -> v == Math.rint(v));
    }

    private static DoubleStream present(double[] values) {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).map(v -> v + 0.0);
    }

    static Raters of(Dataset data) {
        List<ColumnInfo> columns = columns(data);
        return data.column(columns.getFirst().name()) instanceof Column.Codes
                ? texts(data, columns)
                : numbers(data, columns);
    }

    private static Raters texts(Dataset data, List<ColumnInfo> columns) {
        LinkedHashSet<String> seen = new LinkedHashSet<>();
        for (ColumnInfo info : columns) {
            Column.Codes codes = (Column.Codes) data.column(info.name());
            long[] counts = codes.counts();
            IntStream.range(0, counts.length)
                    .filter(level -> counts[level] > 0)
                    .forEach(level -> seen.add(codes.levels().get(level)));
        }
        List<String> categories = new ArrayList<>(seen);
        Map<String, Integer> places = new HashMap<>();
        categories.forEach(category -> places.put(category, places.size()));
        int[][] all = new int[columns.size()][];
        for (int r = 0; r < all.length; r++) {
            Column.Codes codes = (Column.Codes) data.column(columns.get(r).name());
            int[] place =
                    codes.levels().stream().mapToInt(l -> places.getOrDefault(l, -1)).toArray();
            all[r] = Arrays.stream(codes.codes()).map(c -> c < 0 ? -1 : place[c]).toArray();
        }
        return new Raters(
                columns,
                categories,
                IntStream.range(0, categories.size()).asDoubleStream().toArray(),
                columns.stream().allMatch(i -> i.level() == MeasurementLevel.ORDINAL),
                all);
    }

    private static Raters numbers(Dataset data, List<ColumnInfo> columns) {
        double[] values =
                columns.stream()
                        .map(info -> ((Column.Numbers) data.column(info.name())).values())
                        .flatMapToDouble(Raters::present)
                        .distinct()
                        .sorted()
                        .toArray();
        int[][] all = new int[columns.size()][];
        for (int r = 0; r < all.length; r++) {
            double[] own = ((Column.Numbers) data.column(columns.get(r).name())).values();
            all[r] =
                    Arrays.stream(own)
                            .mapToInt(
                                    v ->
                                            Double.isNaN(v)
                                                    ? -1
                                                    : Arrays.binarySearch(values, v + 0.0))
                            .toArray();
        }
        return new Raters(
                columns,
                Arrays.stream(values).mapToObj(v -> Long.toString((long) v)).toList(),
                values,
                columns.stream().noneMatch(i -> i.level() == MeasurementLevel.NOMINAL),
                all);
    }

    int count() {
        return columns.size();
    }

    String title(int rater) {
        return columns.get(rater).title();
    }

    /// Whether a direction of difference can be told: an order, or two categories.
    boolean directed() {
        return ordered || categories.size() == 2;
    }

    /// Rows by the first rater's category, then by the second's.
    long[][] table(int first, int second) {
        long[][] table = new long[categories.size()][categories.size()];
        for (int row = 0; row < codes[first].length; row++) {
            if ((codes[first][row] | codes[second][row]) >= 0) {
                table[codes[first][row]][codes[second][row]]++;
            }
        }
        return table;
    }

    /// How much higher the second rates than the first, of these rows that both rated.
    double[] differences(int first, int second, int[] rows) {
        return Arrays.stream(rows)
                .filter(row -> (codes[first][row] | codes[second][row]) >= 0)
                .mapToDouble(row -> values[codes[second][row]] - values[codes[first][row]])
                .toArray();
    }
}
