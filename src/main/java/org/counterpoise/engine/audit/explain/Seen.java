package org.counterpoise.engine.audit.explain;

import org.counterpoise.engine.data.CellText;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Which values of a column a model has learnt from.
///
/// @param low the lowest number; NaN for categories, and if none is known
/// @param high the highest number; NaN for categories, and if none is known
/// @param levels of categories
/// @param missing whether there were missing values
record Seen(ColumnInfo info, double low, double high, Set<String> levels, boolean missing) {

    /// @param data the rows that were learnt from
    static Seen of(Dataset data, ColumnInfo info) {
        Column column = data.column(info.name());
        boolean missing = IntStream.range(0, data.rows()).anyMatch(column::missing);
        return switch (column) {
            case Column.Numbers numbers -> {
                var known =
                        Arrays.stream(numbers.values())
                                .filter(Double::isFinite)
                                .summaryStatistics();
                boolean any = known.getCount() > 0;
                yield new Seen(
                        info,
                        any ? known.getMin() : Double.NaN,
                        any ? known.getMax() : Double.NaN,
                        Set.of(),
                        missing);
            }
            case Column.Codes codes -> {
                long[] counts = codes.counts();
                Set<String> levels =
                        IntStream.range(0, counts.length)
                                .filter(level -> counts[level] > 0)
                                .mapToObj(codes.levels()::get)
                                .collect(Collectors.toUnmodifiableSet());
                yield new Seen(info, Double.NaN, Double.NaN, levels, missing);
            }
            case Column.Texts _ -> new Seen(info, Double.NaN, Double.NaN, Set.of(), missing);
        };
    }

    /// What to know if a value was not among those; empty if it was.
    ///
    /// @param value as [OneRow] reads it
    /// @param number the same, for numbers; NaN where missing
    Optional<String> caution(String value, double number) {
        if (value.isEmpty()) {
            return missing
                    ? Optional.empty()
                    : Optional.of("The model has learnt from no row in which it is missing.");
        } else if (info.type().numeric()) {
            return number < low || number > high
                    ? Optional.of(
                            "The model has learnt from "
                                    + CellText.of(low, info.type())
                                    + " to "
                                    + CellText.of(high, info.type())
                                    + " only.")
                    : Optional.empty();
        }
        return levels.contains(value)
                ? Optional.empty()
                : Optional.of("The model has learnt from no row with this level.");
    }
}
