package org.counterpoise.engine;

/// Whether a method can be used on what there is, and if not, what is missing.
///
/// @param ready whether it can be run now
/// @param reason if not ready: one sentence that says what is missing and where to mark it
public record Applicability(boolean ready, String reason) {
    public static final Applicability READY = new Applicability(true, "");

    public static Applicability missing(String reason) {
        return new Applicability(false, reason);
    }
}
