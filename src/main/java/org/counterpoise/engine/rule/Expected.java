package org.counterpoise.engine.rule;

/// What could stand at a place of a rule.
sealed interface Expected {

    /// A word or sign of the language.
    record Keyword(String text) implements Expected {}

    record AnyColumn() implements Expected {}

    /// A value of a column.
    record Value(String column) implements Expected {}

    record Number() implements Expected {}

    /// As it is said in a message.
    default String words() {
        return switch (this) {
            case Keyword keyword -> "\"" + keyword.text() + "\"";
            case AnyColumn _ -> "a column";
            case Value value -> "a value of " + value.column();
            case Number _ -> "a number";
        };
    }
}
