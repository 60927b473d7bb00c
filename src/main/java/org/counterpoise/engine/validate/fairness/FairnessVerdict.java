package org.counterpoise.engine.validate.fairness;

import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Threshold;
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

/// Tells how the groups fare.
final class FairnessVerdict {
    private final Trial trial;
    private final Source source;
    private final SourceBias bias;
    private final FairnessSettings settings;
    private final String outcome;
    private final List<String> earlierNotes;
    private final Standings synthetic;
    private final Standings augmented;

    /// @param source what the verdict is about: synthetic rows, or these with the real ones
    FairnessVerdict(
            Trial trial,
            Source source,
            SourceBias bias,
            int[] metrics,
            FairnessSettings settings,
            String outcome,
            List<String> notes) {
        this.trial = trial;
        this.source = source;
        this.bias = bias;
        this.settings = settings;
        this.outcome = outcome;
        this.earlierNotes = notes;
        this.synthetic = new Standings(trial, Source.SYNTHETIC, metrics, settings);
        this.augmented = new Standings(trial, Source.AUGMENTED, metrics, settings);
    }

    Validation validation(MethodCard card) {
        Optional<String> problem = trial.problem(source);
        Measure worst = judged().worst();
        Verdict verdict =
                problem.isPresent() ? Verdict.FAIL : Verdicts.atMost(worst, settings.margin());
        String sentence =
                problem.map(
                                why ->
                                        "No group can be served by a model trained on "
                                                + GroupFindings.data(source)
                                                + ": "
                                                + why)
                        .orElseGet(() -> sentence(worst, verdict));
        GroupFindings groups = new GroupFindings(trial, settings, outcome);
        BiasFindings biases = new BiasFindings(bias, settings, outcome);
        List<Finding> findings = new ArrayList<>();
        findings.add(groups.standings(judged(), verdict, sentence, worst, threshold()));
        findings.add(
                source == Source.AUGMENTED ? groups.alone(synthetic) : groups.augmented(augmented));
        findings.add(groups.everyMetric());
        findings.add(groups.gaps());
        findings.addAll(biases.all());
        findings.add(biases.amplification(groups));
        return new Validation(
                Pillar.FAIRNESS,
                verdict,
                Optional.of(worst),
                Optional.of(threshold()),
                sentence,
                new Assessment(
                        card.id(),
                        card.name(),
                        findings,
                        FairnessMetrics.of(
                                trial, bias, judged(), List.of(synthetic, augmented), settings),
                        notes()));
    }

    private Standings judged() {
        return source == Source.AUGMENTED ? augmented : synthetic;
    }

    private Threshold threshold() {
        return Verdicts.threshold(
                settings.margin(),
                FairnessSettings.DEFAULTS.margin(),
                "no group worse by more than " + NumberText.short3(settings.margin()),
                "founding guide: 5 % under");
    }

    private String sentence(Measure worst, Verdict verdict) {
        String by =
                String.format(
                        Locale.ROOT,
                        "the largest worsening of %s in any group is %.3f%s",
                        judged().names(),
                        worst.value(),
                        judged().where().map(where -> " (" + where + ")").orElse(""));
        String data = GroupFindings.data(source);
        String small = tooSmall();
        return switch (verdict) {
            case PASS ->
                    "A model trained on "
                            + data
                            + " serves every group judged about as well as one trained on real"
                            + " data alone: "
                            + by
                            + "."
                            + small;
            case FAIL ->
                    "A model trained on "
                            + data
                            + " serves some group worse than one trained on real data alone: "
                            + by
                            + "."
                            + small;
            case UNDECIDED, LEFT_OUT ->
                    "Whether every group is served as well by a model trained on "
                            + data
                            + " is undecided: "
                            + by
                            + ", and the interval reaches "
                            + NumberText.interval(worst.interval().orElseThrow())
                            + "."
                            + needed()
                            + small;
        };
    }

    private String needed() {
        int holdout = trial.everyone().rows().n();
        OptionalLong rows = judged().holdoutNeeded(holdout);
        if (judged().worst().value() > settings.margin()) {
            return "";
        }
        return rows.isPresent()
                ? String.format(
                        Locale.ROOT,
                        " It needs n ≥ %,d holdout rows; there are %,d.",
                        rows.getAsLong(),
                        holdout)
                : " More holdout rows alone will not settle it: models trained on so few rows differ"
                        + " by chance.";
    }

    private String tooSmall() {
        long small = trial.groups().stream().filter(group -> !group.rows().enough()).count();
        return small == 0
                ? ""
                : small == 1
                        ? " One group is too small to judge."
                        : " " + small + " groups are too small to judge.";
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(earlierNotes);
        if (source == Source.AUGMENTED) {
            notes.add(
                    "The table holds real rows that the synthetic ones complete, so the verdict is"
                            + " about models of both together. Alone the synthetic rows need not"
                            + " resemble the real ones.");
        }
        notes.add(
                "Models of \""
                        + outcome
                        + "\" were trained by "
                        + settings.learner().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + " and judged on the holdout only. The variance of a difference is that"
                        + " over "
                        + settings.replicates()
                        + " bootstrap samples of holdout rows, the same for all models, plus that"
                        + " over "
                        + settings.refits()
                        + " models trained on rows drawn again. Better and worse hold for all"
                        + " groups and metrics of the verdict together.");
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
