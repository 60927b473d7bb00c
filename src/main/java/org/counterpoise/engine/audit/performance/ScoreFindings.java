package org.counterpoise.engine.audit.performance;

import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.stats.Estimate;
import org.counterpoise.engine.stats.LargestGap;

import java.util.List;
import java.util.Optional;

/// What is said about scores: how they rank, and whether they mean what they say.
record ScoreFindings(
        Judged judged,
        GroupResults results,
        PerformanceSettings settings,
        GapTests tests,
        Wording words) {
    private static final double POINT = 0.01;

    Finding ranking() {
        String metric = Metric.AUC.id();
        GapTests.Test test = tests.of(results, metric);
        LargestGap gap = test.gap();
        if (!gap.defined()) {
            return words.uncompared("auc", "AUC", metric);
        }
        double limit = settings.maxAucGap() * POINT;
        Verdict verdict =
                Verdict.of(
                        gap.value() > limit,
                        tests.noChance(results, metric),
                        gap.interval().lower() > limit);
        Estimate lowest = results.estimate(gap.lowest(), metric);
        Estimate highest = results.estimate(gap.highest(), metric);
        return new Finding(
                words.id("auc"),
                verdict.severity(),
                judged.subject()
                        + " ranks "
                        + words.phrase(gap.highest())
                        + " best (AUC "
                        + auc(highest)
                        + ") and "
                        + words.phrase(gap.lowest())
                        + " worst ("
                        + auc(lowest)
                        + (verdict == Verdict.CANNOT_TELL ? ")" + words.visible(metric) : ")."),
                "AUC is the chance that someone with the outcome scores above someone without it, in"
                        + " the same group. Intervals are DeLong's."
                        + words.chance(metric)
                        + words.small(metric),
                Optional.of(
                        Measure.of(
                                        "largest gap in AUC",
                                        gap.value(),
                                        gap.interval(),
                                        Math.min(lowest.n(), highest.n()))
                                .withTest(words.test(), test.p(), test.adjusted())),
                Optional.of(
                        new Threshold(
                                limit,
                                "a gap of at most "
                                        + NumberText.short3(settings.maxAucGap())
                                        + " points, or one within chance",
                                Wording.source(
                                        settings.maxAucGap()
                                                == new PerformanceAudit().defaults().maxAucGap(),
                                        "our default"))),
                verdict.warns() ? words.remedies(gap.lowest()) : List.of(),
                words.figures().comparison(metric, "AUC"),
                List.of(
                        words.figures().roc(),
                        words.figures()
                                .intervals(
                                        metric,
                                        "AUC",
                                        Optional.empty(),
                                        verdict.warns() ? List.of(gap.lowest()) : List.of())));
    }

    private static String auc(Estimate estimate) {
        return NumberText.estimate(
                estimate.value(), estimate.interval().lower(), estimate.interval().upper());
    }

    Finding calibration() {
        String metric = Metric.CALIBRATION_SLOPE.id();
        int[] groups = results.comparable(metric, settings.smallestGroup());
        String headline = "Calibration by " + words.title() + " could not be fitted.";
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
                            + words.phrase(worst)
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
                words.id("calibration"),
                Severity.NOTE,
                headline,
                "A slope of 1 means that predicted risks mean what they say; under 1 they are too"
                        + " extreme, over 1 too timid."
                        + words.chance(metric),
                measure,
                Optional.empty(),
                List.of(),
                words.figures().comparison(metric, "calibration slope"),
                List.of(words.figures().calibration()));
    }
}
