package org.counterpoise.engine.synth;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Benchmark;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Works out a plan that names shares of single columns or crossings.
///
/// One margin over all columns is taken as it is. Several are reached together by [Raking], which
/// starts from the training set and so keeps its associations: only groups that occur in it get
/// rows.
final class MarginPlan {
    /// A difference of more than this from a wanted share is told.
    private static final double TELL = .0005;

    private final Dataset training;
    private final Optional<Benchmark> benchmark;
    private final List<String> warnings = new ArrayList<>();

    private MarginPlan(Dataset training, Optional<Benchmark> benchmark) {
        this.training = training;
        this.benchmark = benchmark;
    }

    /// @param source what the margins are of, for messages: "benchmark", "plan"
    static ResolvedPlan resolve(
            SamplingPlan plan,
            List<Margin> margins,
            Dataset training,
            Optional<Benchmark> benchmark,
            String source) {
        if (margins.isEmpty()) {
            throw PlanResolver.problem("The plan names no shares.", "Add at least one column.");
        }
        Grouping grouping = PlanResolver.grouping(plan, training);
        MarginPlan work = new MarginPlan(training, benchmark);
        Map<Map<String, String>, Double> wanted = work.wanted(grouping, margins);
        return SharePlan.resolve(plan, training, grouping, wanted, source, work.warnings);
    }

    private Map<Map<String, String>, Double> wanted(Grouping grouping, List<Margin> margins) {
        if (margins.size() == 1) {
            return shares(margins.getFirst(), grouping);
        }
        List<Grouping.Group> cells = grouping.groups();
        double[] start = cells.stream().mapToDouble(Grouping.Group::count).toArray();
        int[][] groups = new int[margins.size()][cells.size()];
        double[][] totals = new double[margins.size()][];
        for (int m = 0; m < margins.size(); m++) {
            Map<Map<String, String>, Double> shares = shares(margins.get(m), grouping);
            totals[m] = place(margins.get(m), shares, cells, groups[m]);
        }
        Raking.Result raked = Raking.fit(start, groups, totals, Progress.NONE);
        if (raked.gap() > TELL) {
            warnings.add(
                    String.format(
                            Locale.ROOT,
                            "No make-up of the groups that occur has all these shares together; the"
                                    + " nearest found is off by up to %.1f percentage points.",
                            100 * raked.gap()));
        }
        Map<Map<String, String>, Double> wanted = new LinkedHashMap<>();
        for (int cell = 0; cell < cells.size(); cell++) {
            wanted.put(cells.get(cell).cell(), raked.weights()[cell]);
        }
        return wanted;
    }

    /// Numbers the groups of a margin, and gives the share wanted of each; a group that no training
    /// row is in is left out, and the others share what it would have had.
    ///
    /// @param groups filled with the margin's group of each cell
    private double[] place(
            Margin margin,
            Map<Map<String, String>, Double> shares,
            List<Grouping.Group> cells,
            int[] groups) {
        Map<Map<String, String>, Integer> numbers = new LinkedHashMap<>();
        for (int cell = 0; cell < groups.length; cell++) {
            Map<String, String> part = part(cells.get(cell).cell(), margin.columns());
            groups[cell] = numbers.computeIfAbsent(part, _ -> numbers.size());
        }
        double[] totals = new double[numbers.size()];
        double sum = 0;
        for (Map.Entry<Map<String, String>, Double> share : shares.entrySet()) {
            Integer number = numbers.get(share.getKey());
            if (number != null) {
                totals[number] = share.getValue();
                sum += share.getValue();
            } else if (share.getValue() > 0) {
                warnings.add(
                        Cells.label(share.getKey())
                                + " cannot be reached: no training row is in this group; the other"
                                + " groups share what it would have had.");
            }
        }
        if (!(sum > 0)) {
            throw PlanResolver.problem(
                    "No group that is wanted of "
                            + String.join(" × ", margin.columns())
                            + " is in the training set.",
                    "Check that both use the same levels, e.g. \"F\" and not \"female\".");
        }
        for (int i = 0; i < totals.length; i++) {
            totals[i] /= sum;
        }
        return totals;
    }

    private static Map<String, String> part(Map<String, String> cell, List<String> columns) {
        Map<String, String> part = new LinkedHashMap<>();
        columns.forEach(column -> part.put(column, cell.get(column)));
        return part;
    }

    /// The shares a margin wants, by cell.
    private Map<Map<String, String>, Double> shares(Margin margin, Grouping grouping) {
        Map<Map<String, String>, Double> shares = new LinkedHashMap<>();
        switch (margin.aim()) {
            case KEEP, BALANCE -> {
                boolean keep = margin.aim() == Margin.Aim.KEEP;
                for (Grouping.Group group : grouping.groups()) {
                    shares.merge(
                            part(group.cell(), margin.columns()),
                            keep ? group.count() : 1.0,
                            keep ? Double::sum : Math::max);
                }
            }
            case MATCH_BENCHMARK -> table(margin.columns()).forEach(shares::put);
            case TYPED ->
                    margin.shares()
                            .forEach(
                                    share -> {
                                        check(margin, share);
                                        shares.put(
                                                part(share.cell(), margin.columns()),
                                                share.weight());
                                    });
        }
        return shares;
    }

    private void check(Margin margin, Margin.Share share) {
        Cells.check(training, share.cell());
        if (!share.cell().keySet().equals(new HashSet<>(margin.columns()))) {
            throw PlanResolver.problem(
                    "A share is typed for "
                            + Cells.label(share.cell())
                            + ", which is no group of "
                            + String.join(" × ", margin.columns())
                            + ".",
                    "Type one share per group of these columns.");
        }
        if (!(share.weight() >= 0) || Double.isInfinite(share.weight())) {
            throw PlanResolver.problem(
                    "The share of " + Cells.label(share.cell()) + " is " + share.weight() + ".",
                    "Type shares or counts that are 0 or more.");
        }
    }

    private Map<Map<String, String>, Double> table(List<String> columns) {
        Set<String> wanted = new HashSet<>(columns);
        return benchmark
                .orElseThrow(
                        () ->
                                PlanResolver.problem(
                                        "There is no benchmark to match.",
                                        "Set a target population first."))
                .tables()
                .stream()
                .filter(table -> new HashSet<>(table.columns()).equals(wanted))
                .findFirst()
                .map(BenchmarkPlan::cells)
                .orElseThrow(() -> BenchmarkPlan.without(columns, benchmark.orElseThrow()));
    }
}
