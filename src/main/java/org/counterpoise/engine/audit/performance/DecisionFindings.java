package org.counterpoise.engine.audit.performance;

import static org.counterpoise.engine.stats.RateMetric.F1;
import static org.counterpoise.engine.stats.RateMetric.PREVALENCE;
import static org.counterpoise.engine.stats.RateMetric.SELECTION_RATE;

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

/// What is said about decisions: F1 and demographic parity.
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
        List<Integer> past =
                Arrays.stream(groups)
                        .filter(g -> results.difference(g, reference, metric) < -drop)
                        .boxed()
                        .toList();
        double value = results.estimate(worst, metric).value();
        Interval interval =
                results.pickedInterval(
                        worst, metric, Math.max(1, groups.length - 1), settings.confidence());
        Verdict verdict =
                Verdict.of(
                        !past.isEmpty(),
                        tests.noChance(results, metric) && interval.upper() < 0,
                        interval.upper() < -drop);
        List<Integer> flagged = verdict.warns() ? past : List.of();
        String against =
                words.phrase(worst)
                        + " than for "
                        + words.phrase(reference)
                        + ": F1 "
                        + NumberText.fixed(value, 3)
                        + " against "
                        + NumberText.fixed(base.value(), 3);
        String headline =
                switch (verdict) {
                    case WITHIN ->
                            judged.subject()
                                    + " works about as well in every group of "
                                    + words.title()
                                    + " (F1).";
                    case CANNOT_TELL ->
                            "Cannot tell whether "
                                    + Wording.decapital(judged.subject())
                                    + " works worse for "
                                    + against
                                    + words.visible(metric);
                    case PAST, SURELY_PAST ->
                            judged.subject() + " works worse for " + against + ".";
                };
        return new Finding(
                words.id("f1"),
                verdict.severity(),
                headline,
                "The largest drop under the reference group is "
                        + Wording.drop(results.difference(worst, reference, metric), interval)
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
                verdict.warns() ? words.remedies(worst) : List.of(),
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
        Interval interval = tests.ratio(results, metric, settings);
        Verdict verdict =
                Verdict.of(
                        ratio < settings.minParityRatio(),
                        tests.noChance(results, metric),
                        interval.upper() < settings.minParityRatio());
        double prevalences = results.gap(PREVALENCE.id(), smallest);
        return new Finding(
                words.id("demographic-parity"),
                // A prevalence that truly differs makes it differ, too: it is never worse than
                // that.
                verdict.warns() ? Severity.WARNING : verdict.severity(),
                parityHeadline(verdict, high, low),
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
                verdict.warns() ? words.remedies(low) : List.of(),
                words.figures().comparison(metric, SELECTION_RATE.title()),
                List.of(
                        rate(SELECTION_RATE, verdict.warns() ? List.of(low) : List.of()),
                        rate(PREVALENCE, List.of())));
    }

    private String parityHeadline(Verdict verdict, int high, int low) {
        String metric = SELECTION_RATE.id();
        String rarer =
                " rarer for "
                        + words.phrase(low)
                        + " ("
                        + NumberText.percent(results.estimate(low, metric).value())
                        + ") than for "
                        + words.phrase(high)
                        + " ("
                        + NumberText.percent(results.estimate(high, metric).value())
                        + ")";
        return switch (verdict) {
            case WITHIN ->
                    "Positive decisions are about as frequent in every group of "
                            + words.title()
                            + ".";
            case CANNOT_TELL ->
                    "Cannot tell whether positive decisions are" + rarer + words.visible(metric);
            case PAST, SURELY_PAST -> "Positive decisions are" + rarer + ".";
        };
    }

    private Figure rate(RateMetric metric, List<Integer> flagged) {
        return words.figures().intervals(metric.id(), metric.title(), Optional.empty(), flagged);
    }

    private static PerformanceSettings defaults() {
        return new PerformanceAudit().defaults();
    }
}
