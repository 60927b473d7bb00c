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
    /// Up to so many possible cells are counted in a table; more are sorted.
    private static final int TABLE = 1 << 22;

    /// Up to so many distinct numbers are found without sorting all.
    private static final int FEW = 64;

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
        int[] codes = new int[data.rows()];
        int[][] cells = data.rows() == 0 ? new int[0][] : new int[][] {new int[0]};
        for (Column.Codes factor : factors) {
            cells = cross(codes, cells, factor);
        }
        int[] counts = new int[cells.length];
        for (int code : codes) {
            if (code >= 0) {
                counts[code]++;
            }
        }
        List<Group> groups = new ArrayList<>();
        for (int group = 0; group < cells.length; group++) {
            groups.add(new Group(levels(cells[group], columns, factors), counts[group]));
        }
        return new Grouping(columns, groups, codes);
    }

    /// Divides groups by one more column and numbers those that occur anew, in the same order.
    ///
    /// @param codes group per row, replaced by the new group
    /// @param cells level codes of each group so far
    /// @return level codes of each new group
    private static int[][] cross(int[] codes, int[][] cells, Column.Codes factor) {
        int levels = Math.max(1, factor.levels().size());
        long[] keys = new long[codes.length];
        for (int row = 0; row < keys.length; row++) {
            int code = factor.codes()[row];
            keys[row] = codes[row] < 0 || code < 0 ? -1 : (long) codes[row] * levels + code;
        }
        long[] present = distinct(keys, (long) cells.length * levels);
        renumber(keys, present, (long) cells.length * levels, codes);
        int[][] crossed = new int[present.length][];
        for (int group = 0; group < present.length; group++) {
            int[] cell = cells[(int) (present[group] / levels)];
            crossed[group] = Arrays.copyOf(cell, cell.length + 1);
            crossed[group][cell.length] = (int) (present[group] % levels);
        }
        return crossed;
    }

    /// The keys that occur, ascending, without -1.
    private static long[] distinct(long[] keys, long limit) {
        if (limit > TABLE) {
            return Arrays.stream(keys).filter(key -> key >= 0).sorted().distinct().toArray();
        }
        boolean[] occurs = new boolean[(int) limit];
        for (long key : keys) {
            if (key >= 0) {
                occurs[(int) key] = true;
            }
        }
        return IntStream.range(0, occurs.length)
                .filter(key -> occurs[key])
                .asLongStream()
                .toArray();
    }

    private static void renumber(long[] keys, long[] present, long limit, int[] codes) {
        int[] positions = new int[limit > TABLE ? 0 : (int) limit];
        for (int i = 0; i < present.length && positions.length > 0; i++) {
            positions[(int) present[i]] = i;
        }
        for (int row = 0; row < keys.length; row++) {
            if (keys[row] < 0) {
                codes[row] = -1;
            } else {
                codes[row] =
                        positions.length > 0
                                ? positions[(int) keys[row]]
                                : Arrays.binarySearch(present, keys[row]);
            }
        }
    }

    private static Map<String, String> levels(
            int[] cell, List<String> columns, List<Column.Codes> factors) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < cell.length; i++) {
            map.put(columns.get(i), factors.get(i).levels().get(cell[i]));
        }
        return map;
    }

    /// A column as levels, with its binning applied if it has one.
    public static Column.Codes bands(Dataset data, String columnName) {
        ColumnInfo info = data.schema().column(columnName);
        if (info.binning().isPresent()
                && data.column(columnName) instanceof Column.Numbers numbers) {
            Binning binning = info.binning().get();
            return new Column.Codes(
                    binning.bands(numbers.values()),
                    binning.labels(info.type() == ColumnType.INTEGER));
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
        double[] distinct = distinct(numbers.values());
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

    /// The distinct values without NaN, ascending. A few are kept in order as they come; if there
    /// are more, all are sorted.
    private static double[] distinct(double[] values) {
        double[] few = new double[FEW];
        int count = 0;
        for (double value : values) {
            // Adding 0 makes -0.0 and 0.0 one value.
            double v = value + 0.0;
            int at = Double.isNaN(v) ? 0 : Arrays.binarySearch(few, 0, count, v);
            if (at < 0) {
                if (count == FEW) {
                    return distinctSorted(values);
                }
                int place = -at - 1;
                System.arraycopy(few, place, few, place + 1, count - place);
                few[place] = v;
                count++;
            }
        }
        return Arrays.copyOf(few, count);
    }

    private static double[] distinctSorted(double[] values) {
        double[] sorted = new double[values.length];
        int present = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                sorted[present++] = value + 0.0;
            }
        }
        Arrays.sort(sorted, 0, present);
        int count = 0;
        for (int i = 0; i < present; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[count++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, count);
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
