package org.counterpoise.engine.validate.utility;

import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.learn.downstream.Compared;
import org.counterpoise.engine.learn.downstream.Contest;
import org.counterpoise.engine.learn.downstream.ModelMetric;
import org.counterpoise.engine.learn.downstream.Source;
import org.counterpoise.engine.validate.Pillar;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.Validation.Verdict;
import org.counterpoise.engine.validate.Verdicts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/// Tells what a contest came to.
final class TaskVerdict {
    private static final int HEADLINE = TaskEvidence.HEADLINE;

    private final TaskEvidence evidence;
    private final Contest contest;
    private final Compared everyone;
    private final UtilitySettings settings;
    private final List<String> earlierNotes;

    TaskVerdict(TaskEvidence evidence, UtilitySettings settings, List<String> notes) {
        this.evidence = evidence;
        this.contest = evidence.contest();
        this.everyone = contest.everyone();
        this.settings = settings;
        this.earlierNotes = notes;
    }

    Validation validation(MethodCard card) {
        RatioTest headline = test(HEADLINE);
        String metric = evidence.headline().title();
        Measure ratio =
                Measure.of(
                                metric
                                        + " trained on "
                                        + evidence.judged().title()
                                        + " / "
                                        + metric
                                        + " trained on real",
                                headline.ratio(),
                                headline.interval(settings.confidence()),
                                everyone.rows().n())
                        .withTest("two one-sided tests of equivalence", headline.p(), headline.p());
        Verdict verdict = verdict(ratio);
        String sentence =
                contest.problem(evidence.judged())
                        .map(why -> "No model can be trained on " + evidence.data() + ": " + why)
                        .orElseGet(() -> sentence(verdict, headline));
        TaskFindings found = new TaskFindings(evidence, settings, threshold());
        List<Finding> findings = new ArrayList<>();
        findings.add(found.overall(verdict, ratio, sentence));
        findings.add(found.equivalence(tests()));
        findings.add(found.other());
        evidence.helped().ifPresent(findings::add);
        if (!contest.groups().isEmpty()) {
            findings.add(found.groups());
        }
        AgreementFindings agreement =
                new AgreementFindings(evidence.agreement(), settings, evidence.task().outcome());
        findings.add(agreement.realOnSynthetic());
        agreement.importance().ifPresent(findings::add);
        findings.add(agreement.analysis());
        evidence.curve()
                .map(curve -> new CurveFinding(curve, metric, evidence.curveModel(), settings))
                .ifPresent(curve -> findings.add(curve.finding()));
        return new Validation(
                Pillar.UTILITY,
                verdict,
                Optional.of(ratio),
                Optional.of(threshold()),
                sentence,
                new Assessment(
                        card.id(),
                        card.name(),
                        findings,
                        TaskMetrics.of(evidence, tests(), settings.confidence()),
                        notes()));
    }

    private Verdict verdict(Measure ratio) {
        if (contest.problem(evidence.judged()).isPresent()) {
            return Verdict.FAIL;
        }
        if (evidence.better(settings.confidence())) {
            return Verdict.PASS;
        }
        return evidence.atChance(settings.confidence())
                ? Verdict.UNDECIDED
                : Verdicts.atLeast(ratio, settings.minimumRatio());
    }

    private RatioTest test(int metric) {
        return new RatioTest(everyone, evidence.judged(), metric, settings.minimumRatio());
    }

    /// Of every metric of which a ratio makes sense.
    private List<RatioTest> tests() {
        return IntStream.range(0, everyone.metrics().size())
                .filter(m -> everyone.metrics().get(m).goal() != ModelMetric.Goal.ONE)
                .mapToObj(this::test)
                .toList();
    }

    private Threshold threshold() {
        return Verdicts.threshold(
                settings.minimumRatio(),
                UtilitySettings.DEFAULTS.minimumRatio(),
                "ratio of "
                        + evidence.headline().title()
                        + " of at least "
                        + settings.minimumRatio(),
                "founding guide");
    }

    private String sentence(Verdict verdict, RatioTest headline) {
        String values =
                String.format(
                        Locale.ROOT,
                        "%s %.3f against %.3f on the holdout",
                        evidence.headline().title(),
                        everyone.estimate(evidence.judged(), HEADLINE),
                        everyone.estimate(Source.REAL, HEADLINE));
        String model =
                "a model trained on "
                        + evidence.data()
                        + " predicts real \""
                        + evidence.task().outcome()
                        + "\"";
        String started = "A" + model.substring(1);
        boolean better = evidence.better(settings.confidence());
        return switch (verdict) {
            case PASS -> started + passed(better) + values + ".";
            case FAIL -> started + " worse than one trained on real data: " + values + ".";
            case UNDECIDED, LEFT_OUT ->
                    "Whether "
                            + model
                            + " well enough "
                            + (evidence.atChance(settings.confidence())
                                    ? cannotBeTold(values)
                                    : "is undecided: " + values + "." + needed(headline));
        };
    }

    static String passed(boolean better) {
        return better
                ? " better than one trained on real data alone: "
                : " nearly as well as one trained on real data: ";
    }

    static String cannotBeTold(String values) {
        return "cannot be told: "
                + values
                + ", and the model trained on real data itself is not certainly better than chance.";
    }

    private String needed(RatioTest headline) {
        OptionalLong rows = headline.room().rowsFor(0, settings.confidence());
        return rows.isPresent()
                ? String.format(
                        Locale.ROOT,
                        " It needs n ≥ %,d holdout rows; there are %,d.",
                        rows.getAsLong(),
                        everyone.rows().n())
                : " More holdout rows alone will not settle it: models trained on so few rows differ"
                        + " by chance.";
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(earlierNotes);
        if (evidence.judged() == Source.AUGMENTED) {
            notes.add(HelpedGroups.NOTE);
        }
        notes.add(
                "Models were trained by "
                        + evidence.model()
                        + " and judged on the holdout only. Variances are those over "
                        + settings.replicates()
                        + " bootstrap samples of holdout rows, the same for all models, plus those"
                        + " over "
                        + settings.refits()
                        + " models trained on rows drawn again.");
        List<String> small =
                contest.groups().stream()
                        .filter(group -> !group.rows().enough())
                        .map(group -> group.rows().label())
                        .toList();
        if (!small.isEmpty()) {
            notes.add("Too few holdout rows to judge: " + String.join(", ", small) + ".");
        }
        return notes;
    }
}
