package org.counterpoise.engine.rule;

import org.counterpoise.engine.UserProblem;

import java.util.Optional;

/// What came of reading a rule: exactly one of the two is there.
///
/// @param rule the rule that was read
/// @param mistake why the text is not a rule
public record Reading(Optional<Constraint> rule, Optional<Mistake> mistake) {

    /// Where a text is not a rule, and why.
    ///
    /// @param from position in the text of the first character that does not fit
    /// @param to position after the last; equal to `from` where something is missing at the end
    /// @param what one sentence
    /// @param expected what could stand there, one sentence
    public record Mistake(int from, int to, String what, String expected) {

        /// The mistake as a problem for whoever wrote the text.
        public UserProblem problem(String text) {
            return new UserProblem(
                    what, "rule \"" + text + "\", character " + (from + 1), expected);
        }
    }

    static Reading of(Constraint rule) {
        return new Reading(Optional.of(rule), Optional.empty());
    }

    static Reading of(Mistake mistake) {
        return new Reading(Optional.empty(), Optional.of(mistake));
    }
}
