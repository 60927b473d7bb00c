package org.counterpoise.engine.data;

import org.counterpoise.engine.UserProblem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Target populations that come from a file: one row per group, or one row per person.
public final class BenchmarkFiles {
    private BenchmarkFiles() {}

    /// The shares of the groups in a table that was read.
    ///
    /// @param levels holds the level columns and the counts; rows of the same group are added up,
    ///     rows with a missing level do not count
    /// @param columns the level columns, one or several crossed
    /// @param countColumn counts or shares of any scale, not negative; empty to count rows
    /// @return shares that sum to 1
    /// @throws UserProblem if a column is not there, a count is negative or missing, or all are 0
    public static Benchmark.Table table(Dataset levels, List<String> columns, String countColumn) {
        Grouping grouping = Grouping.of(levels, columns);
        double[] counts = countColumn.isEmpty() ? new double[0] : levels.numbers(countColumn);
        double[] sums = new double[grouping.groups().size()];
        double total = 0;
        for (int row = 0; row < levels.rows(); row++) {
            int group = grouping.codes()[row];
            if (group >= 0) {
                double count =
                        counts.length == 0 ? 1 : count(counts[row], levels, row, countColumn);
                sums[group] += count;
                total += count;
            }
        }
        if (!(total > 0 && Double.isFinite(total))) {
            throw new UserProblem(
                    "The benchmark's counts add up to " + CellText.number(total) + ".",
                    levels.name(),
                    "Choose the column that holds the counts or shares.");
        }
        Map<List<String>, Double> shares = new LinkedHashMap<>();
        for (int group = 0; group < sums.length; group++) {
            shares.put(
                    List.copyOf(grouping.groups().get(group).cell().values()), sums[group] / total);
        }
        return new Benchmark.Table(columns, shares);
    }

    private static double count(double count, Dataset levels, int row, String countColumn) {
        if (count >= 0) {
            return count;
        }
        throw new UserProblem(
                Double.isNaN(count)
                        ? "A count is missing."
                        : "A count is negative: " + CellText.number(count) + ".",
                levels.name() + ", row " + (row + 1) + ", column \"" + countColumn + "\"",
                "Correct the benchmark file.");
    }
}
