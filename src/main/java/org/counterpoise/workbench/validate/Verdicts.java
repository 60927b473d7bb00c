package org.counterpoise.workbench.validate;

import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.validate.Pillar;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.Validations;
import org.counterpoise.engine.validate.Validator;

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

    /// What a card is called: its pillar, or where several validators judge that, its method.
    static String title(Validation validation) {
        return alone(validation.pillar())
                ? name(validation.pillar())
                : validation.assessment().title();
    }

    static String title(Validator<?> validator) {
        return alone(validator.pillar()) ? name(validator.pillar()) : validator.card().name();
    }

    private static boolean alone(Pillar pillar) {
        return Validations.validators().stream().filter(v -> v.pillar() == pillar).count() < 2;
    }

    private static String name(Pillar pillar) {
        return switch (pillar) {
            case FIDELITY -> "Fidelity";
            case UTILITY -> "Utility";
            case PRIVACY -> "Privacy";
            case FAIRNESS -> "Fairness";
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
