package org.counterpoise.engine.audit.representation;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.audit.Strata;
import org.counterpoise.engine.data.Benchmark;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.stats.ChiSquare;
import org.counterpoise.engine.stats.Distances;
import org.counterpoise.engine.stats.Proportion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// The groups of one attribute or crossing: how many there are, and how many there should be.
///
/// A group is small if fewer than the settings' smallest group are in it and no more are expected.
/// The small cells of a crossing are put together as its last group.
///
/// @param columns the attribute, or the attributes crossed
/// @param groups those that stand by themselves: of the data, then those that only the target
///     population has
/// @param small cells put together
/// @param counts rows per group; with cells put together, one more than `groups`
/// @param targets share in the target population per group, empty without a benchmark
/// @param n rows in any group
/// @param smallest rows, here or expected, of a group that is judged on its own
record Shares(
        List<String> columns,
        List<Grouping.Group> groups,
        List<Grouping.Group> small,
        long[] counts,
        double[] targets,
        long n,
        int smallest) {
    private static final int FEWEST_EXPECTED = 5;

    /// @throws UserProblem if the benchmark has these columns but none of the data's groups
    static Shares of(Grouping grouping, Optional<Benchmark> benchmark, int smallest) {
        List<Grouping.Group> groups = new ArrayList<>(grouping.groups());
        Optional<Map<List<String>, Double>> table =
                benchmark.flatMap(b -> b.marginal(grouping.columns()));
        table.ifPresent(shares -> addAbsent(grouping, shares, groups));
        long n = groups.stream().mapToLong(Grouping.Group::count).sum();
        double[] targets =
                table.map(
                                shares ->
                                        groups.stream()
                                                .mapToDouble(
                                                        g -> shares.getOrDefault(levels(g), 0.0))
                                                .toArray())
                        .orElse(new double[0]);
        Shares each =
                new Shares(
                        grouping.columns(),
                        groups,
                        List.of(),
                        groups.stream().mapToLong(Grouping.Group::count).toArray(),
                        targets,
                        n,
                        smallest);
        return grouping.columns().size() > 1 ? each.merged() : each;
    }

    /// With the small groups put together.
    private Shares merged() {
        List<Grouping.Group> alone = new ArrayList<>();
        List<Grouping.Group> together = new ArrayList<>();
        long[] rows = new long[size() + 1];
        double[] shares = new double[size() + 1];
        long restRows = 0;
        double restShare = 0;
        for (int g = 0; g < size(); g++) {
            if (small(g)) {
                together.add(groups.get(g));
                restRows += counts[g];
                restShare += target(g);
            } else {
                rows[alone.size()] = counts[g];
                shares[alone.size()] = target(g);
                alone.add(groups.get(g));
            }
        }
        if (together.isEmpty()) {
            return this;
        }
        int last = alone.size();
        rows[last] = restRows;
        shares[last] = restShare;
        return new Shares(
                columns,
                List.copyOf(alone),
                List.copyOf(together),
                Arrays.copyOf(rows, last + 1),
                judged() ? Arrays.copyOf(shares, last + 1) : targets,
                n,
                smallest);
    }

    private static List<String> levels(Grouping.Group group) {
        return List.copyOf(group.cell().values());
    }

    private static void addAbsent(
            Grouping grouping, Map<List<String>, Double> shares, List<Grouping.Group> groups) {
        List<List<String>> here = groups.stream().map(Shares::levels).toList();
        if (here.stream().noneMatch(levels -> shares.getOrDefault(levels, 0.0) > 0)) {
            throw new UserProblem(
                    "The target population has none of the data's groups of "
                            + String.join(" × ", grouping.columns())
                            + ".",
                    "benchmark",
                    "Name its groups as in the data: "
                            + String.join(
                                    "; ",
                                    groups.stream().limit(10).map(Grouping.Group::label).toList())
                            + ".");
        }
        shares.forEach(
                (levels, share) -> {
                    if (share > 0 && !here.contains(levels)) {
                        Map<String, String> cell = new LinkedHashMap<>();
                        for (int i = 0; i < levels.size(); i++) {
                            cell.put(grouping.columns().get(i), levels.get(i));
                        }
                        groups.add(new Grouping.Group(cell, 0));
                    }
                });
    }

    boolean judged() {
        return targets.length > 0;
    }

    int size() {
        return counts.length;
    }

    /// Whether there are too few, and no more expected, for a group to be judged on its own.
    boolean small(int group) {
        return counts[group] < smallest && !(n * target(group) >= smallest);
    }

    /// Whether this is the last group, of small cells put together.
    boolean together(int group) {
        return group == groups.size();
    }

    /// Column to level; empty for small cells put together.
    Map<String, String> cell(int group) {
        return together(group) ? Map.of() : groups.get(group).cell();
    }

    /// The levels, or what the small groups together are called.
    String label(int group) {
        return together(group) ? Strata.SMALL : groups.get(group).label();
    }

    /// The group's name in metrics.
    String key(int group) {
        return together(group) ? Strata.SMALL : String.join(",", cell(group).values());
    }

    Proportion proportion(int group) {
        return new Proportion(counts[group], n);
    }

    double share(int group) {
        return proportion(group).value();
    }

    double target(int group) {
        return judged() ? targets[group] : Double.NaN;
    }

    /// Share less target share, −1 to 1; NaN without a benchmark.
    double gap(int group) {
        return share(group) - target(group);
    }

    /// The interval of the gap; the target population is taken as known.
    Interval gapInterval(int group, double confidence) {
        Interval share = proportion(group).wilson(confidence);
        return new Interval(
                share.lower() - target(group),
                share.upper() - target(group),
                confidence,
                share.method());
    }

    /// Share over target share; NaN if there should be none.
    double ratio(int group) {
        return target(group) > 0 ? share(group) / target(group) : Double.NaN;
    }

    /// The group with the widest gap of those judged on their own, if there are any; of equally
    /// wide ones the first.
    int widest() {
        int widest = 0;
        for (int g = 1; g < size(); g++) {
            boolean wider = Math.abs(gap(g)) > Math.abs(gap(widest));
            if (small(g) == small(widest) ? wider : small(widest)) {
                widest = g;
            }
        }
        return widest;
    }

    /// The test of fit. Small groups, and those of which fewer than 5 are expected, are taken
    /// together, as Pearson's approximation asks (Cochran, Biometrics 10:417, 1954,
    /// doi:10.2307/3001616), and if they expect fewer than 5 even so, with the next smallest.
    ChiSquare chiSquare() {
        boolean[] pooled = pooled();
        long[] observed = new long[size() + 1];
        double[] shares = new double[size() + 1];
        for (int g = 0; g < size(); g++) {
            int cell = pooled[g] ? size() : g;
            observed[cell] += counts[g];
            shares[cell] += targets[g];
        }
        return ChiSquare.fit(observed, shares);
    }

    /// Groups that the test of fit takes together. A larger group that should not be there at all
    /// stays by itself.
    boolean[] pooled() {
        boolean[] pooled = new boolean[size()];
        int[] rising =
                IntStream.range(0, size())
                        .filter(g -> targets[g] > 0 || small(g))
                        .boxed()
                        .sorted((a, b) -> Double.compare(targets[a], targets[b]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double expected = 0;
        int together = 0;
        for (int g : rising) {
            boolean few = small(g) || n * targets[g] < FEWEST_EXPECTED;
            if (few || (together > 0 && expected < FEWEST_EXPECTED)) {
                pooled[g] = true;
                expected += n * targets[g];
                together++;
            }
        }
        return together > 1 ? pooled : new boolean[size()];
    }

    /// Jensen–Shannon distance to the benchmark: the square root of the divergence in bits, 0 to 1.
    double jensenShannonDistance() {
        double[] shares = new double[size()];
        for (int g = 0; g < shares.length; g++) {
            shares[g] = share(g);
        }
        return Distances.jensenShannonDistance(shares, targets);
    }
}
