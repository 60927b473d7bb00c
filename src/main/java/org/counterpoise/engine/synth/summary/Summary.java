package org.counterpoise.engine.synth.summary;

import org.counterpoise.engine.data.Role;

import java.util.List;

/// What is known of a population without any record of it.
///
/// @param columns at least one, with distinct names
/// @param correlations of pairs; pairs that are not named are uncorrelated
record Summary(List<Described> columns, List<Correlated> correlations) {

    /// One column.
    sealed interface Described {
        String name();

        Role role();

        /// Share of rows without a value, 0 to 1.
        double missing();
    }

    /// A column of numbers.
    ///
    /// @param marginal what its values follow from
    /// @param decimals values have so many
    record Quantity(String name, Role role, double missing, Marginal marginal, int decimals)
            implements Described {}

    /// A column of levels.
    ///
    /// @param shares of the rows that have a value, by level; their sum is 1
    record Factor(String name, Role role, double missing, List<String> levels, double[] shares)
            implements Described {}

    /// A correlation of two columns; the levels of a column count 0, 1, … in their order.
    ///
    /// @param first position of the column
    /// @param line where it was read, for messages
    record Correlated(int first, int second, double value, int line) {}
}
