package org.counterpoise.report;

import org.counterpoise.engine.Method;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.session.Artifact;
import org.counterpoise.session.Step;

import java.util.Optional;

/// The questions asked of the data and what was found.
final class AuditSection {
    private final Story story;
    private final Draft draft;

    AuditSection(Story story, Draft draft) {
        this.story = story;
        this.draft = draft;
    }

    void write() {
        if (!story.has(Step.RunAudit.class)) {
            return;
        }
        draft.section("Audit");
        story.all(Step.RunAudit.class).forEach(this::audit);
    }

    private void audit(Story.Told<Step.RunAudit> told) {
        story.made(told.record(), 0, Artifact.Findings.class)
                .ifPresent(
                        findings -> {
                            draft.part(findings.assessment().title());
                            method(told.step());
                            Findings.write(findings.assessment(), draft);
                        });
    }

    private void method(Step.RunAudit step) {
        Optional<Method<?>> method = Methods.audit(step.method());
        String name = method.map(m -> m.card().name()).orElse(step.method());
        method.map(Method::card).ifPresent(card -> about(card, step));
        draft.table(Methods.settings(name, method, step.settings()));
    }

    private void about(MethodCard card, Step.RunAudit step) {
        draft.paragraph(
                card.question(),
                Phrases.sentence(card.summary())
                        + draft.cite(card.citation())
                        + " Asked of "
                        + story.nameOf(step.input())
                        + (step.other().isEmpty()
                                ? ""
                                : ", against which " + story.nameOf(step.other()) + " is held")
                        + ".");
    }
}
