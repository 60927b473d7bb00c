package org.counterpoise.engine.rule;

/// How a rule could go on at the caret.
///
/// @param kind what is proposed
/// @param text what to show
/// @param insert what to put in place of the characters `from` to `to`, quoted where need be
public record Proposal(Kind kind, String text, String insert, int from, int to) {
    /// What is proposed.
    public enum Kind {
        COLUMN,
        VALUE,
        WORD
    }
}
