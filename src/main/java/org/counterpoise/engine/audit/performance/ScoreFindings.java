package org.counterpoise.engine.audit.performance;

import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.stats.Estimate;

import java.util.List;
import java.util.Optional;

/// What is said about scores: how they rank, and whether they mean what they say.
record ScoreFindings(
        Judged judged, GroupResults results, PerformanceSettings settings, Wording words) {

    Finding ranking() {
        String metric = Metric.AUC.id();
        int[] groups = results.comparable(metric, settings.smallestGroup());
        String headline =
                "No group of " + words.title() + " has both outcomes, so none can be ranked.";
        Optional<Measure> measure = Optional.empty();
        if (groups.length > 0) {
            int low = results.lowest(metric, groups);
            int high = results.highest(metric, groups);
            Estimate lowest = results.estimate(low, metric);
            headline =
                    low == high
                            ? "AUC is " + auc(lowest) + " for " + words.phrase(low) + "."
                            : judged.subject()
                                    + " ranks "
                                    + words.phrase(high)
                                    + " best (AUC "
                                    + auc(results.estimate(high, metric))
                                    + ") and "
                                    + words.phrase(low)
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
                words.id("auc"),
                Severity.NOTE,
                headline,
                "AUC is the chance that someone with the outcome scores above someone without it, in"
                        + " the same group. Intervals are DeLong's.",
                measure,
                Optional.empty(),
                List.of(),
                words.figures().comparison(metric, "AUC"),
                List.of(
                        words.figures().roc(),
                        words.figures().intervals(metric, "AUC", Optional.empty(), List.of())));
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
                        + " extreme, over 1 too timid.",
                measure,
                Optional.empty(),
                List.of(),
                words.figures().comparison(metric, "calibration slope"),
                List.of(words.figures().calibration()));
    }
}
