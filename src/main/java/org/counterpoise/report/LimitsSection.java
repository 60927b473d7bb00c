package org.counterpoise.report;

import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.audit.Audit;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.session.Artifact;
import org.counterpoise.session.Step;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What was not examined, and why.
final class LimitsSection {
    private final Story story;
    private final Draft draft;

    LimitsSection(Story story, Draft draft) {
        this.story = story;
        this.draft = draft;
    }

    void write() {
        draft.section("Limits");
        draft.paragraph(
                "A report can only speak of what was measured. What follows was not examined, or"
                        + " bounds what the findings mean.");
        Set<String> limits = new LinkedHashSet<>(notDone());
        limits.addAll(notAsked());
        limits.addAll(leftOut());
        limits.addAll(ofMethods());
        limits.add(
                "Only groups that are marked in the data can be compared; a group that no column"
                        + " names cannot be seen.");
        draft.bullets(List.copyOf(limits));
    }

    private List<String> notDone() {
        List<String> limits = new ArrayList<>();
        if (!story.has(Step.Split.class)) {
            limits.add(
                    "No holdout was locked away, so nothing was tested on rows that no step had"
                            + " seen.");
        }
        if (!story.has(Step.SetBenchmark.class)) {
            limits.add(
                    "No target population was set, so shares were not held against the people the"
                            + " data should stand for.");
        }
        if (story.has(Step.Sample.class) && !story.has(Step.Validate.class)) {
            limits.add("Synthetic data was drawn but not validated.");
        }
        return limits;
    }

    private List<String> notAsked() {
        Set<String> asked = new LinkedHashSet<>();
        story.all(Step.RunAudit.class).forEach(told -> asked.add(told.step().method()));
        List<Audit<?>> all = new ArrayList<>();
        Catalogue.all(Audit.class).forEach(all::add);
        return all.stream()
                .filter(audit -> !asked.contains(audit.id()))
                .map(audit -> "Not asked: " + Phrases.sentence(audit.card().question()))
                .toList();
    }

    private List<String> leftOut() {
        return story.all(Step.Validate.class).stream()
                .flatMap(told -> story.made(told.record(), 0, Artifact.Scorecard.class).stream())
                .flatMap(card -> card.validations().stream())
                .filter(validation -> validation.verdict() == Validation.Verdict.LEFT_OUT)
                .map(
                        validation ->
                                Phrases.capitalised(Phrases.constant(validation.pillar()))
                                        + " was left out: "
                                        + validation.sentence())
                .map(Phrases::sentence)
                .toList();
    }

    private List<String> ofMethods() {
        List<String> limits = new ArrayList<>();
        story.all(Step.RunAudit.class).stream()
                .flatMap(told -> Methods.audit(told.step().method()).stream())
                .forEach(
                        method ->
                                limits.addAll(
                                        limits(method.card().name(), method.card().limits())));
        return limits;
    }

    private static List<String> limits(String name, List<String> limits) {
        return limits.stream()
                .map(limit -> Phrases.capitalised(name) + ": " + Phrases.sentence(limit))
                .toList();
    }
}
