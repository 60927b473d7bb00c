package org.counterpoise.report;

import org.counterpoise.engine.Method;
import org.counterpoise.engine.collapse.CollapseStudy;
import org.counterpoise.session.Artifact;
import org.counterpoise.session.Step;

import java.util.Optional;

/// What is lost where synthetic rows are learned from again and again.
final class CollapseSection {
    private final Story story;
    private final Draft draft;

    CollapseSection(Story story, Draft draft) {
        this.story = story;
        this.draft = draft;
    }

    void write() {
        if (!story.has(Step.StudyCollapse.class)) {
            return;
        }
        draft.section("Training on synthetic data again");
        story.all(Step.StudyCollapse.class).forEach(this::study);
    }

    private void study(Story.Told<Step.StudyCollapse> told) {
        Step.StudyCollapse step = told.step();
        Optional<Method<?>> method = Methods.synthesizer(step.method());
        String name = method.map(m -> m.card().name()).orElse(step.method());
        CollapseStudy study = CollapseStudy.INSTANCE;
        story.made(told.record(), 0, Artifact.Findings.class)
                .ifPresent(
                        findings -> {
                            draft.part(name + " on " + story.nameOf(step.input()));
                            draft.paragraph(
                                    Phrases.sentence(study.card().summary())
                                            + draft.cite(study.card().citation()));
                            draft.table(
                                    Methods.settings(
                                            study.card().name(), Optional.of(study), step.study()));
                            draft.table(Methods.settings(name, method, step.settings()));
                            Findings.write(findings.assessment(), draft);
                        });
    }
}
