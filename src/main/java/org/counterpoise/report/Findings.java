package org.counterpoise.report;

import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Remedy;

import java.util.List;

/// Writes assessments and their findings into a draft.
final class Findings {
    private Findings() {}

    static void write(Assessment assessment, Draft draft) {
        draft.metrics().putAll(assessment.metrics());
        if (assessment.findings().isEmpty()) {
            draft.paragraph("There is nothing to report.");
        }
        assessment.findings().forEach(finding -> write(finding, draft));
        if (!assessment.notes().isEmpty()) {
            draft.lead("How it was done");
            draft.bullets(assessment.notes().stream().map(Phrases::sentence).toList());
        }
    }

    private static void write(Finding finding, Draft draft) {
        draft.finding(finding.headline(), finding.severity());
        draft.paragraph(finding.explanation());
        finding.measure()
                .ifPresent(measure -> draft.paragraph("Measured:", Phrases.measure(measure)));
        finding.threshold()
                .ifPresent(
                        threshold ->
                                draft.paragraph("Held against:", Phrases.threshold(threshold)));
        List<String> remedies = finding.remedies().stream().map(Remedy::label).toList();
        draft.paragraph("What can be done:", sentences(remedies));
        finding.figures().forEach(draft::figure);
        draft.table(finding.evidence());
    }

    private static String sentences(List<String> texts) {
        return String.join(" ", texts.stream().map(Phrases::sentence).toList());
    }
}
