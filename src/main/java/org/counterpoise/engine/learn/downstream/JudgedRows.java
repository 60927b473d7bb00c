package org.counterpoise.engine.learn.downstream;

import org.counterpoise.engine.data.BinaryOutcome;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.stats.RateMetric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/// Rows of the holdout that are judged together.
///
/// @param column "" for everyone, else the protected attribute, or attributes, "sex,race"
/// @param key "" for everyone, else "sex=F"
/// @param cell column to level, empty for everyone
/// @param rows row numbers, all with a known outcome
/// @param positives rows with the positive outcome; all rows if it is a number
/// @param enough whether there are enough rows to say anything
public record JudgedRows(
        String column,
        String key,
        Map<String, String> cell,
        int[] rows,
        int positives,
        boolean enough) {
    /// An attribute with more groups needs bands.
    public static final int MOST_GROUPS = 30;

    private static final int LEAST_OF_A_CLASS = 5;

    /// Everyone, then every group of every protected attribute.
    ///
    /// @param smallest groups with fewer rows are not judged
    /// @param order how many attributes are crossed at most
    /// @param notes what was left out is added here
    public static List<JudgedRows> of(
            Dataset holdout, BinaryOutcome truth, int smallest, int order, List<String> notes) {
        byte[] y = truth.values();
        return among(
                holdout,
                IntStream.range(0, holdout.rows()).filter(r -> y[r] >= 0).toArray(),
                rows -> positives(rows, y),
                (n, positives) ->
                        n >= smallest && Math.min(positives, n - positives) >= LEAST_OF_A_CLASS,
                order,
                notes);
    }

    /// The same for any kind of outcome.
    ///
    /// @param known rows with an outcome
    /// @param positives counts the rows that tell most, of some rows
    /// @param enough whether so many rows with so many of these say anything about a group
    public static List<JudgedRows> among(
            Dataset holdout,
            int[] known,
            ToIntFunction<int[]> positives,
            BiPredicate<Integer, Integer> enough,
            int order,
            List<String> notes) {
        if (known.length < holdout.rows()) {
            notes.add(
                    holdout.rows()
                            - known.length
                            + " holdout rows have no outcome and were left out.");
        }
        List<JudgedRows> all = new ArrayList<>();
        all.add(new JudgedRows("", "", Map.of(), known, positives.applyAsInt(known), true));
        List<String> attributes = new ArrayList<>();
        for (String column : holdout.schema().namesWithRole(Role.PROTECTED)) {
            Grouping grouping = Grouping.of(holdout, List.of(column));
            if (grouping.groups().size() > MOST_GROUPS) {
                notes.add(
                        "\""
                                + column
                                + "\" has "
                                + grouping.groups().size()
                                + " groups and was left out; set bands for it in the data step.");
            } else {
                attributes.add(column);
            }
        }
        for (List<String> columns : crossings(attributes, order)) {
            add(Grouping.of(holdout, columns), known, positives, enough, all);
        }
        return all;
    }

    /// All sets of 1 to `order` attributes, small ones first.
    public static List<List<String>> crossings(List<String> attributes, int order) {
        List<List<String>> all = new ArrayList<>();
        List<List<String>> level = List.of(List.of());
        for (int size = 1; size <= order; size++) {
            List<List<String>> larger = new ArrayList<>();
            for (List<String> set : level) {
                int from = set.isEmpty() ? 0 : attributes.indexOf(set.getLast()) + 1;
                for (String attribute : attributes.subList(from, attributes.size())) {
                    List<String> with = new ArrayList<>(set);
                    with.add(attribute);
                    larger.add(with);
                }
            }
            all.addAll(larger);
            level = larger;
        }
        return all;
    }

    private static void add(
            Grouping grouping,
            int[] known,
            ToIntFunction<int[]> counted,
            BiPredicate<Integer, Integer> enough,
            List<JudgedRows> all) {
        for (int g = 0; g < grouping.groups().size(); g++) {
            int group = g;
            int[] rows =
                    Arrays.stream(known).filter(row -> grouping.codes()[row] == group).toArray();
            int positives = counted.applyAsInt(rows);
            all.add(
                    new JudgedRows(
                            String.join(",", grouping.columns()),
                            grouping.groups().get(g).key(),
                            grouping.groups().get(g).cell(),
                            rows,
                            positives,
                            enough.test(rows.length, positives)));
        }
    }

    private static int positives(int[] rows, byte[] y) {
        return (int) Arrays.stream(rows).filter(row -> y[row] == 1).count();
    }

    public int n() {
        return rows.length;
    }

    public boolean everyone() {
        return key.isEmpty();
    }

    /// "everyone", or the subgroup's name for people.
    public String label() {
        return everyone() ? "everyone" : key;
    }

    /// The variance if one row alone were decided differently. Models that happen to agree on every
    /// row of a small group have not been shown to agree on the next.
    double leastVariance(int metric) {
        int negatives = n() - positives;
        double rows =
                metric == ModelMetric.FPR || metric == RateMetric.TNR.ordinal()
                        ? negatives
                        : metric == ModelMetric.BRIER || metric == RateMetric.ACCURACY.ordinal()
                                ? n()
                                : metric == ModelMetric.TPR || metric == RateMetric.FNR.ordinal()
                                        ? positives
                                        : Math.min(positives, negatives);
        return 1 / (rows * rows);
    }
}
