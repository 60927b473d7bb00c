package org.counterpoise.engine.finding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A next step that a finding offers: a button in the workbench, a line in the report.
///
/// @param label what the button says, e.g. "Generate more women over 80"
/// @param action where it leads
/// @param columns the columns it concerns, e.g. those to leave out or to balance
/// @param cell for a subgroup, column to level; empty otherwise
public record Remedy(String label, Action action, List<String> columns, Map<String, String> cell) {

    /// Where a remedy leads.
    public enum Action {
        /// Change roles in the data step.
        CHANGE_ROLES,
        /// Run another audit.
        AUDIT,
        /// Open a sampling plan for the cell or columns.
        GENERATE,
        /// Validate, or validate again.
        VALIDATE,
        /// Correct values.
        MITIGATE,
        /// Collect more or other data; nothing in the program can do it.
        COLLECT
    }

    public Remedy {
        columns = List.copyOf(columns);
        cell = Collections.unmodifiableMap(new LinkedHashMap<>(cell));
    }

    public static Remedy of(String label, Action action, String... columns) {
        return new Remedy(label, action, List.of(columns), Map.of());
    }
}
