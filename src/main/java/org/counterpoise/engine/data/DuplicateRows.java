package org.counterpoise.engine.data;

import org.counterpoise.engine.Progress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Rows that are equal to an earlier one in every column.
///
/// @param pairs each repeating row with the first that it equals, by row
public record DuplicateRows(List<Pair> pairs) {

    /// @param row counted from 0
    /// @param first the earlier row it equals, counted from 0
    public record Pair(int row, int first) {}

    public DuplicateRows {
        pairs = List.copyOf(pairs);
    }

    /// Finds them. Missing cells equal each other.
    public static DuplicateRows of(Dataset data, Progress progress) {
        int[] keys = new int[data.rows()];
        for (int i = 0; i < data.schema().size(); i++) {
            progress.report((double) i / data.schema().size(), "Looking for duplicate rows");
            progress.check();
            Column column = data.column(i);
            for (int row = 0; row < keys.length; row++) {
                keys[row] = 31 * keys[row] + mixed(hash(column, row));
            }
        }
        Map<Integer, List<Integer>> firsts = new HashMap<>();
        List<Pair> pairs = new ArrayList<>();
        int columns = data.schema().size();
        for (int row = 0; row < keys.length && columns > 0; row++) {
            List<Integer> candidates = firsts.computeIfAbsent(keys[row], _ -> new ArrayList<>(1));
            int same = equal(data, candidates, row);
            if (same < 0) {
                candidates.add(row);
            } else {
                pairs.add(new Pair(row, same));
            }
        }
        return new DuplicateRows(pairs);
    }

    private static int equal(Dataset data, List<Integer> candidates, int row) {
        return candidates.stream()
                .filter(
                        other ->
                                IntStream.range(0, data.schema().size())
                                        .allMatch(i -> equal(data.column(i), row, other)))
                .findFirst()
                .orElse(-1);
    }

    private static boolean equal(Column column, int a, int b) {
        return switch (column) {
            case Column.Numbers numbers ->
                    numbers.values()[a] == numbers.values()[b]
                            || numbers.missing(a) && numbers.missing(b);
            case Column.Codes codes -> codes.codes()[a] == codes.codes()[b];
            case Column.Texts texts ->
                    java.util.Objects.equals(texts.values()[a], texts.values()[b]);
        };
    }

    private static int hash(Column column, int row) {
        return switch (column) {
            case Column.Numbers numbers -> Double.hashCode(numbers.values()[row] + 0.0);
            case Column.Codes codes -> codes.codes()[row];
            case Column.Texts texts -> java.util.Objects.hashCode(texts.values()[row]);
        };
    }

    /// Spreads small codes over all bits.
    private static int mixed(int hash) {
        int h = hash * 0x9E3779B9;
        return h ^ h >>> 15;
    }
}
