package org.counterpoise.session;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.DataReader;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.data.ReadOptions;
import org.counterpoise.engine.data.ReadOptions.ColumnOptions;
import org.counterpoise.engine.data.Role;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Works out how a file tells of a target population: by a row per group with its count, such as an
/// extract of a census, or by a row per person, such as another dataset.
public final class PopulationFile {
    /// Names that say what the numbers are, whatever else the file holds.
    private static final Set<String> COUNT_NAMES =
            Set.of(
                    "count",
                    "n",
                    "pop",
                    "population",
                    "share",
                    "weight",
                    "freq",
                    "frequency",
                    "percent");

    private PopulationFile() {}

    /// The columns that the file shares with the data are its groups, the protected ones if any is.
    /// A number with a telling name is their count; else the one number of a file in which every
    /// group has one row. In any other file rows are people and count once each.
    ///
    /// @throws UserProblem if the file has no column of the data, or several numbers could be the
    ///     count
    public static BenchmarkSource.File source(
            Dataset data, Path file, String sha256, ReadOptions options, Progress progress) {
        List<String> groups =
                options.columns().stream()
                        .map(ColumnOptions::name)
                        .filter(data.schema()::has)
                        .toList();
        if (groups.isEmpty()) {
            throw new UserProblem(
                    "None of its columns is a column of \"" + data.name() + "\".",
                    file.toString(),
                    "Name its columns like those of the data, such as sex and age, and add one of"
                            + " counts or shares.");
        }
        List<String> described =
                groups.stream()
                        .filter(name -> data.schema().column(name).role() == Role.PROTECTED)
                        .toList();
        List<String> used = described.isEmpty() ? groups : described;
        return new BenchmarkSource.File(
                file.getFileName().toString(),
                sha256,
                options,
                used,
                count(data, used, file, options, progress));
    }

    private static String count(
            Dataset data, List<String> groups, Path file, ReadOptions options, Progress progress) {
        List<String> numbers =
                options.columns().stream()
                        .filter(c -> c.type().numeric() && !data.schema().has(c.name()))
                        .map(ColumnOptions::name)
                        .toList();
        List<String> telling =
                numbers.stream()
                        .filter(name -> COUNT_NAMES.contains(name.toLowerCase(Locale.ROOT)))
                        .toList();
        if (!telling.isEmpty()) {
            return telling.getFirst();
        }
        if (numbers.isEmpty() || !oneRowPerGroup(groups, file, options, progress)) {
            return "";
        }
        if (numbers.size() > 1) {
            throw new UserProblem(
                    "It is not clear which column holds the counts: "
                            + String.join(" or ", numbers)
                            + ".",
                    file.toString(),
                    "Call it count or share.");
        }
        return numbers.getFirst();
    }

    private static boolean oneRowPerGroup(
            List<String> groups, Path file, ReadOptions options, Progress progress) {
        Dataset read = DataReader.read(file, options, "benchmark", progress);
        return Grouping.of(read.project(groups), groups).groups().size() == read.rows();
    }
}
