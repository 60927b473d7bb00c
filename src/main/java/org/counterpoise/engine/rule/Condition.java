package org.counterpoise.engine.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.ArrayList;
import java.util.List;

/// Clauses that must all be true: `sex = F and age >= 70 and diagnosis in {I20, I21}`.
///
/// @param clauses none for a condition that every row meets
public record Condition(List<Clause> clauses) {
    /// Met by every row.
    public static final Condition ANY = new Condition(List.of());

    public Condition {
        clauses = List.copyOf(clauses);
    }

    /// Reads a condition: clauses joined by `and` or commas; empty text for [#ANY]. Whether columns
    /// and values exist is only known once it meets a table; see [Rules#condition].
    ///
    /// @throws org.counterpoise.engine.UserProblem that says where it cannot be understood
    @JsonCreator
    public static Condition of(String text) {
        return text.isBlank() ? ANY : Rules.condition(text, Vocabulary.UNKNOWN);
    }

    public boolean any() {
        return clauses.isEmpty();
    }

    /// Both conditions.
    public Condition and(Condition other) {
        List<Clause> all = new ArrayList<>(clauses);
        all.addAll(other.clauses);
        return new Condition(all);
    }

    /// The columns it looks at, each once.
    public List<String> columns() {
        return clauses.stream().map(Clause::column).distinct().toList();
    }

    /// In the language of rules; reads back to an equal condition.
    @JsonValue
    public String text() {
        return RuleText.of(this);
    }

    /// In plain words: "sex is F and age is at least 70"; "anyone" without clauses.
    public String words() {
        return RuleWords.of(this);
    }

    @Override
    public String toString() {
        return text();
    }
}
