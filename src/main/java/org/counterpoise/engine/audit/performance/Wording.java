package org.counterpoise.engine.audit.performance;

import org.counterpoise.engine.audit.Subgroups;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.stats.RateMetric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// How groups, gaps and doubts are worded, the same in every finding.
///
/// @param results of one attribute or crossing
record Wording(
        Dataset data,
        Judged judged,
        GroupResults results,
        PerformanceSettings settings,
        GapTests tests) {
    static final String TEST = "permutation test of the largest gap";

    /// A gap with an adjusted p-value under this is not put down to chance.
    static final double LEVEL = 0.05;

    /// The attribute or crossing.
    String title() {
        return results.columns().stream()
                .map(column -> data.schema().column(column).title())
                .collect(Collectors.joining(" × "));
    }

    /// A group in a sentence.
    String phrase(int group) {
        return Subgroups.phrase(data, results.groups().get(group));
    }

    /// The positive outcome in a sentence.
    String outcome() {
        return judged.outcome().column() + " = " + judged.outcome().positive();
    }

    PerformanceFigures figures() {
        return new PerformanceFigures(results, title());
    }

    /// Whether chance explains the largest gap; begins with a space, empty if
    /// it was not tested.
    String chance(RateMetric metric) {
        double adjusted = tests.of(results, metric).adjusted();
        if (Double.isNaN(adjusted)) {
            return "";
        }
        return (adjusted < LEVEL
                        ? " Chance hardly explains a gap like this ("
                        : " Chance alone could explain a gap like this (")
                + NumberText.p(adjusted)
                + ", permutation test, Holm-adjusted).";
    }

    /// Which groups are too small to be flagged; begins with a space, empty if
    /// none is.
    String small(String metric) {
        List<String> small = new ArrayList<>();
        for (int g = 0; g < results.size(); g++) {
            long n = results.estimate(g, metric).n();
            if (n < settings.smallestGroup()) {
                small.add(phrase(g) + (n == 0 ? " (undefined, n = 0)" : " (n = " + n + ")"));
            }
        }
        if (small.isEmpty()) {
            return "";
        }
        return " Too small to be flagged: "
                + String.join(", ", small.subList(0, Math.min(5, small.size())))
                + (small.size() > 5 ? " and " + (small.size() - 5) + " more" : "")
                + ".";
    }

    Measure measure(String name, double value, Interval interval, long n, RateMetric metric) {
        GapTests.Test test = tests.of(results, metric);
        return Measure.of(name, value, interval, n).withTest(TEST, test.p(), test.adjusted());
    }

    /// What can be done for a group for whom the prediction fails.
    List<Remedy> remedies(int group) {
        Map<String, String> cell = results.groups().get(group).cell();
        return List.of(
                new Remedy(
                        "Generate more rows with " + phrase(group),
                        Remedy.Action.GENERATE,
                        results.columns(),
                        cell),
                new Remedy(
                        "Look at who is represented by " + title(),
                        Remedy.Action.AUDIT,
                        results.columns(),
                        Map.of()),
                new Remedy(
                        "Collect more data with " + phrase(group),
                        Remedy.Action.COLLECT,
                        results.columns(),
                        cell));
    }

    /// The finding that there is nothing to compare.
    Finding uncompared(String id, String what) {
        return new Finding(
                id + "/" + results.name(),
                Severity.NOTE,
                "Groups of " + title() + " could not be compared on " + what + ".",
                "Fewer than two groups have a defined value resting on at least "
                        + settings.smallestGroup()
                        + " rows, or the reference group has none.",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                figures().table(),
                List.of());
    }

    /// Whose threshold it is: that of the default, or the user's.
    static String source(boolean unchanged, String source) {
        return unchanged ? source : "set by you";
    }
}
