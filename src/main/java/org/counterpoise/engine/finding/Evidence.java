package org.counterpoise.engine.finding;

import java.util.List;

/// The table behind a finding or a figure.
///
/// @param caption one line
/// @param columns column headings, with units
/// @param rows one list per row, as long as `columns`; each cell a `String`, `Double`, `Integer`,
///     `Long` or `Boolean`. An undefined number is the text "undefined (n = 0)" or the like, never
///     0 and never NaN
public record Evidence(String caption, List<String> columns, List<List<Object>> rows) {

    public Evidence {
        columns = List.copyOf(columns);
        rows = rows.stream().<List<Object>>map(List::copyOf).toList();
        for (List<Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "row of " + row.size() + " cells under " + columns.size() + " columns");
            }
        }
    }

    public static Evidence none() {
        return new Evidence("", List.of(), List.of());
    }

    /// A cell for a number that may be undefined.
    public static Object cell(double value, long n) {
        return Double.isNaN(value) ? "undefined (n = " + n + ")" : (Object) value;
    }
}
