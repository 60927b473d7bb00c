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
record Wording(Dataset data, GroupResults results, PerformanceSettings settings, GapTests tests) {

    /// A gap with an adjusted p-value under this is not put down to chance.
    static final double LEVEL = GapTests.LEVEL;

    /// The id of a finding on this attribute or crossing.
    String id(String what) {
        return results.prefix() + what + "/" + results.name();
    }

    String test() {
        return settings.permutations() > 0
                ? "permutation test of the largest gap"
                : "studentised-range test of the largest gap";
    }

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

    PerformanceFigures figures() {
        return new PerformanceFigures(results, title());
    }

    /// Whether chance explains the largest gap, and how small a gap would have been seen; begins
    /// with a space, empty if it was not tested.
    String chance(RateMetric metric) {
        return chance(metric.id());
    }

    String chance(String metric) {
        GapTests.Test test = tests.of(results, metric);
        if (Double.isNaN(test.adjusted())) {
            return "";
        }
        boolean share = results.results().getFirst().measured(metric).metric().share();
        return (test.adjusted() < LEVEL
                        ? " Chance hardly explains a gap like this ("
                        : " Chance alone could explain a gap like this (")
                + NumberText.p(test.adjusted())
                + ", "
                + settings.adjustment().title()
                + "-adjusted)."
                + detectable(test, share);
    }

    private static String detectable(GapTests.Test test, boolean share) {
        if (Double.isNaN(test.detectable())) {
            return "";
        }
        return " A gap of "
                + size(test.detectable(), share)
                + " between the two largest groups would have been found with 80% power"
                + (Double.isNaN(test.detectableSmallest()) || test.gap().groups() < 3
                        ? "."
                        : ", of "
                                + size(test.detectableSmallest(), share)
                                + " between the largest and the smallest.");
    }

    /// How small a gap would have been seen, ending a headline that cannot tell.
    String visible(String metric) {
        GapTests.Test test = tests.of(results, metric);
        boolean share = results.results().getFirst().measured(metric).metric().share();
        return Double.isNaN(test.detectable())
                ? "; chance could explain it."
                : "; a gap of " + size(test.detectable(), share) + " would have been seen.";
    }

    /// A difference of shares with its interval.
    static String drop(double difference, Interval interval) {
        return NumberText.points(difference)
                + " ("
                + NumberText.points(interval.lower())
                + " to "
                + NumberText.points(interval.upper())
                + ")";
    }

    static String decapital(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    /// A difference without a sign: "12.3 points" of shares, else a number.
    static String size(double difference, boolean share) {
        return share
                ? NumberText.points(difference).replace("+", "")
                : NumberText.short3(difference);
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
        return Measure.of(name, value, interval, n).withTest(test(), test.p(), test.adjusted());
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
    ///
    /// @param metric whose values are shown
    Finding uncompared(String id, String what, String metric) {
        return new Finding(
                id(id),
                Severity.NOTE,
                "Groups of " + title() + " could not be compared on " + what + ".",
                "Fewer than two groups have a defined value resting on at least "
                        + settings.smallestGroup()
                        + " rows, or the reference group has none.",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                figures().comparison(metric, what),
                List.of());
    }

    /// Whose threshold it is: that of the default, or the user's.
    static String source(boolean unchanged, String source) {
        return unchanged ? source : "set by you";
    }
}
