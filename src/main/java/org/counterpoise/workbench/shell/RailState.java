package org.counterpoise.workbench.shell;

/// How a step stands.
///
/// @param badge a few characters, e.g. "3"; empty to show the kind's own sign
/// @param explanation one sentence; for [Kind#BLOCKED], what is missing and where to get it
public record RailState(Kind kind, String badge, String explanation) {

    /// Each kind has its own colour and its own shape.
    public enum Kind {
        /// Nothing to say yet.
        NONE,
        DONE,
        /// Findings of severity "warning".
        WARNINGS,
        /// Findings of severity "serious".
        SERIOUS,
        /// Work is running.
        WAITING,
        /// Something else has to be done first.
        BLOCKED
    }

    public static final RailState NONE = new RailState(Kind.NONE, "", "");

    public static RailState done(String explanation) {
        return new RailState(Kind.DONE, "", explanation);
    }

    public static RailState blocked(String explanation) {
        return new RailState(Kind.BLOCKED, "", explanation);
    }
}
