package org.counterpoise.engine.audit.drift;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.CellText;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.MeasurementLevel;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.stats.DoubleSort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// The rows of a dataset in the order of time: early, late, and window by window.
///
/// @param column that says when; rows without it are in nothing; empty for two tables
/// @param words how early and late are called
/// @param early the reference
/// @param late what is held against it
/// @param windows first to last, one at least
record TimeLine(
        Optional<ColumnInfo> column,
        Words words,
        Window early,
        Window late,
        List<Window> windows,
        List<String> notes) {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final int MOST_LEVELS = 100;

    /// @param name when, for people
    /// @param rows positions, ascending in time
    record Window(String name, int[] rows) {}

    TimeLine {
        windows = List.copyOf(windows);
        notes = List.copyOf(notes);
    }

    static Applicability applicability(Dataset data) {
        if (candidate(data).isPresent()) {
            return Applicability.READY;
        }
        return Applicability.missing(
                data.schema().withRole(Role.TIME).isEmpty()
                        ? "Mark the column that says when a row was recorded, or which batch it came"
                                + " in, as the time in the data step."
                        : "Mark a column of dates, years or batches as the time; the one marked now"
                                + " is taken as the follow-up until the outcome.");
    }

    /// The first column marked as a time that says when rather than for how long.
    private static Optional<ColumnInfo> candidate(Dataset data) {
        boolean outcome = data.schema().outcome().isPresent();
        return data.schema().withRole(Role.TIME).stream()
                .filter(info -> !outcome || !followUp(data, info))
                .findFirst();
    }

    /// Whether numbers could be durations: they are neither dates nor years.
    private static boolean followUp(Dataset data, ColumnInfo info) {
        return (info.type() == ColumnType.INTEGER || info.type() == ColumnType.REAL)
                && Arrays.stream(data.numbers(info.name()))
                        .filter(value -> !Double.isNaN(value))
                        .anyMatch(
                                value ->
                                        value != Math.rint(value)
                                                || value < FIRST_YEAR
                                                || value > LAST_YEAR);
    }

    /// @throws UserProblem if no column says when, or all rows have the same time
    static TimeLine of(Dataset data, DriftSettings settings) {
        ColumnInfo column =
                settings.by().isBlank()
                        ? candidate(data)
                                .orElseThrow(
                                        () ->
                                                new UserProblem(
                                                        "No column says when rows were recorded.",
                                                        data.name(),
                                                        applicability(data).reason()))
                        : data.schema().column(settings.by().strip());
        Moments moments = Moments.of(data, column);
        if (moments.size() < 2) {
            throw new UserProblem(
                    "All rows have the same \"" + column.title() + "\", or none.",
                    data.name(),
                    "Choose a column of time with at least two values.");
        }
        List<String> notes = new ArrayList<>();
        int missing = data.rows() - moments.total();
        if (missing > 0) {
            notes.add(
                    "\""
                            + column.title()
                            + "\" is missing in "
                            + NumberText.count(missing)
                            + " rows, which were left out.");
        }
        int cut = moments.cut(settings.early() / 100);
        int last = moments.size();
        return new TimeLine(
                Optional.of(column),
                Words.OF_TIME,
                moments.window(0, cut),
                moments.window(cut, last),
                moments.windows(settings.windows()),
                notes);
    }

    /// Rows by distinct time.
    ///
    /// @param name of each distinct time, in order
    /// @param starts where each time starts in `rows`, one more at the end
    /// @param rows in the order of time, then of the table
    /// @param levels whether each time is a window by itself
    private record Moments(IntFunction<String> name, int[] starts, int[] rows, boolean levels) {

        static Moments of(Dataset data, ColumnInfo info) {
            return switch (data.column(info.name())) {
                case Column.Numbers numbers -> numbers(info, numbers.values());
                case Column.Codes codes -> levels(info, codes);
                case Column.Texts _ -> levels(info, data.codes(info.name()));
            };
        }

        private static Moments numbers(ColumnInfo info, double[] values) {
            int[] present =
                    IntStream.range(0, values.length)
                            .filter(row -> Double.isFinite(values[row]))
                            .toArray();
            int[] order =
                    DoubleSort.order(
                            IntStream.of(present).mapToDouble(row -> values[row] + 0.0).toArray());
            int[] rows = IntStream.of(order).map(i -> present[i]).toArray();
            int[] starts = new int[rows.length + 1];
            int distinct = 0;
            for (int i = 0; i < rows.length; i++) {
                if (i == 0 || values[rows[i]] != values[rows[i - 1]]) {
                    starts[distinct++] = i;
                }
            }
            starts[distinct] = rows.length;
            return new Moments(
                    time -> CellText.of(values[rows[starts[time]]], info.type()),
                    Arrays.copyOf(starts, distinct + 1),
                    rows,
                    false);
        }

        private static Moments levels(ColumnInfo info, Column.Codes codes) {
            long[] counts = codes.counts();
            List<Integer> order =
                    IntStream.range(0, counts.length)
                            .filter(level -> counts[level] > 0)
                            .boxed()
                            .sorted(
                                    info.level() == MeasurementLevel.ORDINAL
                                            ? Comparator.naturalOrder()
                                            : Comparator.comparing(codes.levels()::get))
                            .toList();
            int[] starts = new int[order.size() + 1];
            int[] next = new int[counts.length];
            for (int i = 0; i < order.size(); i++) {
                next[order.get(i)] = starts[i];
                starts[i + 1] = starts[i] + (int) counts[order.get(i)];
            }
            int[] rows = new int[starts[order.size()]];
            for (int row = 0; row < codes.size(); row++) {
                int code = codes.codes()[row];
                if (code >= 0) {
                    rows[next[code]++] = row;
                }
            }
            return new Moments(
                    time -> codes.levels().get(order.get(time)),
                    starts,
                    rows,
                    order.size() <= MOST_LEVELS);
        }

        int size() {
            return starts.length - 1;
        }

        int total() {
            return rows.length;
        }

        /// The distinct time from which on rows are late, so that the early share is as near as can
        /// be to the one wanted.
        int cut(double share) {
            int best = 1;
            for (int i = 1; i < size(); i++) {
                double off = Math.abs(starts[i] - share * total());
                best = off < Math.abs(starts[best] - share * total()) ? i : best;
            }
            return best;
        }

        Window window(int from, int to) {
            String title =
                    to - from == 1
                            ? name.apply(from)
                            : name.apply(from) + " to " + name.apply(to - 1);
            return new Window(title, Arrays.copyOfRange(rows, starts[from], starts[to]));
        }

        /// Windows of about equal size that keep the same time together; of levels, one each.
        List<Window> windows(int wanted) {
            List<Window> windows = new ArrayList<>();
            int from = 0;
            for (int i = 1; i <= size(); i++) {
                boolean full = levels || i == size() || place(i, wanted) != place(from, wanted);
                if (full) {
                    windows.add(window(from, i));
                    from = i;
                }
            }
            return windows;
        }

        /// The window that the middle row of a distinct time falls into.
        private long place(int time, int wanted) {
            return ((long) starts[time] + starts[time + 1]) * wanted / (2L * total());
        }
    }
}
