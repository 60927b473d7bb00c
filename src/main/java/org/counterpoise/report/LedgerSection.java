package org.counterpoise.report;

import org.counterpoise.engine.budget.Ledger;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.session.PrivacyLedger;
import org.counterpoise.session.Step;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The differential-privacy ledger: what each model spent, what it comes to, what it covers.
final class LedgerSection {
    private final Story story;
    private final Draft draft;

    LedgerSection(Story story, Draft draft) {
        this.story = story;
        this.draft = draft;
    }

    void write() {
        if (!story.has(Step.FitSynthesizer.class)) {
            return;
        }
        Ledger ledger = PrivacyLedger.of(story.steps());
        draft.section("Differential privacy");
        draft.callout(Severity.NOTE, PrivacyLedger.sentence(ledger), "");
        draft.table(table(ledger));
        if (ledger.guaranteed()) {
            draft.paragraph("What the guarantee covers:");
            draft.bullets(PrivacyLedger.covered());
        } else {
            draft.paragraph(
                    "A model that learned without noise leaves no guarantee for itself nor for all"
                            + " together, however much noise the others have.");
        }
        draft.paragraph("What no guarantee would cover:");
        draft.bullets(PrivacyLedger.notCovered());
    }

    private static Evidence table(Ledger ledger) {
        List<List<Object>> rows = new ArrayList<>();
        for (Ledger.Entry entry : ledger.entries()) {
            rows.add(
                    Ledger.best(entry.spent(), PrivacyLedger.DELTA)
                            .<List<Object>>map(
                                    bound ->
                                            List.of(
                                                    entry.name(),
                                                    words(entry),
                                                    bound.accountant(),
                                                    bound.guarantee().epsilon(),
                                                    bound.guarantee().delta()))
                            .orElseGet(() -> List.of(entry.name(), "none", "–", "∞", "–")));
        }
        return new Evidence(
                "What each model spent", List.of("model", "noise", "accountant", "ε", "δ"), rows);
    }

    private static String words(Ledger.Entry entry) {
        return entry.spent().stream()
                .map(
                        use ->
                                use.mechanism().words()
                                        + ", "
                                        + NumberText.count(use.steps())
                                        + (use.steps() == 1 ? " step" : " steps"))
                .collect(Collectors.joining("; "));
    }
}
