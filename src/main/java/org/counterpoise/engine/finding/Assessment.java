package org.counterpoise.engine.finding;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What one run of an audit or a validator found.
///
/// @param method id of the method
/// @param title what was looked at, for headings
/// @param findings most severe first
/// @param metrics documented name to number, NaN where undefined; the names are part of the
///     command line's contract
/// @param notes what was left out and why, and other remarks about how it was done
public record Assessment(
        String method,
        String title,
        List<Finding> findings,
        SortedMap<String, Double> metrics,
        List<String> notes) {

    public Assessment {
        findings =
                findings.stream().sorted((a, b) -> b.severity().compareTo(a.severity())).toList();
        metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
        notes = List.copyOf(notes);
    }

    /// The worst severity among the findings; [Severity#OK] if there are none.
    public Severity severity() {
        return findings.isEmpty() ? Severity.OK : findings.getFirst().severity();
    }
}
