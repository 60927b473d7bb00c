package org.counterpoise.engine.validate.utility;

import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.learn.downstream.JudgedRows;
import org.counterpoise.engine.learn.downstream.PairedDifference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Whether rows that were added to real ones help the groups they were meant for: those with a
/// larger share of the added rows than of the training rows.
final class HelpedGroups {
    static final String NOTE =
            "The table holds real rows that the synthetic ones complete, so the verdict is about"
                    + " models of both together. Alone the synthetic rows need not resemble the"
                    + " real ones.";

    private static final String TOO_FEW = "too few holdout rows";

    private HelpedGroups() {}

    /// @param metric name of the headline
    /// @param differences by group, how much better the model of both tables is on its holdout rows
    /// @return empty without such a group
    static Optional<Finding> finding(
            String metric,
            Map<JudgedRows, PairedDifference> differences,
            Dataset training,
            Dataset added,
            double confidence) {
        long judged = differences.keySet().stream().filter(JudgedRows::enough).count();
        double each = 1 - (1 - confidence) / Math.max(1, judged);
        Map<String, Integer> before = counts(training, differences);
        Map<String, Integer> more = counts(added, differences);
        Map<String, List<String>> standings = new TreeMap<>();
        List<List<Object>> rows = new ArrayList<>();
        List<Map<String, String>> cells = new ArrayList<>();
        differences.forEach(
                (group, difference) -> {
                    int own = before.getOrDefault(group.key(), 0);
                    int gained = more.getOrDefault(group.key(), 0);
                    if ((double) gained / added.rows() > (double) own / training.rows()) {
                        Interval interval = difference.interval(each);
                        String standing = group.enough() ? standing(interval) : TOO_FEW;
                        standings
                                .computeIfAbsent(standing, s -> new ArrayList<>())
                                .add(group.label());
                        int n = group.n();
                        rows.add(
                                List.of(
                                        group.label(),
                                        own,
                                        gained,
                                        n,
                                        Evidence.cell(difference.value(), n),
                                        Evidence.cell(interval.lower(), n),
                                        Evidence.cell(interval.upper(), n),
                                        standing));
                        cells.add(group.cell());
                    }
                });
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Finding(
                        "helped",
                        Severity.NOTE,
                        headline(standings),
                        "These groups have a larger share of the added rows than of the training"
                                + " rows. A group is better or worse if the whole interval of the"
                                + " change of its "
                                + metric
                                + " on the holdout lies on one side of 0. Intervals hold for all"
                                + " subgroups together.",
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        new Evidence(
                                "Change of " + metric + " where rows were added",
                                List.of(
                                        "subgroup",
                                        "training rows",
                                        "added rows",
                                        "holdout rows",
                                        "change",
                                        "lower",
                                        "upper",
                                        "outcome"),
                                rows,
                                cells),
                        List.of()));
    }

    private static String standing(Interval interval) {
        return interval.lower() > 0
                ? "better"
                : interval.upper() < 0 ? "worse" : "not clearly different";
    }

    private static String headline(Map<String, List<String>> standings) {
        List<String> parts = new ArrayList<>();
        standings.forEach(
                (standing, groups) -> parts.add(String.join(", ", groups) + ": " + standing));
        return "The model for the groups that were given more rows: "
                + String.join("; ", parts)
                + ".";
    }

    private static Map<String, Integer> counts(
            Dataset data, Map<JudgedRows, PairedDifference> groups) {
        Map<String, Integer> counts = new HashMap<>();
        groups.keySet().stream()
                .map(JudgedRows::column)
                .distinct()
                .forEach(
                        column ->
                                Grouping.of(data, List.of(column.split(",")))
                                        .groups()
                                        .forEach(g -> counts.put(g.key(), g.count())));
        return counts;
    }
}
