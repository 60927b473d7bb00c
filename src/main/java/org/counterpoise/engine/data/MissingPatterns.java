package org.counterpoise.engine.data;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Which columns are missing together.
///
/// @param rows of the dataset
/// @param patterns distinct sets of missing columns, the most frequent first
public record MissingPatterns(int rows, List<Pattern> patterns) {
    private static final long SEED = 1;

    /// @param columns missing together in these rows, in the order of the schema; empty for
    ///     complete rows
    public record Pattern(List<String> columns, int count) {}

    public MissingPatterns {
        patterns = List.copyOf(patterns);
    }

    /// Counts the patterns of a dataset.
    public static MissingPatterns of(Dataset data, Progress progress) {
        long[] keys = new long[data.rows()];
        for (int i = 0; i < data.schema().size(); i++) {
            progress.report((double) i / data.schema().size(), "Looking for gaps");
            progress.check();
            // A random word per column: the sum over the missing ones names the pattern.
            long word = Streams.of(SEED, i).nextLong();
            Column column = data.column(i);
            for (int row = 0; row < keys.length; row++) {
                keys[row] += column.missing(row) ? word : 0;
            }
        }
        Map<Long, int[]> firstAndCount = new LinkedHashMap<>();
        for (int row = 0; row < keys.length; row++) {
            int first = row;
            firstAndCount.computeIfAbsent(keys[row], _ -> new int[] {first, 0})[1]++;
        }
        return new MissingPatterns(
                data.rows(),
                firstAndCount.values().stream()
                        .map(pattern -> new Pattern(missing(data, pattern[0]), pattern[1]))
                        .sorted(Comparator.comparingInt(pattern -> -pattern.count()))
                        .toList());
    }

    private static List<String> missing(Dataset data, int row) {
        return IntStream.range(0, data.schema().size())
                .filter(i -> data.column(i).missing(row))
                .mapToObj(i -> data.schema().columns().get(i).name())
                .toList();
    }

    /// The share of rows with nothing missing; 0 for a dataset without rows.
    public double complete() {
        int complete =
                patterns.stream()
                        .filter(pattern -> pattern.columns().isEmpty())
                        .mapToInt(Pattern::count)
                        .sum();
        return rows == 0 ? 0 : (double) complete / rows;
    }
}
