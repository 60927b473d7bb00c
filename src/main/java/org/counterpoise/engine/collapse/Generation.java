package org.counterpoise.engine.collapse;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// One generation and what it has kept.
///
/// @param number 0 for the real rows
/// @param learnedFrom rows it was learned from; 0 for the real rows
/// @param tailShare share of numbers beyond the 1st and 99th percentile of the real rows, 0 to 1;
///     NaN without columns of numbers
/// @param kept of each quantity, 1 for all; what cannot be told is absent
/// @param columns column by column
public record Generation(
        int number,
        int learnedFrom,
        double tailShare,
        Map<Quantity, Double> kept,
        List<ColumnKept> columns) {

    /// What one column has kept.
    ///
    /// @param variance ratio of variances; NaN for categories
    /// @param tailShare share beyond the percentiles of the real rows; NaN for categories
    /// @param levels levels that occur; 0 for numbers
    /// @param realLevels levels that occur in the real rows; 0 for numbers
    /// @param diversity ratio of the effective numbers of levels; NaN for numbers
    public record ColumnKept(
            String column,
            double variance,
            double tailShare,
            int levels,
            int realLevels,
            double diversity) {}

    public Generation {
        kept =
                kept.isEmpty()
                        ? Map.of()
                        : Collections.unmodifiableMap(new EnumMap<Quantity, Double>(kept));
        columns = List.copyOf(columns);
    }

    /// What is kept of a quantity; NaN if that cannot be told.
    public double kept(Quantity quantity) {
        return kept.getOrDefault(quantity, Double.NaN);
    }
}
