package org.counterpoise.engine.validate.utility;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Remedy.Action;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.learn.downstream.Judged;
import org.counterpoise.engine.learn.downstream.ModelMetric;
import org.counterpoise.engine.learn.downstream.PairedDifference;
import org.counterpoise.engine.learn.downstream.Source;
import org.counterpoise.engine.learn.downstream.Trial;
import org.counterpoise.engine.validate.Validation.Verdict;
import org.counterpoise.engine.validate.Verdicts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the models trained on each table are worth on the holdout.
final class UtilityFindings {
    private static final int CURVE_POINTS = 300;
    private static final Hue[] HUES = {Hue.REAL, Hue.SYNTHETIC, Hue.AUGMENTED};

    private final UtilityEvidence evidence;
    private final Trial trial;
    private final Judged everyone;
    private final UtilitySettings settings;
    private final String outcome;
    private final Threshold threshold;

    UtilityFindings(
            UtilityEvidence evidence,
            UtilitySettings settings,
            String outcome,
            Threshold threshold) {
        this.evidence = evidence;
        this.trial = evidence.trial();
        this.everyone = trial.everyone();
        this.settings = settings;
        this.outcome = outcome;
        this.threshold = threshold;
    }

    Finding overall(Verdict verdict, Measure ratio, String sentence) {
        PairedDifference difference = difference(everyone, evidence.judged());
        return new Finding(
                evidence.judged().id(),
                verdict == Verdict.UNDECIDED ? Severity.NOTE : Verdicts.severity(verdict),
                sentence,
                trial.problem(evidence.judged()).isPresent()
                        ? "Without a model there is nothing to compare."
                        : "The difference of AUCs is "
                                + shown(difference)
                                + ", judged on "
                                + NumberText.count(everyone.rows().n())
                                + " real rows, "
                                + NumberText.count(everyone.rows().positives())
                                + " of them positive.",
                Optional.of(ratio),
                Optional.of(threshold),
                verdict == Verdict.PASS
                        ? List.of()
                        : List.of(Remedy.of("Try another synthesizer or setting", Action.GENERATE)),
                table(),
                List.of(curves()));
    }

    private static PairedDifference difference(Judged judged, Source source) {
        return judged.better(source, Source.REAL, ModelMetric.AUC);
    }

    private Evidence table() {
        List<List<Object>> rows = new ArrayList<>();
        int n = everyone.rows().n();
        for (Source source : Source.values()) {
            for (int metric : UtilityVerdict.METRICS) {
                PairedDifference alone = everyone.alone(source, metric);
                Interval interval = alone.interval(settings.confidence());
                rows.add(
                        List.of(
                                source.title(),
                                ModelMetric.ALL.get(metric).title(),
                                Evidence.cell(everyone.estimate(source, metric), n),
                                Evidence.cell(interval.lower(), n),
                                Evidence.cell(interval.upper(), n)));
            }
        }
        return new Evidence(
                "Models of \"" + outcome + "\" on the holdout, n = " + n,
                List.of("trained on", "measure", "estimate", "lower", "upper"),
                rows);
    }

    private Figure curves() {
        List<Figure.Curves.Series> series = new ArrayList<>();
        for (Source source : Source.values()) {
            double[][] curve = trial.curves().get(source.ordinal());
            if (curve[0].length > 0) {
                series.add(
                        new Figure.Curves.Series(
                                String.format(
                                        Locale.ROOT,
                                        "%s, AUC %.3f",
                                        source.title(),
                                        everyone.estimate(source, ModelMetric.AUC)),
                                HUES[source.ordinal()],
                                thinned(curve[0]),
                                thinned(curve[1]),
                                false));
            }
        }
        return new Figure.Curves(
                "ROC curves on the holdout",
                "One curve per model: trained on the real, the synthetic and both tables. The"
                        + " closer the curves, the more useful the synthetic data.",
                "false positive rate",
                "true positive rate",
                true,
                series);
    }

    private static double[] thinned(double[] values) {
        int kept = Math.min(CURVE_POINTS, values.length);
        double[] thin = new double[kept];
        for (int i = 0; i < kept; i++) {
            thin[i] = values[kept == 1 ? 0 : (int) ((long) i * (values.length - 1) / (kept - 1))];
        }
        return thin;
    }

