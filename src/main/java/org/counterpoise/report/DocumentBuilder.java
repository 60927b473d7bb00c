package org.counterpoise.report;

import org.counterpoise.engine.Progress;
import org.counterpoise.session.Artifact;
import org.counterpoise.session.Step;
import org.counterpoise.session.StepRecord;

import java.util.List;
import java.util.function.Function;

/// Tells a project as a [Document]. The same steps and artifacts give the same document.
public final class DocumentBuilder {
    private DocumentBuilder() {}

    /// @param title of the report
    /// @param project the project's name
    /// @param steps live steps, in order; may be empty
    /// @param artifacts gives what the steps made by id
    public static Document build(
            String title,
            String project,
            List<StepRecord> steps,
            Function<String, Artifact> artifacts,
            Progress progress) {
        Story story = new Story(steps, artifacts);
        Draft draft = new Draft();
        new SummarySection(story, draft).write();
        new DataSection(story, draft, progress).write();
        new AuditSection(story, draft).write();
        new CorrectionSection(story, draft).write();
        new SynthesisSection(story, draft).write();
        new ValidationSection(story, draft).write();
        new CollapseSection(story, draft).write();
        new LedgerSection(story, draft).write();
        new LimitsSection(story, draft).write();
        new LineageSection(story, draft).write();
        if (!draft.works().isEmpty()) {
            draft.section("References");
            draft.blocks().add(new Block.References(draft.works()));
        }
        return new Document(
                title,
                subtitle(story),
                project,
                steps.isEmpty() ? "" : Phrases.day(steps.getLast().at()),
                steps.isEmpty() ? "" : steps.getLast().version(),
                draft.metrics(),
                draft.blocks());
    }

    private static String subtitle(Story story) {
        List<String> names =
                story.all(Step.ImportData.class).stream()
                        .map(told -> told.step().name())
                        .distinct()
                        .toList();
        return names.isEmpty()
                ? "Bias in biomedical data: found, measured and countered"
                : "Bias in " + Phrases.list(names) + ": found, measured and countered";
    }
}
