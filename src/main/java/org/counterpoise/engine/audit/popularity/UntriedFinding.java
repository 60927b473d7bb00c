package org.counterpoise.engine.audit.popularity;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Under which conditions choices were tried, and which pairs of choice and condition never were.
///
/// A condition is another feature: a category's levels, or a number's tenths of its range.
///
/// @param conditions one per feature looked at
record UntriedFinding(Choices choices, List<Condition> conditions) {
    private static final int MOST_LEVELS = 50;
    private static final int TENTHS = 10;

    /// @param column the feature
    /// @param values how many different values it takes
    /// @param single share of choices with at least two records that were tried under one value
    ///     only
    /// @param repeated how many choices have at least two records
    /// @param untried share of pairs of choice and value that were never tried
    record Condition(ColumnInfo column, int values, double single, int repeated, double untried) {}

    static Optional<UntriedFinding> of(Dataset data, Choices choices, Progress progress) {
        List<Condition> conditions = new ArrayList<>();
        for (ColumnInfo info : data.schema().withRole(Role.FEATURE)) {
            progress.check();
            if (info.name().equals(choices.column().name())) {
                continue;
            }
            int[] values =
                    switch (data.column(info.name())) {
                        case Column.Codes codes -> dense(codes.codes());
                        case Column.Numbers numbers -> dense(tenths(numbers.values()));
                        case Column.Texts _ -> new int[0];
                    };
            int distinct = Arrays.stream(values).max().orElse(-1) + 1;
            if (distinct >= 2 && distinct <= MOST_LEVELS) {
                conditions.add(condition(choices, info, values, distinct));
            }
        }
        return conditions.isEmpty()
                ? Optional.empty()
                : Optional.of(new UntriedFinding(choices, conditions));
    }

    private static int[] tenths(double[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        double width = (high - low) / TENTHS;
        int[] bins = new int[values.length];
        for (int row = 0; row < bins.length; row++) {
            bins[row] =
                    !Double.isFinite(values[row])
                            ? -1
                            : width > 0 && Double.isFinite(width)
                                    ? Math.min(TENTHS - 1, (int) ((values[row] - low) / width))
                                    : 0;
        }
        return bins;
    }

    /// Values numbered by first appearance, so that levels that do not occur do not count.
    private static int[] dense(int[] values) {
        Map<Integer, Integer> numbers = new HashMap<>();
        int[] dense = new int[values.length];
        for (int row = 0; row < values.length; row++) {
            int value = values[row];
            dense[row] = value < 0 ? -1 : numbers.computeIfAbsent(value, _ -> numbers.size());
        }
        return dense;
    }

    private static Condition condition(
            Choices choices, ColumnInfo info, int[] values, int distinct) {
        BitSet[] tried = new BitSet[choices.levels().size()];
        int[] records = new int[tried.length];
        for (int row = 0; row < values.length; row++) {
            int choice = choices.codes()[row];
            if (choice >= 0 && values[row] >= 0) {
                if (tried[choice] == null) {
                    tried[choice] = new BitSet(distinct);
                }
                tried[choice].set(values[row]);
                records[choice]++;
            }
        }
        long pairs = 0;
        int present = 0;
        int repeated = 0;
        int single = 0;
        for (int choice = 0; choice < tried.length; choice++) {
            if (records[choice] > 0) {
                present++;
                int under = tried[choice].cardinality();
                pairs += under;
                repeated += records[choice] >= 2 ? 1 : 0;
                single += records[choice] >= 2 && under == 1 ? 1 : 0;
            }
        }
        return new Condition(
                info,
                distinct,
                repeated == 0 ? Double.NaN : (double) single / repeated,
                repeated,
                present == 0 ? Double.NaN : 1 - pairs / ((double) present * distinct));
    }

    void measure(Map<String, Double> metrics) {
        for (Condition condition : conditions) {
            String key = choices.key() + "/conditions/" + condition.column().name();
            metrics.put(key + "/never-tried", condition.untried());
            metrics.put(key + "/single", condition.single());
        }
    }

    Finding finding() {
        Condition widest =
                conditions.stream()
                        .max((a, b) -> Double.compare(a.untried(), b.untried()))
                        .orElseThrow();
        List<List<Object>> rows = new ArrayList<>();
        for (Condition condition : conditions) {
            rows.add(
                    List.of(
                            condition.column().title(),
                            condition.values(),
                            Evidence.cell(condition.untried(), 0),
                            Evidence.cell(condition.single(), condition.repeated())));
        }
        return new Finding(
                "untried",
                Severity.NOTE,
                NumberText.percent(widest.untried())
                        + " of the pairs of "
                        + choices.title()
                        + " and "
                        + widest.column().title()
                        + " were never tried.",
                "Of the "
                        + widest.repeated()
                        + " values with at least two records, "
                        + NumberText.percent(widest.single())
                        + " were tried under one "
                        + widest.column().title()
                        + " only. Numbers are looked at in tenths of their range.",
                Optional.of(
                        Measure.of(
                                "share of pairs never tried",
                                widest.untried(),
                                (long) choices.order().length * widest.values())),
                Optional.empty(),
                List.of(
                        Remedy.of(
                                "Draw conditions at random from their whole range",
                                Remedy.Action.COLLECT,
                                choices.column().name(),
                                widest.column().name())),
                new Evidence(
                        "Conditions under which " + choices.title() + " was tried",
                        List.of("condition", "values", "pairs never tried", "tried under one only"),
                        rows),
                List.of());
    }
}