    /// Whether each metric is within the margin of real.
    Finding equivalence(List<Equivalence> tested, boolean untrainable) {
        double level = 1 - settings.confidence();
        List<List<Object>> rows = new ArrayList<>();
        for (Equivalence one : tested) {
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
        }
        List<String> shown =
                tested.stream()
                        .filter(one -> one.outcome(level) == Equivalence.Outcome.EQUIVALENT)
                        .map(one -> ModelMetric.ALL.get(one.metric()).title())
                        .toList();
        return new Finding(
                "equivalence",
                Severity.NOTE,
                shown.isEmpty()
                        ? "Equivalence to real data is not shown for any metric."
                        : "Shown to be equivalent to real data: " + String.join(", ", shown) + ".",
                untrainable
                        ? "There is no model to compare."
                        : "Two one-sided tests reject a ratio under "
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
        boolean alone = evidence.judged() == Source.AUGMENTED;
        Source source = alone ? Source.SYNTHETIC : Source.AUGMENTED;
        PairedDifference difference = difference(everyone, source);
        Interval interval = difference.interval(settings.confidence());
        boolean worse = interval.upper() < 0;
        boolean better = interval.lower() > 0;
        return new Finding(
                source.id(),
                worse && !alone ? Severity.WARNING : Severity.NOTE,
                TaskFindings.changed(alone, worse, better),
                "The AUC changes by " + shown(difference) + ".",
                Optional.of(
                        Measure.of(
                                "AUC trained on " + source.title() + " − AUC trained on real",
                                difference.value(),
                                interval,
                                everyone.rows().n())),
                Optional.empty(),
                List.of(),
                evidence.others(),
                List.of());
    }

    Finding groups() {
        long judged = trial.groups().stream().filter(group -> group.rows().enough()).count();
        double confidence = 1 - (1 - settings.confidence()) / Math.max(1, judged);
        List<Figure.Intervals.Row> rows = new ArrayList<>();
        List<List<Object>> table = new ArrayList<>();
        List<String> failing = new ArrayList<>();
        for (Judged group : trial.groups()) {
            PairedDifference difference = difference(group, evidence.judged());
            Interval interval = difference.interval(confidence);
            boolean flagged = interval.upper() < 0 && difference.value() < -limit(group);
            int n = group.rows().n();
            boolean enough = group.rows().enough();
            if (flagged) {
                failing.add(group.rows().label());
            }
            rows.add(
                    new Figure.Intervals.Row(
                            group.rows().label(),
                            difference.value(),
                            interval.lower(),
                            interval.upper(),
                            n,
                            flagged));
            List<Object> row = new ArrayList<>();
            row.add(group.rows().label());
            row.add(n);
            row.add(group.rows().positives());
            for (Source source : List.of(Source.REAL, evidence.judged())) {
                row.add(
                        Evidence.cell(
                                enough ? group.estimate(source, ModelMetric.AUC) : Double.NaN, n));
            }
            row.add(Evidence.cell(difference.value(), n));
            row.add(Evidence.cell(interval.lower(), n));
            row.add(Evidence.cell(interval.upper(), n));
            table.add(row);
        }
        return new Finding(
                "groups",
                failing.isEmpty() ? Severity.NOTE : Severity.WARNING,
                failing.isEmpty()
                        ? "No subgroup is clearly served worse by a model trained on "
                                + TaskEvidence.data(evidence.judged())
                                + "."
                        : "A model trained on "
                                + TaskEvidence.data(evidence.judged())
                                + " serves these subgroups worse: "
                                + String.join(", ", failing)
                                + ".",
                "A subgroup is named if its AUC falls by more than the threshold allows and its"
                        + " whole interval lies under 0. Intervals hold for all subgroups together.",
                Optional.empty(),
                Optional.of(threshold),
                failing.isEmpty()
                        ? List.of()
                        : List.of(
                                Remedy.of(
                                        "Generate more rows of these subgroups", Action.GENERATE)),
                new Evidence(
                        "AUC per subgroup on the holdout",
                        List.of(
                                "subgroup",
                                "n",
                                "positive",
                                "AUC, real",
                                "AUC, " + evidence.judged().title(),
                                "difference",
                                "lower",
                                "upper"),
                        table),
                List.of(groupsFigure(rows)));
    }

    /// The fall in AUC that the threshold on the ratio allows.
    private double limit(Judged group) {
        return (1 - settings.minimumRatio()) * group.estimate(Source.REAL, ModelMetric.AUC);
    }

    private Figure groupsFigure(List<Figure.Intervals.Row> rows) {
        return new Figure.Intervals(
                "AUC trained on "
                        + evidence.judged().title()
                        + " − AUC trained on real, per subgroup",
                "Left of 0 the model serves the subgroup worse. Subgroups with too few rows are"
                        + " undefined.",
                "difference of AUC",
                false,
                rows,
                Optional.of(new Figure.Intervals.Reference(0, "no difference")),
                Optional.empty());
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
