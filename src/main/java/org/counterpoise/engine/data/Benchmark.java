package org.counterpoise.engine.data;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// A target population: the share each group should have.
///
/// @param source where the shares come from, for people, e.g. "survey weights WTMEC2YR"
/// @param tables one table per column or crossing of columns
public record Benchmark(String source, List<Table> tables) {

    /// Shares of one column or crossing.
    ///
    /// @param columns what is crossed
    /// @param shares share (0 to 1, summing to 1) by levels in the order of `columns`
    public record Table(List<String> columns, Map<List<String>, Double> shares) {
        public Table {
            columns = List.copyOf(columns);
            shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
        }
    }

    public Benchmark {
        tables = List.copyOf(tables);
    }

    /// The share of a group, if these columns are in the benchmark. A level that the benchmark's
    /// table lacks has share 0.
    public OptionalDouble share(List<String> columns, List<String> levels) {
        for (Table table : tables) {
            if (table.columns().equals(columns)) {
                return OptionalDouble.of(table.shares().getOrDefault(levels, 0.0));
            }
        }
        return OptionalDouble.empty();
    }

    /// Whether there is a table of exactly these columns.
    public boolean covers(List<String> columns) {
        return tables.stream().anyMatch(table -> table.columns().equals(columns));
    }

    /// The shares of a crossing, in whatever order a table has the columns, summed over the columns
    /// not asked for.
    ///
    /// @return share by levels in the order of `columns`; empty without a table of all of them
    public Optional<Map<List<String>, Double>> marginal(List<String> columns) {
        return tables.stream()
                .filter(table -> table.columns().containsAll(columns))
                .min(Comparator.comparingInt(table -> table.columns().size()))
                .map(table -> sums(table, columns));
    }

    private static Map<List<String>, Double> sums(Table table, List<String> columns) {
        int[] positions = columns.stream().mapToInt(table.columns()::indexOf).toArray();
        Map<List<String>, Double> sums = new LinkedHashMap<>();
        table.shares()
                .forEach(
                        (levels, share) ->
                                sums.merge(
                                        Arrays.stream(positions).mapToObj(levels::get).toList(),
                                        share,
                                        Double::sum));
        return sums;
    }

    /// Weighted shares within a dataset: the population a survey weight stands for.
    ///
    /// @param columns one column or a crossing; rows with a missing level or weight do not count
    /// @param weightColumn non-negative weights
    public static Table weighted(Dataset data, List<String> columns, String weightColumn) {
        Grouping grouping = Grouping.of(data, columns);
        double[] weights = data.numbers(weightColumn);
        double[] sums = new double[grouping.groups().size()];
        double total = 0;
        for (int row = 0; row < weights.length; row++) {
            int group = grouping.codes()[row];
            if (group >= 0 && weights[row] > 0) {
                sums[group] += weights[row];
                total += weights[row];
            }
        }
        Map<List<String>, Double> shares = new LinkedHashMap<>();
        for (int i = 0; i < sums.length; i++) {
            List<String> levels = List.copyOf(grouping.groups().get(i).cell().values());
            shares.put(levels, total > 0 ? sums[i] / total : 0);
        }
        return new Table(columns, shares);
    }
}
