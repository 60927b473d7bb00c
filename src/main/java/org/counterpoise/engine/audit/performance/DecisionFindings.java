package org.counterpoise.engine.audit.performance;

import static org.counterpoise.engine.stats.RateMetric.F1;
import static org.counterpoise.engine.stats.RateMetric.FPR;
import static org.counterpoise.engine.stats.RateMetric.PREVALENCE;
import static org.counterpoise.engine.stats.RateMetric.SELECTION_RATE;
import static org.counterpoise.engine.stats.RateMetric.TPR;

import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.stats.Estimate;
import org.counterpoise.engine.stats.RateMetric;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What is said about decisions: F1, equalized odds and demographic parity.
record DecisionFindings(
        Judged judged,
        GroupResults results,
        PerformanceSettings settings,
        GapTests tests,
        Wording words) {
    private static final double POINT = 0.01;

    Finding f1() {
        String metric = F1.id();
        int reference = results.reference();
        double drop = settings.maxF1Drop() * POINT;
        int[] groups = results.comparable(metric, settings.smallestGroup());
        Estimate base = results.estimate(reference, metric);
        if (groups.length < 2 || !base.defined()) {
            return words.uncompared("f1", "F1", metric);
        }
        int worst = results.lowest(metric, groups);
        List<Integer> flagged =
                Arrays.stream(groups)
                        .filter(g -> results.difference(g, reference, metric) < -drop)
                        .boxed()
                        .toList();
        double value = results.estimate(worst, metric).value();
        Interval interval =
                results.pickedInterval(
                        worst, metric, Math.max(1, groups.length - 1), settings.confidence());
        Severity severity =
                flagged.isEmpty()
                        ? Severity.OK
                        : interval.upper() < -drop ? Severity.SERIOUS : Severity.WARNING;
        String headline =
                flagged.isEmpty()
                        ? judged.subject()
                                + " works about as well in every group of "
                                + words.title()
                                + " (F1)."
                        : judged.subject()
                                + " works worse for "
                                + words.phrase(worst)
                                + " than for "
                                + words.phrase(reference)
                                + ": F1 "
                                + NumberText.fixed(value, 3)
                                + " against "
                                + NumberText.fixed(base.value(), 3)
                                + ".";
        return new Finding(
                words.id("f1"),
                severity,
                headline,
                "The largest drop under the reference group is "
                        + drop(results.difference(worst, reference, metric), interval)
                        + ", for "
                        + words.phrase(worst)
                        + "."
                        + words.chance(F1)
                        + words.small(metric),
                Optional.of(
                        words.measure(
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
                                Wording.source(
                                        settings.maxF1Drop() == defaults().maxF1Drop(),
                                        "founding guide"))),
                flagged.isEmpty() ? List.of() : words.remedies(worst),
                words.figures().comparison(metric, "F1"),
                List.of(
                        words.figures()
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

    Finding equalizedOdds() {
        int smallest = settings.smallestGroup();
        double limit = settings.maxOddsDifference() * POINT;
        double difference = results.equalizedOddsDifference(smallest);
        if (Double.isNaN(difference)) {
            return words.uncompared("equalized-odds", "equalized odds", TPR.id());
        }
        boolean missed = difference == results.gap(TPR.id(), smallest);
        RateMetric metric = missed ? TPR : FPR;
        int[] groups = results.comparable(metric.id(), smallest);
        int high = results.highest(metric.id(), groups);
        int low = results.lowest(metric.id(), groups);
        int worst = missed ? low : high;
        boolean flagged = difference > limit;
        boolean certain = tests.of(results, metric).adjusted() < Wording.LEVEL;
        Interval interval = tests.joint(results, List.of(TPR, FPR), settings);
        return new Finding(
                words.id("equalized-odds"),
                !flagged ? Severity.OK : certain ? Severity.SERIOUS : Severity.WARNING,
                flagged
                        ? oddsHeadline(missed, high, low)
                        : "Errors are about as frequent in every group of "
                                + words.title()
                                + " (equalized odds).",
                "The widest gap in "
                        + metric.title()
                        + " is "
                        + drop(difference, interval).replace("+", "")
                        + ", between "
                        + words.phrase(low)
                        + " and "
                        + words.phrase(high)
                        + "."
                        + words.chance(metric)
                        + words.small(metric.id()),
                Optional.of(
                        words.measure(
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
                                Wording.source(
                                        settings.maxOddsDifference()
                                                == defaults().maxOddsDifference(),
                                        "AI Fairness 360 (Bellamy et al. 2019,"
                                                + " doi:10.1147/JRD.2019.2942287)"))),
                flagged ? words.remedies(worst) : List.of(),
                words.figures().comparison(metric.id(), metric.title()),
                List.of(
                        rate(missed ? TPR : FPR, flagged ? List.of(worst) : List.of()),
                        rate(missed ? FPR : TPR, List.of())));
    }

    private Figure rate(RateMetric metric, List<Integer> flagged) {
        return words.figures().intervals(metric.id(), metric.title(), Optional.empty(), flagged);
    }

    private String oddsHeadline(boolean missed, int high, int low) {
        String metric = (missed ? TPR : FPR).id();
        String highest = NumberText.percent(results.estimate(high, metric).value());
        String lowest = NumberText.percent(results.estimate(low, metric).value());
        return missed
                ? judged.subject()
                        + " misses "
                        + words.phrase(low)
                        + ": it finds "
                        + lowest
                        + " of those with "
                        + outcome()
                        + ", but "
                        + highest
                        + " for "
                        + words.phrase(high)
                        + "."
                : judged.subject()
                        + " raises false alarms for "
                        + words.phrase(high)
                        + ": in "
                        + highest
                        + " of those without "
                        + outcome()
                        + ", but "
                        + lowest
                        + " for "
                        + words.phrase(low)
                        + ".";
    }

    Finding demographicParity() {
        int smallest = settings.smallestGroup();
        String metric = SELECTION_RATE.id();
        double ratio = results.ratio(metric, smallest);
        if (Double.isNaN(ratio)) {
            return words.uncompared("demographic-parity", "demographic parity", metric);
        }
        int[] groups = results.comparable(metric, smallest);
        int high = results.highest(metric, groups);
        int low = results.lowest(metric, groups);
        boolean flagged = ratio < settings.minParityRatio();
        Interval interval = tests.ratio(results, metric, settings);
        double prevalences = results.gap(PREVALENCE.id(), smallest);
        return new Finding(
                words.id("demographic-parity"),
                flagged ? Severity.WARNING : Severity.OK,
                flagged
                        ? "Positive decisions are rarer for "
                                + words.phrase(low)
                                + " ("
                                + NumberText.percent(results.estimate(low, metric).value())
                                + ") than for "
                                + words.phrase(high)
                                + " ("
                                + NumberText.percent(results.estimate(high, metric).value())
                                + ")."
                        : "Positive decisions are about as frequent in every group of "
                                + words.title()
                                + ".",
                "The lowest selection rate is "
                        + NumberText.fixed(ratio, 2)
                        + " of the highest"
                        + (interval.defined() ? " " + NumberText.interval(interval) : "")
                        + "."
                        + words.chance(SELECTION_RATE)
                        + " The outcome's own prevalence differs by "
                        + NumberText.points(prevalences).replace("+", "")
                        + ": a right prediction would differ, too, unless the outcome is itself"
                        + " biased."
                        + words.small(metric),
                Optional.of(
                        new Measure(
                                        "demographic-parity ratio",
                                        ratio,
                                        Optional.of(interval).filter(Interval::defined),
                                        results.estimate(low, metric).n(),
                                        "",
                                        Double.NaN,
                                        Double.NaN)
                                .withTest(
                                        words.test(),
                                        tests.of(results, SELECTION_RATE).p(),
                                        tests.of(results, SELECTION_RATE).adjusted())),
                Optional.of(
                        new Threshold(
                                settings.minParityRatio(),
                                "lowest selection rate at least "
                                        + NumberText.short3(settings.minParityRatio())
                                        + " of the highest",
                                Wording.source(
                                        settings.minParityRatio() == defaults().minParityRatio(),
                                        "four-fifths rule, 29 CFR 1607.4(D) (1978)"))),
                flagged ? words.remedies(low) : List.of(),
                words.figures().comparison(metric, SELECTION_RATE.title()),
                List.of(
                        rate(SELECTION_RATE, flagged ? List.of(low) : List.of()),
                        rate(PREVALENCE, List.of())));
    }

    /// The positive outcome in a sentence.
    private String outcome() {
        return judged.outcome().column() + " = " + judged.outcome().positive();
    }

    private static PerformanceSettings defaults() {
        return new PerformanceAudit().defaults();
    }
}
