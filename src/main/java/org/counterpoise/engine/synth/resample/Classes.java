package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.data.OriginColumn;
import org.counterpoise.engine.synth.Cleaning;
import org.counterpoise.engine.synth.Feature;
import org.counterpoise.engine.synth.Learnable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/// A table whose rows belong to classes, with distances between them.
///
/// Rows without a class, where a class column is missing, are neither judged nor do they judge.
final class Classes {
    /// More classes than this are no classes.
    private static final int MOST = 100;

    private final Dataset data;
    private final Grouping grouping;
    private final int[] rows;
    private final int smallest;
    private final Metric metric;
    private final NeighbourSearch search;

    private Classes(Dataset table, Grouping grouping, SmoteSettings.Scaling scaling) {
        this.data = table;
        this.grouping = grouping;
        int[] codes = grouping.codes();
        this.rows = IntStream.range(0, codes.length).filter(row -> codes[row] >= 0).toArray();
        int least = 0;
        for (int c = 1; c < grouping.groups().size(); c++) {
            least = size(c) < size(least) ? c : least;
        }
        this.smallest = least;
        Set<String> names = new HashSet<>(grouping.columns());
        List<Feature.Continuous> numbers = new ArrayList<>();
        List<Feature.Categorical> categories = new ArrayList<>();
        for (int f = 0; f < table.schema().size(); f++) {
            var info = table.schema().columns().get(f);
            if (Learnable.modelled(info) && !names.contains(info.name())) {
                switch (Feature.of(table, f)) {
                    case Feature.Continuous number -> numbers.add(number);
                    case Feature.Categorical category -> categories.add(category);
                }
            }
        }
        double[] scales =
                numbers.stream()
                        .mapToDouble(
                                number ->
                                        scaling == SmoteSettings.Scaling.NONE
                                                ? 1
                                                : positive(number.deviation(rows)))
                        .toArray();
        double penalty =
                numbers.isEmpty()
                        ? 1
                        : Math.pow(ClassRows.medianDeviation(numbers, rows, scales), 2);
        this.metric = new Metric(numbers, categories, scales, penalty);
        this.search = search(metric, rows);
    }

    private static NeighbourSearch search(Metric metric, int[] candidates) {
        return new NeighbourSearch(
                metric.numbers(),
                metric.categories(),
                metric.scales(),
                metric.penalty(),
                CategoryDistance.mismatch(metric.penalty()),
                candidates);
    }

    private static double positive(double deviation) {
        return deviation > 0 ? deviation : 1;
    }

    /// @param columns whose groups are the classes; empty for the outcome
    /// @throws UserProblem if there are no classes, or so many that they are quantities
    static Classes of(Dataset table, List<String> columns, SmoteSettings.Scaling scaling) {
        Dataset data = OriginColumn.unmarked(table);
        return new Classes(data, grouping(data, columns), scaling);
    }

    /// The classes alone.
    static Grouping grouping(Dataset table, List<String> columns) {
        List<String> names =
                columns.isEmpty()
                        ? table.schema()
                                .outcome()
                                .map(info -> List.of(info.name()))
                                .orElse(List.of())
                        : columns;
        if (names.isEmpty()) {
            throw new UserProblem(
                    "It is not clear which rows belong to which class.",
                    table.name(),
                    "Mark the outcome, or balance by one or more columns.");
        }
        Grouping grouping = Grouping.of(table, names);
        if (grouping.groups().size() > MOST) {
            throw new UserProblem(
                    String.join(" × ", names)
                            + " has "
                            + grouping.groups().size()
                            + " different values: quantities, not classes.",
                    table.name(),
                    "Choose a column with classes, or cut it into bands first.");
        }
        return grouping;
    }

    int code(int row) {
        return grouping.codes()[row];
    }

    int count() {
        return grouping.groups().size();
    }

    String label(int c) {
        return grouping.groups().get(c).label();
    }

    int size(int c) {
        return grouping.groups().get(c).count();
    }

    /// The class with the fewest rows, the first of equals.
    int smallest() {
        return smallest;
    }

    /// The class with the most rows, the first of equals.
    int largest() {
        int most = 0;
        for (int c = 1; c < count(); c++) {
            most = size(c) > size(most) ? c : most;
        }
        return most;
    }

    /// Rows that have a class, ascending.
    int[] rows() {
        return rows;
    }

    int[] rows(int c) {
        return Arrays.stream(rows).filter(row -> code(row) == c).toArray();
    }

    /// The nearest rows with a class of each of some rows.
    int[][] nearest(int[] queries, int k, Progress progress) {
        return search.nearest(queries, Math.min(k, rows.length - 1), progress);
    }

    /// The nearest of each of some rows among some others.
    int[][] nearestAmong(int[] queries, int[] candidates, int k, Progress progress) {
        return search(metric, candidates)
                .nearest(queries, Math.min(k, candidates.length), progress);
    }

    Metric metric() {
        return metric;
    }

    /// Whether rows of a class may go.
    boolean mayLose(int c, Scope scope) {
        return scope == Scope.ALL || c != smallest;
    }

    /// The rows left without some, and how many went of each class.
    static Cleaning.Kept without(Grouping grouping, boolean[] gone, String why) {
        List<String> notes = new ArrayList<>();
        int[] lost = new int[grouping.groups().size()];
        int total = 0;
        for (int row = 0; row < gone.length; row++) {
            if (gone[row]) {
                lost[grouping.codes()[row]]++;
                total++;
            }
        }
        notes.add(
                String.format(
                        Locale.ROOT,
                        "%,d of %,d rows were taken out: %s.",
                        total,
                        gone.length,
                        why));
        for (int c = 0; c < lost.length; c++) {
            Grouping.Group group = grouping.groups().get(c);
            if (lost[c] > 0) {
                notes.add(
                        String.format(
                                Locale.ROOT,
                                "%s: %,d of %,d rows were taken out%s.",
                                group.label(),
                                lost[c],
                                group.count(),
                                lost[c] == group.count() ? ", so none is left" : ""));
            }
        }
        return new Cleaning.Kept(
                IntStream.range(0, gone.length).filter(row -> !gone[row]).toArray(), notes);
    }

    Cleaning.Kept without(boolean[] gone, String why) {
        return without(grouping, gone, why);
    }

    int tableRows() {
        return data.rows();
    }
}
