package org.counterpoise.engine.validate.utility;

import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Remedy.Action;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.validate.Pillar;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.Validation.Verdict;
import org.counterpoise.engine.validate.Verdicts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Tells what the trial came to.
final class UtilityVerdict {
    private static final int CURVE_POINTS = 300;
    private static final Hue[] HUES = {Hue.REAL, Hue.SYNTHETIC, Hue.AUGMENTED};

    private final Trial trial;
    private final Judged overall;
    private final UtilitySettings settings;
    private final String outcome;
    private final List<String> columnNotes;

    UtilityVerdict(
            Trial trial, UtilitySettings settings, String outcome, List<String> columnNotes) {
        this.trial = trial;
        this.overall = trial.overall();
        this.settings = settings;
        this.outcome = outcome;
        this.columnNotes = columnNotes;
    }

    Validation validation(MethodCard card) {
        Measure ratio = ratio();
        Verdict verdict =
                trial.untrainable().isPresent()
                        ? Verdict.FAIL
                        : Verdicts.atLeast(ratio, settings.minimumRatio());
        String sentence = sentence(verdict);
        List<Finding> findings = new ArrayList<>();
        findings.add(overallFinding(verdict, ratio, sentence));
        findings.add(augmentedFinding());
        if (!trial.groups().isEmpty()) {
            findings.add(groupsFinding());
        }
        return new Validation(
                Pillar.UTILITY,
                verdict,
                Optional.of(ratio),
                Optional.of(threshold()),
                sentence,
                new Assessment(card.id(), card.name(), findings, metrics(), notes()));
    }

    private Measure ratio() {
        return Measure.of(
                "AUC trained on synthetic / AUC trained on real",
                overall.estimate(Judged.TSTR, RankedScores.AUC)
                        / overall.estimate(Judged.TRTR, RankedScores.AUC),
                overall.interval(
                        Judged.TSTR,
                        Judged.TRTR,
                        RankedScores.AUC,
                        settings.confidence(),
                        (synthetic, real) -> synthetic / real),
                overall.n());
    }

    private Threshold threshold() {
        return Verdicts.threshold(
                settings.minimumRatio(),
                UtilitySettings.DEFAULTS.minimumRatio(),
                "ratio of AUCs of at least " + settings.minimumRatio(),
                "founding guide");
    }

    private String sentence(Verdict verdict) {
        if (trial.untrainable().isPresent()) {
            return "No model can be trained on the synthetic data: " + trial.untrainable().get();
        }
        String values =
                "AUC "
                        + decimal(overall.estimate(Judged.TSTR, RankedScores.AUC))
                        + " against "
                        + decimal(overall.estimate(Judged.TRTR, RankedScores.AUC))
                        + " on the holdout.";
        return switch (verdict) {
            case PASS ->
                    "A model trained on synthetic data predicts real \""
                            + outcome
                            + "\" nearly as well as one trained on real data: "
                            + values;
            case FAIL ->
                    "A model trained on synthetic data predicts real \""
                            + outcome
                            + "\" worse than one trained on real data: "
                            + values;
            case UNDECIDED, LEFT_OUT ->
                    "Whether a model trained on synthetic data predicts real \""
                            + outcome
                            + "\" well enough is undecided: "
                            + values;
        };
    }

    private SortedMap<String, Double> metrics() {
        SortedMap<String, Double> metrics = new TreeMap<>();
        metrics.put("utility/ratio/auc", ratio().value());
        for (int model = 0; model < Judged.MODELS.length; model++) {
            String prefix = "utility/" + Judged.MODELS[model] + "/";
            for (int measure = 0; measure < RankedScores.MEASURES.length; measure++) {
                metrics.put(
                        prefix + RankedScores.MEASURES[measure], overall.estimate(model, measure));
            }
            for (Judged group : trial.groups()) {
                metrics.put(prefix + "auc/" + group.key(), group.estimate(model, RankedScores.AUC));
            }
        }
        return metrics;
    }

    private Finding overallFinding(Verdict verdict, Measure ratio, String sentence) {
        Interval difference = difference(overall, Judged.TSTR);
        return new Finding(
                "tstr",
                Verdicts.severity(verdict),
                sentence,
                trial.untrainable().isPresent()
                        ? "Without a model on synthetic rows there is nothing to compare."
                        : "The difference of AUCs is "
                                + signed(
                                        overall.difference(
                                                Judged.TSTR, Judged.TRTR, RankedScores.AUC))
                                + shown(difference)
                                + ", judged on "
                                + overall.n()
                                + " real rows, "
                                + overall.positives()
                                + " of them positive.",
                Optional.of(ratio),
                Optional.of(threshold()),
                verdict == Verdict.PASS
                        ? List.of()
                        : List.of(Remedy.of("Try another synthesizer or setting", Action.GENERATE)),
                table(),
                List.of(curves()));
    }

    private Interval difference(Judged judged, int model) {
        return judged.interval(
                model, Judged.TRTR, RankedScores.AUC, settings.confidence(), (a, b) -> a - b);
    }

