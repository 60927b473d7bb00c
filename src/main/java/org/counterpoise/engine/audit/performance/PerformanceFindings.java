package org.counterpoise.engine.audit.performance;

import static org.counterpoise.engine.stats.RateMetric.F1;
import static org.counterpoise.engine.stats.RateMetric.FPR;
import static org.counterpoise.engine.stats.RateMetric.PREVALENCE;
import static org.counterpoise.engine.stats.RateMetric.SELECTION_RATE;
import static org.counterpoise.engine.stats.RateMetric.TPR;

import org.counterpoise.engine.audit.Subgroups;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.stats.RateMetric;
import org.counterpoise.engine.stats.RateMetric.Estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is said about the groups of one attribute or crossing.
record PerformanceFindings(
        Dataset data,
        Judged judged,
        GroupResults results,
        PerformanceSettings settings,
        GapTests tests) {
    private static final double POINT = 0.01;

    /// A gap with an adjusted p-value under this is not put down to chance.
    private static final double LEVEL = 0.05;

    private static final String TEST = "permutation test of the largest gap";

    /// Findings on F1, equalized odds and demographic parity; on a single attribute also on ranking
    /// and calibration. Of a crossing only what is flagged.
    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(List.of(f1(), equalizedOdds(), demographicParity()));
        if (results.crossing()) {
            return all.stream().filter(f -> f.severity().compareTo(Severity.NOTE) > 0).toList();
        }
        if (judged.scored()) {
            all.add(ranking());
        }
        if (judged.probabilities()) {
            all.add(calibration());
        }
        return all;
    }

    private PerformanceFigures figures() {
        return new PerformanceFigures(results, title());
    }

    private String title() {
        return results.columns().stream()
                .map(column -> data.schema().column(column).title())
                .collect(Collectors.joining(" × "));
    }

    private String phrase(int group) {
        return Subgroups.phrase(data, results.groups().get(group));
    }

    private String outcome() {
        return judged.outcome().column() + " = " + judged.outcome().positive();
    }

    private Finding f1() {
        String metric = F1.id();
        int reference = results.reference();
        double drop = settings.maxF1Drop() * POINT;
        int[] groups = results.comparable(metric, settings.smallestGroup());
        Estimate base = results.estimate(reference, metric);
        if (groups.length < 2 || !base.defined()) {
            return uncompared("f1", "F1");
        }
        int worst = results.lowest(metric, groups);
        List<Integer> flagged =
                Arrays.stream(groups)
                        .filter(g -> results.difference(g, reference, metric) < -drop)
                        .boxed()
                        .toList();
        double value = results.estimate(worst, metric).value();
        Interval interval = results.differenceInterval(worst, reference, metric);
        Severity severity =
                flagged.isEmpty()
                        ? Severity.OK
                        : interval.upper() < -drop ? Severity.SERIOUS : Severity.WARNING;
        String headline =
                flagged.isEmpty()
                        ? judged.subject()
                                + " works about as well in every group of "
                                + title()
                                + " (F1)."
                        : judged.subject()
                                + " works worse for "
                                + phrase(worst)
                                + " than for "
                                + phrase(reference)
                                + ": F1 "
                                + NumberText.fixed(value, 3)
                                + " against "
                                + NumberText.fixed(base.value(), 3)
                                + ".";
        return new Finding(
                "f1/" + results.name(),
                severity,
                headline,
                "The largest drop under the reference group is "
                        + drop(results.difference(worst, reference, metric), interval)
                        + ", for "
                        + phrase(worst)
                        + ". "
                        + chance(F1)
                        + small(metric),
                Optional.of(
                        measure(
                                "difference in F1 to the reference group",
                                results.difference(worst, reference, metric),
                                interval,
                                results.estimate(worst, metric).n(),
                                F1)),
                Optional.of(
                        new Threshold(
                                -drop,
                                "F1 at most "
                                        + NumberText.short3(settings.maxF1Drop())
                                        + " points under the reference group",
                                source(
                                        settings.maxF1Drop() == defaults().maxF1Drop(),
                                        "founding guide"))),
                flagged.isEmpty() ? List.of() : remedies(worst),
                figures().comparison(metric, "F1"),
                List.of(
                        figures()
                                .intervals(
                                        metric,
                                        "F1",
                                        Optional.of(
                                                new Figure.Intervals.Concern(
                                                        0,
                                                        Math.max(0, base.value() - drop),
                                                        "more than "
                                                                + NumberText.short3(
                                                                        settings.maxF1Drop())
                                                                + " points under the reference")),
                                        flagged)));
    }

    private static String drop(double difference, Interval interval) {
        return NumberText.points(difference)
                + " ("
                + NumberText.points(interval.lower())
                + " to "
                + NumberText.points(interval.upper())
                + ")";
    }

    private Finding equalizedOdds() {
        int smallest = settings.smallestGroup();
        double limit = settings.maxOddsDifference() * POINT;
        double difference = results.equalizedOddsDifference(smallest);
        if (Double.isNaN(difference)) {
            return uncompared("equalized-odds", "equalized odds");
        }
        boolean missed = difference == results.gap(TPR.id(), smallest);
        RateMetric metric = missed ? TPR : FPR;
        int[] groups = results.comparable(metric.id(), smallest);
        int high = results.highest(metric.id(), groups);
        int low = results.lowest(metric.id(), groups);
        int worst = missed ? low : high;
        boolean flagged = difference > limit;
        boolean certain = tests.of(results, metric).adjusted() < LEVEL;
        Interval interval = results.differenceInterval(high, low, metric.id());
        return new Finding(
                "equalized-odds/" + results.name(),
                !flagged ? Severity.OK : certain ? Severity.SERIOUS : Severity.WARNING,
                flagged
                        ? oddsHeadline(missed, high, low)
                        : "Errors are about as frequent in every group of "
                                + title()
                                + " (equalized odds).",
                "The widest gap in "
                        + metric.title()
                        + " is "
                        + drop(difference, interval).replace("+", "")
                        + ", between "
                        + phrase(low)
                        + " and "
                        + phrase(high)
                        + ". "
                        + chance(metric)
                        + small(metric.id()),
                Optional.of(
                        measure(
                                "equalized-odds difference",
                                difference,
                                interval,
                                results.estimate(worst, metric.id()).n(),
                                metric)),
                Optional.of(
                        new Threshold(
                                limit,
                                "true and false positive rates within "
                                        + NumberText.short3(settings.maxOddsDifference())
                                        + " points",
                                source(
                                        settings.maxOddsDifference()
                                                == defaults().maxOddsDifference(),
                                        "AI Fairness 360 (Bellamy et al. 2019,"
                                                + " doi:10.1147/JRD.2019.2942287)"))),
                flagged ? remedies(worst) : List.of(),
                figures().comparison(metric.id(), metric.title()),
                List.of(
                        rate(missed ? TPR : FPR, flagged ? List.of(worst) : List.of()),
                        rate(missed ? FPR : TPR, List.of())));
    }

    private Figure rate(RateMetric metric, List<Integer> flagged) {
        return figures().intervals(metric.id(), metric.title(), Optional.empty(), flagged);
    }

    private String oddsHeadline(boolean missed, int high, int low) {
        String metric = (missed ? TPR : FPR).id();
        String highest = NumberText.percent(results.estimate(high, metric).value());
        String lowest = NumberText.percent(results.estimate(low, metric).value());
        return missed
                ? judged.subject()
                        + " misses "
                        + phrase(low)
                        + ": it finds "
                        + lowest
                        + " of those with "
                        + outcome()
                        + ", but "
                        + highest
                        + " for "
                        + phrase(high)
                        + "."
                : judged.subject()
                        + " raises false alarms for "
                        + phrase(high)
                        + ": in "
                        + highest
                        + " of those without "
                        + outcome()
                        + ", but "
                        + lowest
                        + " for "
                        + phrase(low)
                        + ".";
    }

    private Finding demographicParity() {
        int smallest = settings.smallestGroup();
        String metric = SELECTION_RATE.id();
        double ratio = results.ratio(metric, smallest);
        if (Double.isNaN(ratio)) {
            return uncompared("demographic-parity", "demographic parity");
        }
        int[] groups = results.comparable(metric, smallest);
        int high = results.highest(metric, groups);
        int low = results.lowest(metric, groups);
        boolean flagged = ratio < settings.minParityRatio();
        double prevalences = results.gap(PREVALENCE.id(), smallest);
        return new Finding(
                "demographic-parity/" + results.name(),
                flagged ? Severity.WARNING : Severity.OK,
                flagged
                        ? "Positive decisions are rarer for "
                                + phrase(low)
                                + " ("
                                + NumberText.percent(results.estimate(low, metric).value())
                                + ") than for "
                                + phrase(high)
                                + " ("
                                + NumberText.percent(results.estimate(high, metric).value())
                                + ")."
                        : "Positive decisions are about as frequent in every group of "
                                + title()
                                + ".",
                "The lowest selection rate is "
                        + NumberText.fixed(ratio, 2)
                        + " of the highest. "
                        + chance(SELECTION_RATE)
                        + "The outcome's own prevalence differs by "
                        + NumberText.points(prevalences).replace("+", "")
                        + ": a right prediction would differ, too, unless the outcome is itself"
                        + " biased. "
                        + small(metric),
                Optional.of(
                        Measure.of(
                                        "demographic-parity ratio",
                                        ratio,
                                        results.estimate(low, metric).n())
                                .withTest(
                                        TEST,
                                        tests.of(results, SELECTION_RATE).p(),
                                        tests.of(results, SELECTION_RATE).adjusted())),
                Optional.of(
                        new Threshold(
                                settings.minParityRatio(),
                                "lowest selection rate at least "
                                        + NumberText.short3(settings.minParityRatio())
                                        + " of the highest",
                                source(
                                        settings.minParityRatio() == defaults().minParityRatio(),
                                        "four-fifths rule, 29 CFR 1607.4(D) (1978)"))),
                flagged ? remedies(low) : List.of(),
                figures().comparison(metric, SELECTION_RATE.title()),
                List.of(
                        rate(SELECTION_RATE, flagged ? List.of(low) : List.of()),
                        rate(PREVALENCE, List.of())));
    }

    private Finding ranking() {
        String metric = GroupResult.AUC;
        int[] groups = results.comparable(metric, settings.smallestGroup());
        String headline = "No group of " + title() + " has both outcomes, so none can be ranked.";
        Optional<Measure> measure = Optional.empty();
        if (groups.length > 0) {
            int low = results.lowest(metric, groups);
            int high = results.highest(metric, groups);
            Estimate lowest = results.estimate(low, metric);
            headline =
                    low == high
                            ? "AUC is " + auc(lowest) + " for " + phrase(low) + "."
                            : judged.subject()
                                    + " ranks "
                                    + phrase(high)
                                    + " best (AUC "
                                    + auc(results.estimate(high, metric))
                                    + ") and "
                                    + phrase(low)
                                    + " worst ("
                                    + auc(lowest)
                                    + ").";
            measure =
                    Optional.of(
                            Measure.of(
                                    "lowest area under the ROC curve",
                                    lowest.value(),
                                    lowest.interval(),
                                    lowest.n()));
        }
        return new Finding(
                "auc/" + results.name(),
                Severity.NOTE,
                headline,
                "AUC is the chance that someone with the outcome scores above someone without it, in"
                        + " the same group. Intervals are DeLong's.",
                measure,
                Optional.empty(),
                List.of(),
                figures().comparison(metric, "AUC"),
                List.of(
                        figures().roc(),
                        figures().intervals(metric, "AUC", Optional.empty(), List.of())));
    }

    private static String auc(Estimate estimate) {
        return NumberText.estimate(
                estimate.value(), estimate.interval().lower(), estimate.interval().upper());
    }

    private Finding calibration() {
        String metric = GroupResult.CALIBRATION_SLOPE;
        int[] groups = results.comparable(metric, settings.smallestGroup());
        String headline = "Calibration by " + title() + " could not be fitted.";
        Optional<Measure> measure = Optional.empty();
        if (groups.length > 0) {
            int worst = groups[0];
            for (int g : groups) {
                if (Math.abs(results.estimate(g, metric).value() - 1)
                        > Math.abs(results.estimate(worst, metric).value() - 1)) {
                    worst = g;
                }
            }
            Estimate estimate = results.estimate(worst, metric);
            headline =
                    "The calibration slope furthest from 1 is "
                            + auc(estimate)
                            + ", for "
                            + phrase(worst)
                            + ".";
            measure =
                    Optional.of(
                            Measure.of(
                                    "calibration slope",
                                    estimate.value(),
                                    estimate.interval(),
                                    estimate.n()));
        }
        return new Finding(
                "calibration/" + results.name(),
                Severity.NOTE,
                headline,
                "A slope of 1 means that predicted risks mean what they say; under 1 they are too"
                        + " extreme, over 1 too timid.",
                measure,
                Optional.empty(),
                List.of(),
                figures().comparison(metric, "calibration slope"),
                List.of(figures().calibration()));
    }

    private Finding uncompared(String id, String what) {
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

    private String chance(RateMetric metric) {
        double adjusted = tests.of(results, metric).adjusted();
        if (Double.isNaN(adjusted)) {
            return "";
        }
        return (adjusted < LEVEL
                        ? "Chance hardly explains a gap like this ("
                        : "Chance alone could explain a gap like this (")
                + NumberText.p(adjusted)
                + ", permutation test, Holm-adjusted). ";
    }

    private String small(String metric) {
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
        return "Too small to be flagged: "
                + String.join(", ", small.subList(0, Math.min(5, small.size())))
                + (small.size() > 5 ? " and " + (small.size() - 5) + " more" : "")
                + ".";
    }

    private Measure measure(
            String name, double value, Interval interval, long n, RateMetric metric) {
        GapTests.Test test = tests.of(results, metric);
        return Measure.of(name, value, interval, n).withTest(TEST, test.p(), test.adjusted());
    }

    private List<Remedy> remedies(int group) {
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

    private static PerformanceSettings defaults() {
        return new PerformanceAudit().defaults();
    }

    private static String source(boolean unchanged, String source) {
        return unchanged ? source : "set by you";
    }
}
