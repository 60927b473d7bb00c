package org.counterpoise.engine.data;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Every column of a dataset described.
///
/// @param dataset its name
/// @param columns in the order of the schema
public record Profile(String dataset, int rows, List<ColumnProfile> columns) {

    public Profile {
        columns = List.copyOf(columns);
    }

    /// Describes all columns, several at a time.
    public static Profile of(Dataset data, Progress progress) {
        return new Profile(
                data.name(),
                data.rows(),
                Parallel.map(
                        data.schema().size(),
                        progress,
                        "Describing columns",
                        index -> describe(data, index)));
    }

    /// The description of one column.
    ///
    /// @throws UserProblem if there is no such column
    public ColumnProfile column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new UserProblem(
                                        "There is no column called \"" + name + "\".",
                                        dataset,
                                        "Choose another column."));
    }

    private static ColumnProfile describe(Dataset data, int index) {
        ColumnInfo info = data.schema().columns().get(index);
        return switch (data.column(index)) {
            case Column.Numbers numbers -> NumberProfile.of(info, numbers.values());
            case Column.Codes codes -> levels(info, codes.counts(), codes.levels(), codes.size());
            case Column.Texts texts -> texts(info, texts);
        };
    }

    private static ColumnProfile levels(
            ColumnInfo info, long[] counts, List<String> levels, int rows) {
        int[] byCount =
                IntStream.range(0, counts.length)
                        .filter(level -> counts[level] > 0)
                        .boxed()
                        .sorted(Comparator.comparingLong(level -> -counts[level]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        List<ColumnProfile.LevelCount> top =
                Arrays.stream(byCount)
                        .limit(ColumnProfile.TOP)
                        .mapToObj(
                                level ->
                                        new ColumnProfile.LevelCount(
                                                levels.get(level), (int) counts[level]))
                        .toList();
        int missing = rows - (int) Arrays.stream(counts).sum();
        return new ColumnProfile(
                info.name(),
                info.type(),
                missing,
                byCount.length,
                Optional.empty(),
                top,
                Optional.empty());
    }

    private static ColumnProfile texts(ColumnInfo info, Column.Texts texts) {
        Map<String, Integer> counts = new HashMap<>();
        for (String value : texts.values()) {
            if (value != null) {
                counts.merge(value, 1, Integer::sum);
            }
        }
        List<String> levels = counts.keySet().stream().sorted().toList();
        long[] inOrder =
                levels.stream().mapToLong(level -> counts.getOrDefault(level, 0)).toArray();
        return levels(info, inOrder, levels, texts.size());
    }
}
