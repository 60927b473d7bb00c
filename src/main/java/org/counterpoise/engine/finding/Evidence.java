package org.counterpoise.engine.finding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The table behind a finding or a figure.
///
/// @param caption one line
/// @param columns column headings, with units
/// @param rows one list per row, as long as `columns`; each cell a `String`, `Double`, `Integer`,
///     `Long` or `Boolean`. An undefined number is the text "undefined (n = 0)" or the like, never
///     0 and never NaN
/// @param cells per row the group or slice it tells of, as column to level, so that its rows of the
///     dataset can be shown; empty for a row that tells of no group, and no cells at all if no row
///     does
public record Evidence(
        String caption,
        List<String> columns,
        List<List<Object>> rows,
        List<Map<String, String>> cells) {

    public Evidence {
        columns = List.copyOf(columns);
        rows = rows.stream().<List<Object>>map(List::copyOf).toList();
        // Findings kept by an earlier version have none.
        cells =
                Optional.ofNullable(cells).orElse(List.of()).stream()
                        .map(cell -> Collections.unmodifiableMap(new LinkedHashMap<>(cell)))
                        .toList();
        if (!cells.isEmpty() && cells.size() != rows.size()) {
            throw new IllegalArgumentException(
                    cells.size() + " cells for " + rows.size() + " rows");
        }
        for (List<Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "row of " + row.size() + " cells under " + columns.size() + " columns");
            }
        }
    }

    /// A table whose rows tell of no groups.
    public Evidence(String caption, List<String> columns, List<List<Object>> rows) {
        this(caption, columns, rows, List.of());
    }

    /// The group or slice that a row tells of; empty if it tells of none.
    public Map<String, String> cell(int row) {
        return cells.isEmpty() ? Map.of() : cells.get(row);
    }

    public static Evidence none() {
        return new Evidence("", List.of(), List.of());
    }

    /// A cell for a number that may be undefined.
    public static Object cell(double value, long n) {
        return Double.isNaN(value) ? "undefined (n = " + n + ")" : (Object) value;
    }
}
