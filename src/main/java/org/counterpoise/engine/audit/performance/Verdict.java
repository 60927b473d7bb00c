package org.counterpoise.engine.audit.performance;

import org.counterpoise.engine.finding.Severity;

/// What may be said of a gap held against a threshold. A threshold alone warns of most clean tables
/// with small groups, so that a warning needs a gap that chance does not explain, too.
enum Verdict {
    /// The gap is within the threshold.
    WITHIN(Severity.OK),
    /// The gap passes the threshold, but chance could explain it.
    CANNOT_TELL(Severity.NOTE),
    /// The gap passes the threshold and is no chance; how far it passes is not sure.
    PAST(Severity.WARNING),
    /// The whole interval of the gap is past the threshold.
    SURELY_PAST(Severity.SERIOUS);

    private final Severity severity;

    Verdict(Severity severity) {
        this.severity = severity;
    }

    /// @param past whether the estimate passes the threshold
    /// @param noChance whether the gap's p-value, adjusted over everything tested, is under the
    ///     level
    /// @param surely whether its interval lies past the threshold
    static Verdict of(boolean past, boolean noChance, boolean surely) {
        if (!past) {
            return WITHIN;
        }
        return !noChance ? CANNOT_TELL : surely ? SURELY_PAST : PAST;
    }

    Severity severity() {
        return severity;
    }

    /// Whether the finding warns, and so marks groups and proposes remedies.
    boolean warns() {
        return this == PAST || this == SURELY_PAST;
    }
}
