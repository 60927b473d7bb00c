package org.counterpoise.engine.audit.representation;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Benchmark;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.stats.ChiSquare;
import org.counterpoise.engine.stats.Distances;
import org.counterpoise.engine.stats.Proportion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// The groups of one attribute or crossing: how many there are, and how many there should be.
///
/// @param columns the attribute, or the attributes crossed
/// @param groups those of the data, then those that only the target population has
/// @param counts rows per group
/// @param targets share in the target population per group, empty without a benchmark
/// @param n rows in any group
record Shares(
        List<String> columns,
        List<Grouping.Group> groups,
        long[] counts,
        double[] targets,
        long n) {
    private static final int FEWEST_EXPECTED = 5;

    /// @throws UserProblem if the benchmark has these columns but none of the data's groups
    static Shares of(Grouping grouping, Optional<Benchmark> benchmark) {
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
        return new Shares(
                grouping.columns(),
                groups,
                groups.stream().mapToLong(Grouping.Group::count).toArray(),
                targets,
                n);
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

    /// The group with the widest gap; of equally wide ones the first.
    int widest() {
        int widest = 0;
        for (int g = 1; g < size(); g++) {
            if (Math.abs(gap(g)) > Math.abs(gap(widest))) {
                widest = g;
            }
        }
        return widest;
    }

    /// The test of fit. Groups of which fewer than 5 are expected are taken together, as Pearson's
    /// approximation asks (Cochran, Biometrics 10:417, 1954, doi:10.2307/3001616), and if they
    /// expect fewer than 5 even so, with the next smallest.
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

    /// Groups that the test of fit takes together. A group that should not be there at all stays
    /// by itself.
    boolean[] pooled() {
        boolean[] pooled = new boolean[size()];
        int[] rising =
                IntStream.range(0, size())
                        .filter(g -> targets[g] > 0)
                        .boxed()
                        .sorted((a, b) -> Double.compare(targets[a], targets[b]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double expected = 0;
        int together = 0;
        for (int g : rising) {
            boolean small = n * targets[g] < FEWEST_EXPECTED;
            if (small || (together > 0 && expected < FEWEST_EXPECTED)) {
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
