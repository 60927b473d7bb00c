package org.counterpoise.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The rows of a dataset sorted into groups by one column or by the crossing of several.
///
/// Numeric columns are cut by their [Binning], or by their distinct values if they have none.
/// Rows in which any of the columns is missing belong to no group.
///
/// @param columns the columns crossed
/// @param groups the groups that occur, ordered by the levels of the first column, then the second…
/// @param codes index into `groups` per row, -1 where a column is missing
public record Grouping(List<String> columns, List<Group> groups, int[] codes) {

    /// One group.
    ///
    /// @param cell column to level, in the order of the columns
    /// @param count its rows
    public record Group(Map<String, String> cell, int count) {

        /// "F" for one column, "F, 70–79" for a crossing.
        public String label() {
            return String.join(", ", cell.values());
        }

        /// "sex=F" or "sex=F,age=70–79": the name used in metrics and on the command line.
        public String key() {
            return cell.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .collect(Collectors.joining(","));
        }
    }

    public Grouping {
        columns = List.copyOf(columns);
        groups = List.copyOf(groups);
    }

    /// The crossing of these columns; with no columns, everyone is in one group.
    public static Grouping of(Dataset data, List<String> columns) {
        List<Column.Codes> factors = columns.stream().map(name -> bands(data, name)).toList();
        long cells = 1;
        for (Column.Codes factor : factors) {
            cells = Math.multiplyExact(cells, Math.max(1, factor.levels().size()));
        }
        long[] cellOfRow = new long[data.rows()];
        for (Column.Codes factor : factors) {
            int[] codes = factor.codes();
            int levels = factor.levels().size();
            for (int row = 0; row < cellOfRow.length; row++) {
                cellOfRow[row] =
                        cellOfRow[row] < 0 || codes[row] < 0
                                ? -1
                                : cellOfRow[row] * levels + codes[row];
            }
        }
        return ofCells(columns, factors, cellOfRow);
    }

    private static Grouping ofCells(
            List<String> columns, List<Column.Codes> factors, long[] cellOfRow) {
        Map<Long, Integer> counts = new HashMap<>();
        for (long cell : cellOfRow) {
            if (cell >= 0) {
                counts.merge(cell, 1, Integer::sum);
            }
        }
        List<Long> present = counts.keySet().stream().sorted().toList();
        Map<Long, Integer> positions = new HashMap<>();
        List<Group> groups = new ArrayList<>();
        for (Long cell : present) {
            positions.put(cell, groups.size());
            groups.add(new Group(levelsOf(cell, columns, factors), counts.getOrDefault(cell, 0)));
        }
        int[] codes = new int[cellOfRow.length];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = cellOfRow[row] < 0 ? -1 : positions.getOrDefault(cellOfRow[row], -1);
        }
        return new Grouping(columns, groups, codes);
    }

    private static Map<String, String> levelsOf(
            long cell, List<String> columns, List<Column.Codes> factors) {
        String[] levels = new String[columns.size()];
        long rest = cell;
        for (int i = columns.size() - 1; i >= 0; i--) {
            List<String> names = factors.get(i).levels();
            levels[i] = names.get((int) (rest % names.size()));
            rest /= names.size();
        }
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < levels.length; i++) {
            map.put(columns.get(i), levels[i]);
        }
        return map;
    }

    /// A column as levels, with its binning applied if it has one.
    public static Column.Codes bands(Dataset data, String columnName) {
        ColumnInfo info = data.schema().column(columnName);
        if (info.binning().isPresent()
                && data.column(columnName) instanceof Column.Numbers numbers) {
            Binning binning = info.binning().get();
            int[] codes = new int[numbers.size()];
            for (int row = 0; row < codes.length; row++) {
                codes[row] = binning.band(numbers.values()[row]);
            }
            return new Column.Codes(codes, binning.labels(info.type() == ColumnType.INTEGER));
        }
        return factor(data, columnName);
    }

    /// A column as levels by its distinct values, numbers ascending, texts in alphabetical order.
    static Column.Codes factor(Dataset data, String columnName) {
        return switch (data.column(columnName)) {
            case Column.Codes codes -> codes;
            case Column.Numbers numbers -> factor(numbers, data.schema().column(columnName).type());
            case Column.Texts texts -> factor(texts);
        };
    }

    private static Column.Codes factor(Column.Numbers numbers, ColumnType type) {
        double[] distinct =
                Arrays.stream(numbers.values())
                        .filter(value -> !Double.isNaN(value))
                        .map(value -> value + 0.0)
                        .sorted()
                        .distinct()
                        .toArray();
        int[] codes = new int[numbers.size()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] =
                    numbers.missing(row)
                            ? -1
                            : Arrays.binarySearch(distinct, numbers.values()[row] + 0.0);
        }
        return new Column.Codes(
                codes, Arrays.stream(distinct).mapToObj(v -> CellText.of(v, type)).toList());
    }

    private static Column.Codes factor(Column.Texts texts) {
        List<String> levels =
                Arrays.stream(texts.values())
                        .filter(java.util.Objects::nonNull)
                        .sorted()
                        .distinct()
                        .toList();
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < levels.size(); i++) {
            positions.put(levels.get(i), i);
        }
        int[] codes =
                Arrays.stream(texts.values())
                        .mapToInt(value -> value == null ? -1 : positions.getOrDefault(value, -1))
                        .toArray();
        return new Column.Codes(codes, levels);
    }

    /// The rows of one group, ascending.
    public int[] rows(int group) {
        return IntStream.range(0, codes.length).filter(row -> codes[row] == group).toArray();
    }

    /// The position of the largest group; the first of several.
    public int largest() {
        int best = 0;
        for (int i = 1; i < groups.size(); i++) {
            if (groups.get(i).count() > groups.get(best).count()) {
                best = i;
            }
        }
        return best;
    }
}
