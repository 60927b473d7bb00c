package org.counterpoise.engine.audit.explain;

import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.Dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// A few values of a column, each by a row that has it.
///
/// @param rows one for each value, ascending by value for numbers, most frequent first for
///     categories
/// @param labels of the values
/// @param values as numbers; empty for categories
record Grid(int[] rows, List<String> labels, double[] values) {

    /// @param most values at most
    static Grid of(Dataset data, String column, int most) {
        int place = data.schema().indexOf(column);
        int[] rows =
                switch (data.column(column)) {
                    case Column.Numbers numbers -> numbers(numbers.values(), most);
                    case Column.Codes codes -> levels(codes, most);
                    case Column.Texts _ -> new int[0];
                };
        List<String> labels = new ArrayList<>();
        for (int row : rows) {
            labels.add(data.text(row, place));
        }
        double[] values =
                data.column(column) instanceof Column.Numbers numbers
                        ? IntStream.of(rows).mapToDouble(row -> numbers.values()[row]).toArray()
                        : new double[0];
        return new Grid(rows, labels, values);
    }

    /// Rows at evenly spaced quantiles from the 2nd to the 98th percentile.
    private static int[] numbers(double[] values, int most) {
        int[] order =
                IntStream.range(0, values.length)
                        .filter(row -> Double.isFinite(values[row]))
                        .boxed()
                        .sorted(Comparator.comparingDouble(row -> values[row]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < most && order.length > 0; i++) {
            double quantile = 0.02 + 0.96 * i / Math.max(1, most - 1);
            int row = order[(int) Math.round(quantile * (order.length - 1))];
            if (rows.isEmpty() || values[rows.getLast()] < values[row]) {
                rows.add(row);
            }
        }
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] levels(Column.Codes codes, int most) {
        long[] counts = codes.counts();
        int[] first = new int[counts.length];
        Arrays.fill(first, -1);
        for (int row = codes.size() - 1; row >= 0; row--) {
            if (codes.codes()[row] >= 0) {
                first[codes.codes()[row]] = row;
            }
        }
        return IntStream.range(0, counts.length)
                .filter(level -> counts[level] > 0)
                .boxed()
                .sorted((a, b) -> Long.compare(counts[b], counts[a]))
                .limit(most)
                .mapToInt(level -> first[level])
                .toArray();
    }
}
