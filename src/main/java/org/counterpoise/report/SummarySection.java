package org.counterpoise.report;

import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.session.Artifact;
import org.counterpoise.session.Step;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What a reader in a hurry should know: the verdict and the findings that matter most.
final class SummarySection {
    private static final int KEY_FINDINGS = 8;

    private final Story story;
    private final Draft draft;

    SummarySection(Story story, Draft draft) {
        this.story = story;
        this.draft = draft;
    }

    void write() {
        draft.section("Summary");
        List<Finding> findings = findings();
        draft.paragraph(counts(findings));
        story.all(Step.Validate.class).forEach(this::verdict);
        List<Finding> serious =
                findings.stream()
                        .filter(finding -> finding.severity().compareTo(Severity.WARNING) >= 0)
                        .sorted(Comparator.comparing(Finding::severity).reversed())
                        .toList();
        serious.stream().limit(KEY_FINDINGS).forEach(this::key);
        if (serious.size() > KEY_FINDINGS) {
            draft.note(
                    "And "
                            + Phrases.count(
                                    serious.size() - (long) KEY_FINDINGS,
                                    "further warning",
                                    "further warnings")
                            + ", told below.");
        }
    }

    /// One for each synthetic table, which it names: there may be several.
    private void verdict(Story.Told<Step.Validate> told) {
        story.made(told.record(), 0, Artifact.Scorecard.class)
                .ifPresent(
                        card ->
                                draft.callout(
                                        ValidationSection.worst(card),
                                        card.verdict(),
                                        story.nameOf(told.step().synthetic())));
    }

    private void key(Finding finding) {
        draft.callout(
                finding.severity(),
                finding.headline(),
                finding.measure().map(Phrases::measure).orElse(finding.explanation()));
    }

    private List<Finding> findings() {
        List<Assessment> assessments = new ArrayList<>();
        story.all(Step.RunAudit.class).stream()
                .flatMap(told -> story.made(told.record(), 0, Artifact.Findings.class).stream())
                .map(Artifact.Findings::assessment)
                .forEach(assessments::add);
        story.all(Step.Validate.class).stream()
                .flatMap(told -> story.made(told.record(), 0, Artifact.Scorecard.class).stream())
                .flatMap(card -> card.validations().stream())
                .map(Validation::assessment)
                .forEach(assessments::add);
        return assessments.stream().flatMap(one -> one.findings().stream()).toList();
    }

    private String counts(List<Finding> findings) {
        if (findings.isEmpty()) {
            return "No audit and no validation was run, so there are no findings.";
        }
        long serious = count(findings, Severity.SERIOUS);
        long warnings = count(findings, Severity.WARNING);
        long calm = findings.size() - serious - warnings;
        return Phrases.count(findings.size(), "finding", "findings")
                + ": "
                + serious
                + " serious, "
                + Phrases.count(warnings, "warning", "warnings")
                + " and "
                + calm
                + " without concern.";
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream().filter(finding -> finding.severity() == severity).count();
    }
}
