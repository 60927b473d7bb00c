package org.counterpoise.engine.validate.utility;

import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.learn.downstream.Judged;
import org.counterpoise.engine.learn.downstream.ModelMetric;
import org.counterpoise.engine.learn.downstream.Source;
import org.counterpoise.engine.learn.downstream.Trial;
import org.counterpoise.engine.validate.Pillar;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.Validation.Verdict;
import org.counterpoise.engine.validate.Verdicts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/// Tells what the trial came to.
final class UtilityVerdict {
    /// Metrics shown for everyone.
    static final List<Integer> METRICS =
            List.of(
                    ModelMetric.AUC,
                    ModelMetric.AUC_PR,
                    ModelMetric.F1,
                    ModelMetric.BRIER,
                    ModelMetric.CALIBRATION_SLOPE,
                    ModelMetric.ECE);

    /// Metrics of which a ratio makes sense.
    static final List<Integer> TESTED =
            List.of(ModelMetric.AUC, ModelMetric.AUC_PR, ModelMetric.F1, ModelMetric.BRIER);

    private final UtilityEvidence evidence;
    private final Trial trial;
    private final UtilitySettings settings;
    private final String outcome;
    private final List<String> columnNotes;

    UtilityVerdict(
            UtilityEvidence evidence,
            UtilitySettings settings,
            String outcome,
            List<String> columnNotes) {
        this.evidence = evidence;
        this.trial = evidence.trial();
        this.settings = settings;
        this.outcome = outcome;
        this.columnNotes = columnNotes;
    }

    Validation validation(MethodCard card) {
        Equivalence auc = equivalence(ModelMetric.AUC);
        Measure ratio =
                Measure.of(
                                "AUC trained on "
                                        + evidence.judged().title()
                                        + " / AUC trained on real",
                                auc.ratio(),
                                auc.interval(settings.confidence()),
                                trial.everyone().rows().n())
                        .withTest("two one-sided tests of equivalence", auc.p(), auc.p());
        Optional<String> untrainable = trial.problem(evidence.judged());
        Verdict verdict = untrainable.isPresent() ? Verdict.FAIL : verdict(ratio);
        String sentence =
                untrainable
                        .map(why -> "No model can be trained on the " + data() + ": " + why)
                        .orElseGet(() -> sentence(verdict, auc));
        UtilityFindings found = new UtilityFindings(evidence, settings, outcome, threshold());
        List<Finding> findings = new ArrayList<>();
        findings.add(found.overall(verdict, ratio, sentence));
        findings.add(
                found.equivalence(
                        TESTED.stream().map(this::equivalence).toList(), untrainable.isPresent()));
        findings.add(found.other());
        evidence.helped().ifPresent(findings::add);
        if (!trial.groups().isEmpty()) {
            findings.add(found.groups());
        }
        AgreementFindings agreement =
                new AgreementFindings(evidence.agreement(settings.confidence()), settings, outcome);
        findings.add(agreement.realOnSynthetic());
        agreement.importance().ifPresent(findings::add);
        findings.add(agreement.analysis());
        evidence.curve()
                .map(curve -> new CurveFinding(curve, "AUC", "logistic regression", settings))
                .ifPresent(curve -> findings.add(curve.finding()));
        return new Validation(
                Pillar.UTILITY,
                verdict,
                Optional.of(ratio),
                Optional.of(threshold()),
                sentence,
                new Assessment(card.id(), card.name(), findings, metrics(), notes()));
    }

    private Verdict verdict(Measure ratio) {
        if (evidence.better(settings.confidence())) {
            return Verdict.PASS;
        }
        return evidence.atChance(settings.confidence())
                ? Verdict.UNDECIDED
                : Verdicts.atLeast(ratio, settings.minimumRatio());
    }

    private Equivalence equivalence(int metric) {
        return Equivalence.of(trial.everyone(), evidence.judged(), metric, settings.minimumRatio());
    }

