package org.counterpoise.workbench.audit;

import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.workbench.findings.MeasureText;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a question's latest answer says otherwise than the answer before.
///
/// @param id of the finding
/// @param severity as it is now; of a finding that is gone, as it was
/// @param headline as it is now; of a finding that is gone, as it was
/// @param numbers what was measured before and what is now, empty without a measure
record Change(Kind kind, String id, Severity severity, String headline, String numbers) {

    /// The order in which changes are told.
    enum Kind {
        WORSE("Worse"),
        NEW("New"),
        BETTER("Better"),
        GONE("Gone");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /// All changes, worse ones first. A finding is the same if its id is; it has changed if its
    /// severity has.
    static List<Change> between(Assessment before, Assessment now) {
        Map<String, Finding> old = new LinkedHashMap<>();
        before.findings().forEach(finding -> old.put(finding.id(), finding));
        List<Change> changes = new ArrayList<>();
        for (Finding finding : now.findings()) {
            Finding was = old.remove(finding.id());
            if (was == null) {
                changes.add(of(Kind.NEW, finding, numbers(finding)));
            } else if (was.severity() != finding.severity()) {
                boolean worse = finding.severity().compareTo(was.severity()) > 0;
                changes.add(
                        of(
                                worse ? Kind.WORSE : Kind.BETTER,
                                finding,
                                numbers(was) + " → " + numbers(finding)));
            }
        }
        old.values().forEach(finding -> changes.add(of(Kind.GONE, finding, numbers(finding))));
        return changes.stream().sorted(Comparator.comparing(Change::kind)).toList();
    }

    private static Change of(Kind kind, Finding finding, String numbers) {
        return new Change(kind, finding.id(), finding.severity(), finding.headline(), numbers);
    }

    private static String numbers(Finding finding) {
        return finding.measure().filter(Measure::defined).map(MeasureText::estimate).orElse("–");
    }

    /// "1 worse, 2 better"; empty without changes.
    static String summary(List<Change> changes) {
        List<String> parts = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            long count = changes.stream().filter(change -> change.kind() == kind).count();
            if (count > 0) {
                parts.add(count + " " + kind.word().toLowerCase(java.util.Locale.ROOT));
            }
        }
        return String.join(", ", parts);
    }
}
