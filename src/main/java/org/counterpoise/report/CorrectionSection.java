package org.counterpoise.report;

import org.counterpoise.engine.Method;
import org.counterpoise.session.Artifact;
import org.counterpoise.session.Step;

import java.util.Optional;

/// Values that were corrected: how, how it was set, and what it did.
final class CorrectionSection {
    private final Story story;
    private final Draft draft;

    CorrectionSection(Story story, Draft draft) {
        this.story = story;
        this.draft = draft;
    }

    void write() {
        if (!story.has(Step.Correct.class)) {
            return;
        }
        draft.section("Corrections");
        story.all(Step.Correct.class).forEach(this::correction);
    }

    private void correction(Story.Told<Step.Correct> told) {
        Step.Correct step = told.step();
        Optional<Method<?>> method = Methods.correction(step.method());
        String name = method.map(m -> m.card().name()).orElse(step.method());
        draft.part(Phrases.capitalised(name));
        method.map(Method::card)
                .ifPresent(
                        card -> {
                            draft.paragraph(
                                    Phrases.sentence(card.summary())
                                            + draft.cite(card.citation())
                                            + " It turned "
                                            + story.nameOf(step.input())
                                            + " into "
                                            + story.nameOf(told.record().output())
                                            + ".");
                            draft.paragraph(
                                    "Limits:", Phrases.sentence(String.join("; ", card.limits())));
                        });
        draft.table(Methods.settings(name, method, step.settings()));
        story.made(told.record(), 0, Artifact.Data.class)
                .ifPresent(
                        data ->
                                draft.bullets(
                                        data.notes().stream().map(Phrases::sentence).toList()));
    }
}