    private Evidence table() {
        List<List<Object>> rows = new ArrayList<>();
        for (int model = 0; model < Judged.MODELS.length; model++) {
            for (int measure = 0; measure < RankedScores.MEASURES.length; measure++) {
                Interval interval = overall.interval(model, measure, settings.confidence());
                rows.add(
                        List.of(
                                Judged.NAMES[model],
                                RankedScores.MEASURES[measure],
                                Evidence.cell(overall.estimate(model, measure), overall.n()),
                                Evidence.cell(interval.lower(), overall.n()),
                                Evidence.cell(interval.upper(), overall.n())));
            }
        }
        return new Evidence(
                "Models of \"" + outcome + "\" on the holdout, n = " + overall.n(),
                List.of("trained on", "measure", "estimate", "lower", "upper"),
                rows);
    }

    private Figure curves() {
        List<Figure.Curves.Series> series = new ArrayList<>();
        for (int model = 0; model < Judged.MODELS.length; model++) {
            double[][] curve = trial.curves().get(model);
            if (curve[0].length > 0) {
                series.add(
                        new Figure.Curves.Series(
                                Judged.NAMES[model]
                                        + ", AUC "
                                        + decimal(overall.estimate(model, RankedScores.AUC)),
                                HUES[model],
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

    private Finding augmentedFinding() {
        Interval interval = difference(overall, Judged.AUGMENTED);
        boolean worse = interval.upper() < 0;
        boolean better = interval.lower() > 0;
        double value = overall.difference(Judged.AUGMENTED, Judged.TRTR, RankedScores.AUC);
        return new Finding(
                "augmented",
                worse ? Severity.WARNING : Severity.NOTE,
                worse
                        ? "Adding the synthetic rows to the real ones makes the model worse."
                        : better
                                ? "Adding the synthetic rows to the real ones makes the model"
                                        + " better."
                                : "Adding the synthetic rows to the real ones makes no clear"
                                        + " difference to the model.",
                "The AUC changes by " + signed(value) + shown(interval) + ".",
                Optional.of(
                        Measure.of(
                                "AUC trained on real + synthetic − AUC trained on real",
                                value,
                                interval,
                                overall.n())),
                Optional.empty(),
                List.of(),
                Evidence.none(),
                List.of());
    }

    private Finding groupsFinding() {
        List<Figure.Intervals.Row> rows = new ArrayList<>();
        List<List<Object>> table = new ArrayList<>();
        List<String> failing = new ArrayList<>();
        for (Judged group : trial.groups()) {
            Interval interval = difference(group, Judged.TSTR);
            double value = group.difference(Judged.TSTR, Judged.TRTR, RankedScores.AUC);
            boolean flagged = interval.upper() < 0 && value < -limit(group);
            if (flagged) {
                failing.add(group.label());
            }
            rows.add(
                    new Figure.Intervals.Row(
                            group.label(),
                            value,
                            interval.lower(),
                            interval.upper(),
                            group.n(),
                            flagged));
            table.add(
                    List.of(
                            group.label(),
                            group.n(),
                            group.positives(),
                            cell(group, group.estimate(Judged.TRTR, RankedScores.AUC)),
                            cell(group, group.estimate(Judged.TSTR, RankedScores.AUC)),
                            cell(group, value),
                            cell(group, interval.lower()),
                            cell(group, interval.upper())));
        }
        return new Finding(
                "groups",
                failing.isEmpty() ? Severity.NOTE : Severity.WARNING,
                failing.isEmpty()
                        ? "No subgroup is clearly served worse by the synthetic data."
                        : "The synthetic data serves these subgroups worse: "
                                + String.join(", ", failing)
                                + ".",
                "A subgroup is named if its AUC falls by more than the threshold allows and its"
                        + " whole interval lies under 0. Intervals are not adjusted for the number"
                        + " of subgroups.",
                Optional.empty(),
                Optional.of(threshold()),
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
                                "AUC, synthetic",
                                "difference",
                                "lower",
                                "upper"),
                        table),
                List.of(groupsFigure(rows)));
    }

    /// The fall in AUC that the threshold on the ratio allows.
    private double limit(Judged group) {
        return (1 - settings.minimumRatio()) * group.estimate(Judged.TRTR, RankedScores.AUC);
    }

    private static Object cell(Judged group, double value) {
        return Evidence.cell(value, group.n());
    }

    private static Figure groupsFigure(List<Figure.Intervals.Row> rows) {
        return new Figure.Intervals(
                "AUC trained on synthetic − AUC trained on real, per subgroup",
                "Left of 0 the model trained on synthetic data serves the subgroup worse. Subgroups"
                        + " with too few rows are undefined.",
                "difference of AUC",
                false,
                rows,
                Optional.of(new Figure.Intervals.Reference(0, "no difference")),
                Optional.empty());
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(columnNotes);
        notes.addAll(trial.notes());
        notes.add(
                "Models were trained by "
                        + settings.learner().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + " and judged on the holdout only. Intervals come from "
                        + settings.replicates()
                        + " bootstrap samples of holdout rows, the same for all models; they do not"
                        + " hold the chance in training or in generating. F1 counts a probability of"
                        + " at least "
                        + settings.cutoff()
                        + " as positive.");
        List<String> small =
                trial.groups().stream().filter(g -> !g.defined()).map(Judged::label).toList();
        if (!small.isEmpty()) {
            notes.add("Too few holdout rows to judge: " + String.join(", ", small) + ".");
        }
        return notes;
    }

    private String shown(Interval interval) {
        return interval.defined()
                ? String.format(
                        Locale.ROOT,
                        " (%.0f %% interval %+.3f to %+.3f)",
                        100 * interval.confidence(),
                        interval.lower(),
                        interval.upper())
                : "";
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.3f", value);
    }
}
