package org.counterpoise.engine.audit.performance;

import static org.counterpoise.engine.stats.RateMetric.FPR;
import static org.counterpoise.engine.stats.RateMetric.TPR;

import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.stats.RateMetric;

import java.util.List;
import java.util.Optional;

/// What is said about errors of either kind: equalized odds.
record OddsFinding(
        Judged judged,
        GroupResults results,
        PerformanceSettings settings,
        GapTests tests,
        Wording words) {

    Finding of() {
        double difference = results.equalizedOddsDifference(settings.smallestGroup());
        if (Double.isNaN(difference)) {
            return words.uncompared("equalized-odds", "equalized odds", TPR.id());
        }
        Interval interval = tests.joint(results, List.of(TPR, FPR), settings);
        RateMetric metric = spokenOf();
        boolean missed = metric == TPR;
        int[] groups = results.comparable(metric.id(), settings.smallestGroup());
        int high = results.highest(metric.id(), groups);
        int low = results.lowest(metric.id(), groups);
        int worst = missed ? low : high;
        Verdict verdict =
                Verdict.of(
                        difference > limit(),
                        tests.noChance(results, metric.id()),
                        interval.lower() > limit());
        return new Finding(
                words.id("equalized-odds"),
                verdict.severity(),
                headline(verdict, metric, high, low),
                "The widest gap in true or false positive rates is "
                        + Wording.drop(difference, interval).replace("+", "")
                        + "; in "
                        + metric.title()
                        + " it lies between "
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
                Optional.of(threshold()),
                verdict.warns() ? words.remedies(worst) : List.of(),
                words.figures().comparison(metric.id(), metric.title()),
                List.of(
                        rate(metric, verdict.warns() ? List.of(worst) : List.of()),
                        rate(missed ? FPR : TPR, List.of())));
    }

    /// Of the two rates that whose gap is no chance where only one passes the limit so, else that
    /// with the wider gap.
    private RateMetric spokenOf() {
        RateMetric wider = gap(TPR) >= gap(FPR) || Double.isNaN(gap(FPR)) ? TPR : FPR;
        RateMetric other = wider == TPR ? FPR : TPR;
        boolean sure = tests.noChance(results, wider.id());
        return !sure && gap(other) > limit() && tests.noChance(results, other.id()) ? other : wider;
    }

    private double gap(RateMetric metric) {
        return results.gap(metric.id(), settings.smallestGroup());
    }

    private double limit() {
        return settings.maxOddsDifference() / 100;
    }

    private Threshold threshold() {
        return new Threshold(
                limit(),
                "true and false positive rates within "
                        + NumberText.short3(settings.maxOddsDifference())
                        + " points",
                Wording.source(
                        settings.maxOddsDifference()
                                == new PerformanceAudit().defaults().maxOddsDifference(),
                        "AI Fairness 360 (Bellamy et al. 2019, doi:10.1147/JRD.2019.2942287)"));
    }

    private Figure rate(RateMetric metric, List<Integer> flagged) {
        return words.figures().intervals(metric.id(), metric.title(), Optional.empty(), flagged);
    }

    private String headline(Verdict verdict, RateMetric metric, int high, int low) {
        return switch (verdict) {
            case WITHIN ->
                    "Errors are about as frequent in every group of "
                            + words.title()
                            + " (equalized odds).";
            case CANNOT_TELL ->
                    "Cannot tell whether "
                            + Wording.decapital(judged.subject())
                            + " errs more often in some groups of "
                            + words.title()
                            + ": the "
                            + metric.title()
                            + " is "
                            + share(metric, low)
                            + " for "
                            + words.phrase(low)
                            + " and "
                            + share(metric, high)
                            + " for "
                            + words.phrase(high)
                            + words.visible(metric.id());
            case PAST, SURELY_PAST -> metric == TPR ? misses(high, low) : falseAlarms(high, low);
        };
    }

    private String misses(int high, int low) {
        return judged.subject()
                + " misses "
                + words.phrase(low)
                + ": it finds "
                + share(TPR, low)
                + " of those with "
                + outcome()
                + ", but "
                + share(TPR, high)
                + " for "
                + words.phrase(high)
                + ".";
    }

    private String falseAlarms(int high, int low) {
        return judged.subject()
                + " raises false alarms for "
                + words.phrase(high)
                + ": in "
                + share(FPR, high)
                + " of those without "
                + outcome()
                + ", but "
                + share(FPR, low)
                + " for "
                + words.phrase(low)
                + ".";
    }

    private String share(RateMetric metric, int group) {
        return NumberText.percent(results.estimate(group, metric.id()).value());
    }

    /// The positive outcome in a sentence.
    private String outcome() {
        return judged.outcome().column() + " = " + judged.outcome().positive();
    }
}
