package org.counterpoise.engine.rule;

import java.util.List;

/// Something that is true of a row or not, or unknown where the value is missing.
///
/// Values are kept as they were typed and read by the type of their column: numbers, dates as
/// `2020-12-31`, levels as they stand.
public sealed interface Clause {
    String column();

    /// `sex = F`, `race in {A, B}`, `race not in {A, B}`. In a numeric column, values are numbers
    /// or labels of its bands.
    ///
    /// @param negated whether the value must be none of these
    record In(String column, List<String> values, boolean negated) implements Clause {
        public In {
            values = List.copyOf(values);
        }
    }

    /// `age >= 70`.
    record Limit(String column, Comparison comparison, String value) implements Clause {}

    /// `age between 18 and 90`, both ends included.
    record Between(String column, String low, String high) implements Clause {}

    /// `cause is missing`, `cause is not missing`. Never unknown.
    record Missing(String column, boolean negated) implements Clause {}
}
