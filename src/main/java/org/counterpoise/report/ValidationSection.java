package org.counterpoise.report;

import com.fasterxml.jackson.databind.JsonNode;

import org.counterpoise.engine.Method;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.finding.Threshold;
import org.counterpoise.engine.validate.Gate;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.session.Artifact;
import org.counterpoise.session.Step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The scorecard of synthetic data and what stands behind each pillar.
final class ValidationSection {
    private final Story story;
    private final Draft draft;

    ValidationSection(Story story, Draft draft) {
        this.story = story;
        this.draft = draft;
    }

    void write() {
        if (!story.has(Step.Validate.class)) {
            return;
        }
        draft.section("Validation");
        story.all(Step.Validate.class).forEach(this::scorecard);
    }

    private void scorecard(Story.Told<Step.Validate> told) {
        story.made(told.record(), 0, Artifact.Scorecard.class)
                .ifPresent(
                        card -> {
                            draft.part("Scorecard of " + story.nameOf(told.step().synthetic()));
                            draft.callout(worst(card), card.verdict(), "");
                            draft.paragraph(introduction(told.step()));
                            Gate gate = Gate.of(card.validations());
                            draft.paragraph(
                                    "The gate, in order:",
                                    Phrases.sentence(gate.toString()) + " " + gate.sentence());
                            draft.table(table(card));
                            card.validations().forEach(one -> pillar(one, told.step().settings()));
                        });
    }

    private String introduction(Step.Validate step) {
        String holdout =
                step.holdout().isEmpty()
                        ? " There is no holdout, so what needs one was left out."
                        : " It was judged on the locked holdout "
                                + story.nameOf(step.holdout())
                                + ".";
        return "The synthetic rows were held against "
                + story.nameOf(step.training())
                + "."
                + holdout
                + " Pillars are not averaged: a table that copies its source scores best on"
                + " fidelity and utility.";
    }

    static Severity worst(Artifact.Scorecard card) {
        return card.validations().stream()
                .map(validation -> Phrases.severity(validation.verdict()))
                .max(Severity::compareTo)
                .orElse(Severity.NOTE);
    }

    private static Evidence table(Artifact.Scorecard card) {
        List<List<Object>> rows = new ArrayList<>();
        for (Validation validation : card.validations()) {
            rows.add(
                    List.of(
                            Phrases.capitalised(Phrases.constant(validation.pillar())),
                            validation.assessment().title(),
                            Phrases.verdict(validation.verdict()),
                            validation
                                    .measure()
                                    .map(m -> m.name() + " " + NumberText.measure(m))
                                    .orElse("–"),
                            validation.threshold().map(Threshold::description).orElse("–"),
                            validation.threshold().map(Threshold::source).orElse("–")));
        }
        return new Evidence(
                "Scorecard",
                List.of(
                        "pillar",
                        "method",
                        "verdict",
                        "measure",
                        "threshold",
                        "source of the threshold"),
                rows);
    }

    private void pillar(Validation validation, Map<String, JsonNode> settings) {
        String id = validation.assessment().method();
        Optional<Method<?>> method = Methods.validator(id);
        draft.part(
                Phrases.capitalised(Phrases.constant(validation.pillar()))
                        + ": "
                        + validation.assessment().title());
        draft.paragraph(
                Phrases.capitalised(Phrases.verdict(validation.verdict())) + ":",
                Phrases.sentence(validation.sentence()));
        method.map(Method::card)
                .ifPresent(
                        card ->
                                draft.paragraph(
                                        Phrases.sentence(card.summary())
                                                + draft.cite(card.citation())));
        JsonNode own = settings.get(id);
        if (own != null) {
            String name = method.map(m -> m.card().name()).orElse(id);
            draft.table(Methods.settings(name, method, own));
        }
        if (validation.verdict() == Validation.Verdict.LEFT_OUT
                && validation.assessment().findings().isEmpty()) {
            draft.bullets(validation.assessment().notes().stream().map(Phrases::sentence).toList());
        } else {
            Findings.write(validation.assessment(), draft);
        }
    }
}
