package org.counterpoise.workbench.findings;

import org.counterpoise.engine.finding.Severity;

/// Which findings are listed.
public enum FindingFilter {
    ALL("All findings"),
    SERIOUS("Serious"),
    WARNINGS("Warnings"),
    NOTES("Notes"),
    NO_CONCERN("No concern");

    private final String label;

    FindingFilter(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean accepts(Severity severity) {
        return switch (this) {
            case ALL -> true;
            case SERIOUS -> severity == Severity.SERIOUS;
            case WARNINGS -> severity == Severity.WARNING;
            case NOTES -> severity == Severity.NOTE;
            case NO_CONCERN -> severity == Severity.OK;
        };
    }
}
