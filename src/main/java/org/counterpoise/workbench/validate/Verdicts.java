package org.counterpoise.workbench.validate;

import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.validate.Pillar;
import org.counterpoise.engine.validate.Validation;

import java.util.List;

/// Verdicts in the words and severities of the screen.
final class Verdicts {
    private Verdicts() {}

    static Severity severity(Validation.Verdict verdict) {
        return switch (verdict) {
            case PASS -> Severity.OK;
            case UNDECIDED -> Severity.WARNING;
            case FAIL -> Severity.SERIOUS;
            case LEFT_OUT -> Severity.NOTE;
        };
    }

    static String word(Validation.Verdict verdict) {
        return switch (verdict) {
            case PASS -> "passes";
            case UNDECIDED -> "undecided";
            case FAIL -> "fails";
            case LEFT_OUT -> "not judged";
        };
    }

    static String name(Pillar pillar) {
        return switch (pillar) {
            case FIDELITY -> "Fidelity";
            case UTILITY -> "Utility";
            case PRIVACY -> "Privacy";
        };
    }

    /// The severity of a scorecard: that of its worst pillar.
    static Severity worst(List<Validation> validations) {
        return validations.stream()
                .map(validation -> severity(validation.verdict()))
                .max(java.util.Comparator.naturalOrder())
                .orElse(Severity.NOTE);
    }
}
