package org.counterpoise.engine.validate.utility;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Remedy.Action;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.learn.downstream.Compared;
import org.counterpoise.engine.learn.downstream.Contest;
import org.counterpoise.engine.learn.downstream.PairedDifference;
import org.counterpoise.engine.learn.downstream.Source;
import org.counterpoise.engine.validate.Validation.Verdict;
import org.counterpoise.engine.validate.Verdicts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the models of a task trained on each table are worth on the holdout.
final class TaskFindings {
    private static final int HEADLINE = TaskEvidence.HEADLINE;

    private final TaskEvidence evidence;
    private final Contest contest;
    private final Compared everyone;
    private final UtilitySettings settings;
    private final Threshold threshold;
    private final String metric;

    TaskFindings(TaskEvidence evidence, UtilitySettings settings, Threshold threshold) {
        this.evidence = evidence;
        this.contest = evidence.contest();
        this.everyone = contest.everyone();
        this.settings = settings;
        this.threshold = threshold;
        this.metric = evidence.headline().title();
    }

    Finding overall(Verdict verdict, Measure ratio, String sentence) {
        PairedDifference difference = difference(everyone, evidence.judged());
        return new Finding(
                evidence.judged().id(),
                verdict == Verdict.UNDECIDED ? Severity.NOTE : Verdicts.severity(verdict),
                sentence,
                contest.problem(evidence.judged()).isPresent()
                        ? "Without a model there is nothing to compare."
                        : "The difference of "
                                + metric
                                + " is "
                                + shown(difference)
                                + ", judged on "
                                + NumberText.count(everyone.rows().n())
                                + " real rows"
                                + informative()
                                + ".",
                Optional.of(ratio),
                Optional.of(threshold),
                verdict == Verdict.PASS
                        ? List.of()
                        : List.of(Remedy.of("Try another synthesizer or setting", Action.GENERATE)),
                table(),
                List.of(figure()));
    }

    private String informative() {
        int events = everyone.rows().positives();
        return events == everyone.rows().n()
                ? ""
                : ", " + NumberText.count(events) + " of them with the event";
    }

    private static PairedDifference difference(Compared judged, Source source) {
        return judged.better(source, Source.REAL, HEADLINE);
    }

    private Evidence table() {
        List<List<Object>> rows = new ArrayList<>();
        int n = everyone.rows().n();
        for (Source source : Source.values()) {
            for (int m = 0; m < everyone.metrics().size(); m++) {
                Interval interval = everyone.alone(source, m).interval(settings.confidence());
                rows.add(
                        List.of(
                                source.title(),
                                everyone.metrics().get(m).title(),
                                Evidence.cell(everyone.estimate(source, m), n),
                                Evidence.cell(interval.lower(), n),
                                Evidence.cell(interval.upper(), n)));
            }
        }
        return new Evidence(
                "Models of \"" + evidence.task().outcome() + "\" on the holdout, n = " + n,
                List.of("trained on", "measure", "estimate", "lower", "upper"),
                rows);
    }

    private Figure figure() {
        List<Figure.Intervals.Row> rows = new ArrayList<>();
        for (Source source : Source.values()) {
            Interval interval = everyone.alone(source, HEADLINE).interval(settings.confidence());
            rows.add(
                    new Figure.Intervals.Row(
                            source.title(),
                            everyone.estimate(source, HEADLINE),
                            interval.lower(),
                            interval.upper(),
                            everyone.rows().n(),
                            false));
        }
        return new Figure.Intervals(
                metric + " on the holdout",
                "One row per table that a model was trained on. The closer to that of real rows, the"
                        + " more useful the synthetic data.",
                metric,
                false,
                rows,
                Optional.of(
                        new Figure.Intervals.Reference(evidence.task().chance(), "knows nothing")),
                Optional.empty());
    }

    /// Whether each metric is within the margin of real.
    Finding equivalence(List<RatioTest> tested) {
        double level = 1 - settings.confidence();
        List<List<Object>> rows = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        for (RatioTest one : tested) {
            int n = everyone.rows().n();
            // Two tests at this level are an interval at twice of it.
            Interval interval = one.interval(1 - 2 * level);
            rows.add(
                    List.of(
                            one.title(),
                            Evidence.cell(one.ratio(), n),
                            Evidence.cell(interval.lower(), n),
                            Evidence.cell(interval.upper(), n),
                            Evidence.cell(one.pWorse(), n),
                            Evidence.cell(one.pBetter(), n),
                            one.outcome(level).word()));
            if (one.outcome(level) == Equivalence.Outcome.EQUIVALENT) {
                shown.add(one.scale().title());
            }
        }
        return new Finding(
                "equivalence",
                Severity.NOTE,
                shown.isEmpty()
                        ? "Equivalence to real data is not shown for any metric."
                        : "Shown to be equivalent to real data: " + String.join(", ", shown) + ".",
                "Two one-sided tests reject a ratio under "
                        + NumberText.short3(settings.minimumRatio())
                        + " and one over "
                        + NumberText.short3(1 / settings.minimumRatio())
                        + ". What is not shown is not refuted: few rows leave it open.",
                Optional.empty(),
                Optional.of(threshold),
                List.of(),
                new Evidence(
                        "Equivalence within the margin",
                        List.of(
                                "ratio",
                                "estimate",
                                "lower",
                                "upper",
                                "p, not worse",
                                "p, not better",
                                "outcome"),
                        rows),
                List.of());
    }

    /// The source that the verdict is not about: both tables together, or where these are judged,
    /// the synthetic rows alone.
    Finding other() {
        Source source = evidence.judged() == Source.AUGMENTED ? Source.SYNTHETIC : Source.AUGMENTED;
        PairedDifference difference = difference(everyone, source);
        Interval interval = difference.interval(settings.confidence());
        boolean worse = interval.upper() < 0;
        boolean better = interval.lower() > 0;
        boolean alone = source == Source.SYNTHETIC;
        return new Finding(
                source.id(),
                worse && !alone ? Severity.WARNING : Severity.NOTE,
                changed(alone, worse, better),
                "The " + metric + " changes by " + shown(difference) + ".",
                Optional.of(
                        Measure.of(
                                metric
                                        + " trained on "
                                        + source.title()
                                        + " − "
                                        + metric
                                        + " trained on real",
                                difference.value(),
                                interval,
                                everyone.rows().n())),
                Optional.empty(),
                List.of(),
                evidence.others(),
                List.of());
    }

    /// What training on the synthetic rows, alone or added to the real ones, did.
    static String changed(boolean alone, boolean worse, boolean better) {
        return (alone
                        ? "Training on the synthetic rows alone makes "
                        : "Adding the synthetic rows to the real ones makes ")
                + (worse || better
                        ? "the model " + (worse ? "worse." : "better.")
                        : "no clear difference to the model.");
    }

    Finding groups() {
        return new TaskGroups(evidence, settings, threshold).finding();
    }

    private String shown(PairedDifference difference) {
        Interval interval = difference.interval(settings.confidence());
        String value = String.format(Locale.ROOT, "%+.3f", difference.value());
        return interval.defined()
                ? value
                        + String.format(
                                Locale.ROOT,
                                " (%.0f %% interval %+.3f to %+.3f)",
                                100 * interval.confidence(),
                                interval.lower(),
                                interval.upper())
                : value;
    }
}
