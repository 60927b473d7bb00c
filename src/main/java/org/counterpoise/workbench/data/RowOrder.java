package org.counterpoise.workbench.data;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.Dataset;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/// Which rows of a dataset a table shows, and in which order, as positions: the dataset itself is
/// never moved.
final class RowOrder {
    private static final int CHECK_EVERY = 1 << 14;

    /// How two rows compare.
    @FunctionalInterface
    private interface Comparison {
        int compare(int rowA, int rowB);
    }

    /// One column to sort by.
    record Key(String column, boolean ascending) {}

    private RowOrder() {}

    /// The positions of the rows that pass every filter, sorted by the first key, ties by the
    /// second, and so on; rows that tie in all keep the dataset's order. Missing cells come last,
    /// whatever the direction.
    static int[] of(Dataset data, List<RowFilter> filters, List<Key> keys, Progress progress) {
        int[] rows = filtered(data, filters, progress.part(0, 0.3));
        if (!keys.isEmpty()) {
            Comparison comparison = comparison(data, keys);
            sort(rows, new int[rows.length], 0, rows.length, comparison, progress);
        }
        return rows;
    }

    private static int[] filtered(Dataset data, List<RowFilter> filters, Progress progress) {
        List<IntPredicate> tests = filters.stream().map(filter -> filter.over(data)).toList();
        int[] rows = new int[data.rows()];
        int kept = 0;
        for (int row = 0; row < rows.length; row++) {
            if (row % CHECK_EVERY == 0) {
                progress.check();
            }
            if (passes(tests, row)) {
                rows[kept++] = row;
            }
        }
        return Arrays.copyOf(rows, kept);
    }

    private static boolean passes(List<IntPredicate> tests, int row) {
        for (IntPredicate test : tests) {
            if (!test.test(row)) {
                return false;
            }
        }
        return true;
    }

    private static Comparison comparison(Dataset data, List<Key> keys) {
        Comparison[] all =
                keys.stream().map(key -> comparison(data, key)).toArray(Comparison[]::new);
        return (a, b) -> {
            for (Comparison one : all) {
                int order = one.compare(a, b);
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
    }

    private static Comparison comparison(Dataset data, Key key) {
        Column column = data.column(key.column());
        int sign = key.ascending() ? 1 : -1;
        Comparison present =
                switch (column) {
                    case Column.Numbers numbers ->
                            (a, b) -> Double.compare(numbers.values()[a], numbers.values()[b]);
                    case Column.Codes codes -> {
                        int[] ranks = ranks(codes.levels());
                        yield (a, b) ->
                                Integer.compare(ranks[codes.codes()[a]], ranks[codes.codes()[b]]);
                    }
                    case Column.Texts texts -> (a, b) -> text(texts, a).compareTo(text(texts, b));
                };
        return (a, b) -> {
            boolean missingA = column.missing(a);
            boolean missingB = column.missing(b);
            return missingA || missingB
                    ? Boolean.compare(missingA, missingB)
                    : sign * present.compare(a, b);
        };
    }

    private static String text(Column.Texts texts, int row) {
        String value = texts.values()[row];
        return value == null ? "" : value;
    }

    /// The place of each level in alphabetical order.
    private static int[] ranks(List<String> levels) {
        List<String> sorted = levels.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList();
        return levels.stream().mapToInt(sorted::indexOf).toArray();
    }

    /// Merge sort: stable, and on plain ints.
    private static void sort(
            int[] rows, int[] spare, int from, int to, Comparison comparison, Progress progress) {
        if (to - from < 2) {
            return;
        }
        if (to - from > CHECK_EVERY) {
            progress.check();
        }
        int middle = (from + to) >>> 1;
        sort(rows, spare, from, middle, comparison, progress);
        sort(rows, spare, middle, to, comparison, progress);
        if (comparison.compare(rows[middle - 1], rows[middle]) <= 0) {
            return;
        }
        System.arraycopy(rows, from, spare, from, middle - from);
        int left = from;
        int right = middle;
        for (int next = from; left < middle; next++) {
            boolean takeRight = right < to && comparison.compare(spare[left], rows[right]) > 0;
            rows[next] = takeRight ? rows[right++] : spare[left++];
        }
    }
}
