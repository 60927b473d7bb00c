package org.counterpoise.report;

import org.counterpoise.engine.Method;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.engine.data.OriginColumn;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.synth.Margin;
import org.counterpoise.engine.synth.SamplingPlan;
import org.counterpoise.engine.synth.Steered;
import org.counterpoise.engine.synth.Synthesis;
import org.counterpoise.engine.synth.Target;
import org.counterpoise.session.Artifact;
import org.counterpoise.session.Step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The generators: what they are, how they were set, and what was drawn from them.
final class SynthesisSection {
    private final Story story;
    private final Draft draft;

    SynthesisSection(Story story, Draft draft) {
        this.story = story;
        this.draft = draft;
    }

    void write() {
        if (!story.has(Step.FitSynthesizer.class)) {
            return;
        }
        draft.section("Synthetic data");
        story.all(Step.FitSynthesizer.class).forEach(this::model);
    }

    private void model(Story.Told<Step.FitSynthesizer> told) {
        Step.FitSynthesizer step = told.step();
        Optional<Method<?>> method = Methods.synthesizer(step.method());
        String name = method.map(m -> m.card().name()).orElse(step.method());
        draft.part(Phrases.capitalised(name));
        method.map(Method::card).ifPresent(card -> about(card, step));
        draft.table(Methods.settings(name, method, step.settings()));
        story.made(told.record(), 0, Artifact.Model.class)
                .ifPresent(model -> draft.bullets(sentences(model.notes())));
        story.all(Step.Sample.class).stream()
                .filter(sample -> sample.step().model().equals(told.record().output()))
                .forEach(this::sample);
    }

    private void about(MethodCard card, Step.FitSynthesizer step) {
        draft.paragraph(
                Phrases.sentence(card.summary())
                        + draft.cite(card.citation())
                        + " Fitted on "
                        + story.nameOf(step.input())
                        + ".");
        draft.paragraph("When to use:", Phrases.sentence(card.whenToUse()));
        draft.paragraph("Strengths:", Phrases.sentence(String.join("; ", card.strengths())));
        draft.paragraph("Limits:", Phrases.sentence(String.join("; ", card.limits())));
    }

    private void sample(Story.Told<Step.Sample> told) {
        story.made(told.record(), 0, Artifact.Data.class)
                .ifPresent(
                        data -> {
                            draft.paragraph(
                                    "Drawn:",
                                    plan(told.step().plan())
                                            + " This made "
                                            + story.nameOf(told.record().output())
                                            + " of "
                                            + Phrases.count(data.dataset().rows(), "row", "rows")
                                            + ": "
                                            + OriginColumn.words(data.dataset())
                                            + ".");
                            draft.table(typed(told.step().plan()));
                            if (data.steered().plan().isEmpty()) {
                                draft.table(shortfalls(data.shortfalls()));
                            } else {
                                draft.table(reached(data.steered().plan()));
                            }
                            draft.table(rules(data.steered().rules()));
                            draft.bullets(sentences(data.notes()));
                        });
    }

    private static String plan(SamplingPlan plan) {
        String columns = String.join(" × ", plan.columns());
        String goal =
                switch (plan.goal()) {
                    case KEEP -> "The make-up of the training data is kept.";
                    case BALANCE -> "Every group of " + columns + " is made equally large.";
                    case MATCH_BENCHMARK ->
                            "Groups of " + columns + " get their shares in the target population.";
                    case TYPED -> "Rows per group were typed in.";
                    case MARGINS -> "Shares of " + margins(plan.margins()) + " are set.";
                };
        String result =
                switch (plan.result()) {
                    case SYNTHETIC -> " The result holds synthetic rows only.";
                    case AUGMENTED ->
                            " The result holds the training rows and the synthetic rows that"
                                    + " complete them.";
                };
        String rows =
                plan.rows() == 0 ? "" : " " + NumberText.count(plan.rows()) + " rows were wanted.";
        return goal + result + rows;
    }

    private static String margins(List<Margin> margins) {
        return margins.stream()
                .map(
                        margin ->
                                String.join(" × ", margin.columns())
                                        + switch (margin.aim()) {
                                            case KEEP -> " (kept)";
                                            case BALANCE -> " (balanced)";
                                            case MATCH_BENCHMARK ->
                                                    " (as in the target population)";
                                            case TYPED -> " (typed in)";
                                        })
                .collect(Collectors.joining(", "));
    }

    private static Evidence typed(SamplingPlan plan) {
        return new Evidence(
                "Rows wanted per group",
                List.of("group", "rows"),
                plan.typed().stream()
                        .map(target -> List.<Object>of(cell(target), target.rows()))
                        .toList());
    }

    private static Evidence reached(List<Steered.Reached> plan) {
        return new Evidence(
                "Rows asked for and reached",
                List.of("group", "asked for", "reached", "drawn for it", "why not all"),
                plan.stream()
                        .map(
                                cell ->
                                        List.<Object>of(
                                                cell(cell.target()),
                                                cell.requested(),
                                                cell.reached(),
                                                cell.drawn(),
                                                cell.reason()))
                        .toList());
    }

    private static Evidence rules(List<Steered.RuleResult> rules) {
        return new Evidence(
                "Rules, the real rows that break them, and how they were kept",
                List.of(
                        "rule",
                        "real rows that break it",
                        "of",
                        "kept",
                        "rows drawn",
                        "mended",
                        "rejected",
                        "left"),
                rules.stream()
                        .map(
                                rule ->
                                        List.<Object>of(
                                                rule.words(),
                                                rule.realBroken(),
                                                rule.realRows(),
                                                rule.how(),
                                                rule.drawn(),
                                                rule.repaired(),
                                                rule.rejected(),
                                                rule.left()))
                        .toList());
    }

    private static Evidence shortfalls(List<Synthesis.Shortfall> shortfalls) {
        List<List<Object>> rows = new ArrayList<>();
        for (Synthesis.Shortfall shortfall : shortfalls) {
            rows.add(
                    List.of(
                            cell(shortfall.target()),
                            shortfall.target().rows(),
                            shortfall.made(),
                            shortfall.reason()));
        }
        return new Evidence(
                "Groups that were not fully reached",
                List.of("group", "wanted", "made", "why"),
                rows);
    }

    private static String cell(Target target) {
        List<String> parts = new ArrayList<>();
        target.cell().forEach((column, level) -> parts.add(column + " " + level));
        if (!target.where().any()) {
            parts.add(target.where().words());
        }
        return parts.isEmpty() ? "anyone" : String.join(", ", parts);
    }

    private static List<String> sentences(List<String> notes) {
        return notes.stream().map(Phrases::sentence).toList();
    }
}
