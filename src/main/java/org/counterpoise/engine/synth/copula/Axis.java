package org.counterpoise.engine.synth.copula;

import org.counterpoise.engine.data.CellText;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.MeasurementLevel;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A column laid out along a line, as a copula needs it: numbers as they are, levels by their
/// position in an order.
///
/// @param info the column
/// @param levels of a coded column; empty for numbers
/// @param numbers the value of each code of a nominal column of numbers; empty otherwise
/// @param codes per row, -1 where missing; empty where numbers are taken as they are
/// @param order the codes that occur, by position; empty where numbers are taken as they are
/// @param x the number or position per row, NaN where missing
record Axis(
        ColumnInfo info,
        List<String> levels,
        double[] numbers,
        int[] codes,
        int[] order,
        double[] x) {

    /// Values from `from` up to but not including `to`.
    record Range(double from, double to) {
        boolean contains(double value) {
            return value >= from && value < to;
        }
    }

    private static final double[] NO_NUMBERS = {};
    private static final int[] NO_CODES = {};

    /// Levels start in the order of their frequency, ordinal and two-level columns in their own.
    static Axis of(Dataset data, int index) {
        ColumnInfo info = data.schema().columns().get(index);
        return switch (data.column(index)) {
            case Column.Codes codes -> ofCodes(info, codes.levels(), NO_NUMBERS, codes);
            case Column.Numbers numbers when nominal(info) -> {
                Column.Codes codes = data.codes(info.name());
                yield ofCodes(info, List.of(), distinct(numbers, codes), codes);
            }
            case Column.Numbers numbers -> {
                double[] x = Arrays.stream(numbers.values()).map(value -> value + 0.0).toArray();
                yield new Axis(info, List.of(), NO_NUMBERS, NO_CODES, NO_CODES, x);
            }
            case Column.Texts _ -> throw new IllegalArgumentException(info.name() + " is text");
        };
    }

    /// Whether the numbers of a column are only names of categories.
    private static boolean nominal(ColumnInfo info) {
        return info.level() == MeasurementLevel.NOMINAL && info.binning().isEmpty();
    }

    private static double[] distinct(Column.Numbers numbers, Column.Codes codes) {
        double[] values = new double[codes.levels().size()];
        for (int row = 0; row < numbers.size(); row++) {
            if (!numbers.missing(row)) {
                values[codes.codes()[row]] = numbers.values()[row];
            }
        }
        return values;
    }

    private static Axis ofCodes(
            ColumnInfo info, List<String> levels, double[] numbers, Column.Codes column) {
        long[] counts = column.counts();
        IntStream occurring = IntStream.range(0, counts.length).filter(code -> counts[code] > 0);
        int[] order =
                info.level() == MeasurementLevel.ORDINAL
                        ? occurring.toArray()
                        : occurring
                                .boxed()
                                .sorted(Comparator.comparingLong((Integer code) -> -counts[code]))
                                .mapToInt(Integer::intValue)
                                .toArray();
        double[] x = new double[column.size()];
        return new Axis(info, levels, numbers, column.codes(), order, x).withOrder(order);
    }

    /// Whether the order of the levels is free to choose and matters.
    boolean unordered() {
        return order.length > 2 && info.level() != MeasurementLevel.ORDINAL;
    }

    /// Whether this is a line of positions rather than numbers.
    boolean coded() {
        return info.type().coded() || nominal(info);
    }

    /// The same levels in another order.
    Axis withOrder(int[] newOrder) {
        int[] position = new int[Arrays.stream(newOrder).max().orElse(-1) + 1];
        for (int i = 0; i < newOrder.length; i++) {
            position[newOrder[i]] = i;
        }
        double[] positions = new double[codes.length];
        for (int row = 0; row < positions.length; row++) {
            positions[row] = codes[row] < 0 ? Double.NaN : position[codes[row]];
        }
        return new Axis(info, levels, numbers, codes, newOrder, positions);
    }

    /// What is needed to turn drawn places into values; holds no rows.
    Axis withoutRows() {
        return new Axis(info, levels, numbers, NO_CODES, order, NO_NUMBERS);
    }

    /// Where on this line the group with this label lies, labels as in
    /// [org.counterpoise.engine.data.Grouping]; empty if the training rows have no such level.
    ///
    /// @param distinct the values that occur, for numbers without bands
    Optional<Range> range(String label, double[] distinct) {
        if (coded()) {
            return IntStream.range(0, order.length)
                    .filter(position -> text(order[position]).equals(label))
                    .mapToObj(position -> new Range(position, position + 1))
                    .findFirst();
        } else if (info.binning().isPresent()) {
            List<Double> edges = info.binning().get().edges();
            int band =
                    info.binning().get().labels(info.type() == ColumnType.INTEGER).indexOf(label);
            return band < 0
                    ? Optional.empty()
                    : Optional.of(
                            new Range(
                                    band == 0 ? Double.NEGATIVE_INFINITY : edges.get(band - 1),
                                    band == edges.size()
                                            ? Double.POSITIVE_INFINITY
                                            : edges.get(band)));
        }
        return Arrays.stream(distinct)
                .filter(value -> CellText.of(value, info.type()).equals(label))
                .mapToObj(value -> new Range(value, Math.nextUp(value)))
                .findFirst();
    }

    /// The label of a code.
    String text(int code) {
        return levels.isEmpty() ? CellText.of(numbers[code], info.type()) : levels.get(code);
    }

    /// Drawn positions or numbers as a column like the one learned from.
    Column column(double[] drawn) {
        if (!coded()) {
            return new Column.Numbers(drawn);
        } else if (info.type().numeric()) {
            return new Column.Numbers(
                    Arrays.stream(drawn)
                            .map(at -> Double.isNaN(at) ? at : numbers[order[(int) at]])
                            .toArray());
        }
        return new Column.Codes(
                Arrays.stream(drawn)
                        .mapToInt(at -> Double.isNaN(at) ? -1 : order[(int) at])
                        .toArray(),
                levels);
    }
}
