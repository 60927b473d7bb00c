package org.counterpoise.engine.validate.fairness;

import org.counterpoise.engine.data.Benchmark;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.stats.Proportion;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// The groups of one attribute, or of attributes crossed, in the source and the synthetic table.
///
/// @param columns the attributes
/// @param keys name of each group, "sex=F"
/// @param levels of each group, in the order of the columns
/// @param source group of each training row, -1 for none
/// @param synthetic group of each synthetic row, -1 for none
/// @param targets share of each group in the target population; empty without one
record SourceGroups(
        List<String> columns,
        List<String> keys,
        List<List<String>> levels,
        int[] source,
        int[] synthetic,
        double[] targets) {

    static SourceGroups of(
            Dataset training, Dataset synthetic, List<String> columns, Optional<Benchmark> target) {
        Grouping first = Grouping.of(training, columns);
        Grouping second = Grouping.of(synthetic, columns);
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (Grouping grouping : List.of(first, second)) {
            for (Grouping.Group group : grouping.groups()) {
                groups.putIfAbsent(group.key(), List.copyOf(group.cell().values()));
            }
        }
        List<String> keys = List.copyOf(groups.keySet());
        List<List<String>> levels = List.copyOf(groups.values());
        double[] targets =
                target.flatMap(benchmark -> benchmark.marginal(columns))
                        .map(
                                shares ->
                                        levels.stream()
                                                .mapToDouble(
                                                        level -> shares.getOrDefault(level, 0.0))
                                                .toArray())
                        .orElse(new double[0]);
        return new SourceGroups(
                columns, keys, levels, codes(first, keys), codes(second, keys), targets);
    }

    private static int[] codes(Grouping grouping, List<String> keys) {
        int[] position =
                grouping.groups().stream().mapToInt(group -> keys.indexOf(group.key())).toArray();
        return Arrays.stream(grouping.codes())
                .map(code -> code < 0 ? -1 : position[code])
                .toArray();
    }

    int size() {
        return keys.size();
    }

    /// The name of the attribute or crossing, "sex" or "sex,race".
    String name() {
        return String.join(",", columns);
    }

    Proportion sourceShare(int group) {
        return share(source, group);
    }

    Proportion syntheticShare(int group) {
        return share(synthetic, group);
    }

    private static Proportion share(int[] codes, int group) {
        return new Proportion(
                count(codes, group), Arrays.stream(codes).filter(c -> c >= 0).count());
    }

    static long count(int[] codes, int group) {
        return Arrays.stream(codes).filter(code -> code == group).count();
    }

    /// NaN without a target population.
    double target(int group) {
        return targets.length == 0 ? Double.NaN : targets[group];
    }

    /// The group with most training rows; the first of several.
    int largest() {
        int best = 0;
        for (int group = 1; group < size(); group++) {
            best = count(source, group) > count(source, best) ? group : best;
        }
        return best;
    }

    /// Half the sum of absolute differences of shares to the target (total variation); NaN without
    /// one.
    double distanceToTarget(boolean ofSynthetic) {
        return targets.length == 0
                ? Double.NaN
                : IntStream.range(0, size())
                                .mapToDouble(
                                        g ->
                                                Math.abs(
                                                        (ofSynthetic
                                                                                ? syntheticShare(g)
                                                                                : sourceShare(g))
                                                                        .value()
                                                                - targets[g]))
                                .sum()
                        / 2;
    }
}
