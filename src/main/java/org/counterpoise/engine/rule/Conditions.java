package org.counterpoise.engine.rule;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;

/// Which rows of a table meet a condition.
public final class Conditions {
    static final byte FALSE = 0;
    static final byte TRUE = 1;
    static final byte UNKNOWN = -1;

    private Conditions() {}

    /// The rows that meet a condition for certain; a missing value meets nothing but
    /// `is missing`.
    ///
    /// @throws UserProblem if a column is not there, or a value cannot be one of its values
    public static boolean[] rows(Condition condition, Dataset data) {
        byte[] states = states(condition, data);
        boolean[] met = new boolean[states.length];
        for (int row = 0; row < met.length; row++) {
            met[row] = states[row] == TRUE;
        }
        return met;
    }

    /// The rows for which a condition is neither true nor false, because a value is missing.
    ///
    /// @throws UserProblem if a column is not there, or a value cannot be one of its values
    public static boolean[] unknown(Condition condition, Dataset data) {
        byte[] states = states(condition, data);
        boolean[] unknown = new boolean[states.length];
        for (int row = 0; row < unknown.length; row++) {
            unknown[row] = states[row] == UNKNOWN;
        }
        return unknown;
    }

    /// For each row whether the condition is true, false or unknown (Kleene's logic: one false
    /// clause makes it false).
    static byte[] states(Condition condition, Dataset data) {
        byte[] all = new byte[data.rows()];
        Arrays.fill(all, TRUE);
        for (Clause clause : condition.clauses()) {
            byte[] one = states(clause, data);
            for (int row = 0; row < all.length; row++) {
                if (one[row] == FALSE || (one[row] == UNKNOWN && all[row] == TRUE)) {
                    all[row] = one[row];
                }
            }
        }
        return all;
    }

    static byte[] states(Clause clause, Dataset data) {
        ColumnInfo info = data.schema().column(clause.column());
        Column column = data.column(clause.column());
        return switch (clause) {
            case Clause.Missing missing -> {
                byte[] states = new byte[data.rows()];
                for (int row = 0; row < states.length; row++) {
                    states[row] = state(column.missing(row) != missing.negated());
                }
                yield states;
            }
            case Clause.In in -> in(in, info, column);
            case Clause.Limit limit -> {
                double bound = number(limit.value(), info);
                yield numbers(column, info, v -> limit.comparison().holds(v, bound));
            }
            case Clause.Between between -> {
                double low = number(between.low(), info);
                double high = number(between.high(), info);
                yield numbers(column, info, v -> v >= low && v <= high);
            }
        };
    }

    /// Values from `from` up to but not including `to`.
    public record Interval(double from, double to) {}

    /// The one interval of numbers or dates that a clause allows; empty if it is about categories
    /// or not about one interval.
    public static Optional<Interval> interval(Clause clause, ColumnInfo info) {
        if (!info.type().numeric()) {
            return Optional.empty();
        }
        return switch (clause) {
            case Clause.Limit limit -> {
                double bound = number(limit.value(), info);
                double next = Math.nextUp(bound);
                yield Optional.of(
                        switch (limit.comparison()) {
                            case LESS -> new Interval(Double.NEGATIVE_INFINITY, bound);
                            case AT_MOST -> new Interval(Double.NEGATIVE_INFINITY, next);
                            case MORE -> new Interval(next, Double.POSITIVE_INFINITY);
                            case AT_LEAST -> new Interval(bound, Double.POSITIVE_INFINITY);
                        });
            }
            case Clause.Between between ->
                    Optional.of(
                            new Interval(
                                    number(between.low(), info),
                                    Math.nextUp(number(between.high(), info))));
            case Clause.In in when !in.negated() && in.values().size() == 1 ->
                    Literals.number(in.values().getFirst(), info.type())
                            .map(value -> new Interval(value, Math.nextUp(value)));
            case Clause _ -> Optional.empty();
        };
    }

    private static byte[] in(Clause.In in, ColumnInfo info, Column column) {
        return switch (column) {
            case Column.Numbers numbers -> {
                Set<Double> values = new HashSet<>();
                Set<Integer> bands = new HashSet<>();
                in.values().forEach(value -> collect(value, info, values, bands));
                DoublePredicate inside =
                        v ->
                                values.contains(v + 0.0)
                                        || (!bands.isEmpty()
                                                && bands.contains(
                                                        info.binning().orElseThrow().band(v)));
                yield numbers(numbers, info, v -> inside.test(v) != in.negated());
            }
            case Column.Codes codes -> {
                boolean[] wanted = new boolean[codes.levels().size()];
                for (int level = 0; level < wanted.length; level++) {
                    wanted[level] = in.values().contains(codes.levels().get(level));
                }
                byte[] states = new byte[codes.size()];
                for (int row = 0; row < states.length; row++) {
                    int code = codes.codes()[row];
                    states[row] = code < 0 ? UNKNOWN : state(wanted[code] != in.negated());
                }
                yield states;
            }
            case Column.Texts texts -> {
                byte[] states = new byte[texts.size()];
                for (int row = 0; row < states.length; row++) {
                    String text = texts.values()[row];
                    states[row] =
                            text == null
                                    ? UNKNOWN
                                    : state(in.values().contains(text) != in.negated());
                }
                yield states;
            }
        };
    }

    private static void collect(
            String value, ColumnInfo info, Set<Double> values, Set<Integer> bands) {
        int band =
                info.binning()
                        .map(b -> b.labels(info.type() == ColumnType.INTEGER).indexOf(value))
                        .orElse(-1);
        if (band >= 0) {
            bands.add(band);
        } else {
            values.add(number(value, info) + 0.0);
        }
    }

    private static byte[] numbers(Column column, ColumnInfo info, DoublePredicate test) {
        if (!(column instanceof Column.Numbers numbers)) {
            throw new UserProblem(
                    "\"" + info.name() + "\" does not hold numbers or dates.",
                    "rule",
                    "Compare categories with = or in {…}.");
        }
        byte[] states = new byte[numbers.size()];
        for (int row = 0; row < states.length; row++) {
            double value = numbers.values()[row];
            states[row] = Double.isNaN(value) ? UNKNOWN : state(test.test(value));
        }
        return states;
    }

    private static double number(String text, ColumnInfo info) {
        return Literals.number(text, info.type())
                .orElseThrow(
                        () ->
                                new UserProblem(
                                        "\""
                                                + text
                                                + "\" cannot be a value of \""
                                                + info.name()
                                                + "\".",
                                        "rule",
                                        switch (info.type()) {
                                            case DATE, DATE_TIME -> "Write a date as 2020-12-31.";
                                            default -> "Write a number.";
                                        }));
    }

    private static byte state(boolean met) {
        return met ? TRUE : FALSE;
    }
}