    private Threshold threshold() {
        return Verdicts.threshold(
                settings.minimumRatio(),
                UtilitySettings.DEFAULTS.minimumRatio(),
                "ratio of AUCs of at least " + settings.minimumRatio(),
                "founding guide");
    }

    private String sentence(Verdict verdict, Equivalence auc) {
        String values =
                String.format(
                        Locale.ROOT,
                        "AUC %.3f against %.3f on the holdout",
                        trial.everyone().estimate(evidence.judged(), ModelMetric.AUC),
                        trial.everyone().estimate(Source.REAL, ModelMetric.AUC));
        String model = "a model trained on " + data() + " predicts real \"" + outcome + "\"";
        return switch (verdict) {
            case PASS ->
                    "A"
                            + model.substring(1)
                            + TaskVerdict.passed(evidence.better(settings.confidence()))
                            + values
                            + ".";
            case FAIL ->
                    "A"
                            + model.substring(1)
                            + " worse than one trained on real data: "
                            + values
                            + ".";
            case UNDECIDED, LEFT_OUT ->
                    "Whether "
                            + model
                            + " well enough "
                            + (evidence.atChance(settings.confidence())
                                    ? TaskVerdict.cannotBeTold(values)
                                    : "is undecided: " + values + "." + needed(auc));
        };
    }

    private String data() {
        return TaskEvidence.data(evidence.judged());
    }

    private String needed(Equivalence auc) {
        OptionalLong rows =
                auc.log().rowsFor(Math.log(settings.minimumRatio()), settings.confidence());
        return rows.isPresent()
                ? String.format(
                        Locale.ROOT,
                        " It needs n ≥ %,d holdout rows; there are %,d.",
                        rows.getAsLong(),
                        trial.everyone().rows().n())
                : " More holdout rows alone will not settle it: models trained on so few rows differ"
                        + " by chance.";
    }

    private SortedMap<String, Double> metrics() {
        SortedMap<String, Double> metrics = new TreeMap<>();
        for (int metric : TESTED) {
            Equivalence tested = equivalence(metric);
            Interval interval = tested.interval(settings.confidence());
            String name = "utility/ratio/" + ModelMetric.ALL.get(metric).id();
            metrics.put(name, tested.ratio());
            metrics.put(name + "/lower", interval.lower());
            metrics.put(name + "/upper", interval.upper());
            metrics.put(name + "/p-equivalence", tested.p());
        }
        for (Source source : Source.values()) {
            String prefix = "utility/" + source.id() + "/";
            for (int metric : METRICS) {
                metrics.put(
                        prefix + ModelMetric.ALL.get(metric).id(),
                        trial.everyone().estimate(source, metric));
            }
            for (Judged group : trial.groups()) {
                metrics.put(
                        prefix + "auc/" + group.rows().key(),
                        group.rows().enough()
                                ? group.estimate(source, ModelMetric.AUC)
                                : Double.NaN);
            }
        }
        metrics.put("utility/trts/auc", evidence.realOnSynthetic().auc());
        evidence.agreement(settings.confidence()).addTo(metrics);
        evidence.curve().ifPresent(curve -> CurveFinding.addTo(metrics, curve));
        return metrics;
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(columnNotes);
        if (evidence.judged() == Source.AUGMENTED) {
            notes.add(HelpedGroups.NOTE);
        }
        notes.add(
                "Models were trained by "
                        + OtherModels.words(settings.learner())
                        + " and judged on the holdout only. Variances are those over "
                        + settings.replicates()
                        + " bootstrap samples of holdout rows, the same for all models, plus those"
                        + " over "
                        + settings.refits()
                        + " models trained on rows drawn again. F1 counts a probability of at least "
                        + settings.cutoff()
                        + " as positive.");
        List<String> small =
                trial.groups().stream()
                        .filter(group -> !group.rows().enough())
                        .map(group -> group.rows().label())
                        .toList();
        if (!small.isEmpty()) {
            notes.add("Too few holdout rows to judge: " + String.join(", ", small) + ".");
        }
        return notes;
    }
}
