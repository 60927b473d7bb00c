package org.counterpoise.engine.synth;

import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.synth.ResolvedPlan.Allocation;
import org.counterpoise.engine.synth.SamplingPlan.Result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Works out a plan whose groups get given shares, e.g. those of a target population.
///
/// Synthetic: `rows` (0: as many as the training set) split by the shares. Augmented: the smallest
/// total `N` for which `N × share` is at least the rows every group already has, so that the shares
/// hold without dropping anyone. If `rows` is given and smaller, or `N` is over 20 times the
/// training set, groups that are already too large stay as they are and a warning says so.
final class SharePlan {
    /// Beyond this many times the training set, more synthetic rows add no information.
    static final int MOST_TIMES = 20;

    private final SamplingPlan plan;
    private final Dataset training;
    private final String source;
    private final List<Map<String, String>> cells = new ArrayList<>();
    private final List<Integer> existing = new ArrayList<>();
    private final List<Double> shares = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private SharePlan(SamplingPlan plan, Dataset training, String source) {
        this.plan = plan;
        this.training = training;
        this.source = source;
    }

    /// @param wanted share by cell; shares need not sum to 1
    /// @param source what the shares are of, for messages: "benchmark", "plan"
    static ResolvedPlan resolve(
            SamplingPlan plan,
            Dataset training,
            Grouping grouping,
            Map<Map<String, String>, Double> wanted,
            String source,
            List<String> warnings) {
        SharePlan work = new SharePlan(plan, training, source);
        work.warnings.addAll(PlanResolver.withoutGroup(grouping, plan));
        work.warnings.addAll(warnings);
        work.collect(grouping, new LinkedHashMap<>(wanted));
        return work.allocate();
    }

    /// The groups of the training set in their order, then those that only the benchmark has.
    private void collect(Grouping grouping, Map<Map<String, String>, Double> wanted) {
        for (Grouping.Group group : grouping.groups()) {
            double share = wanted.getOrDefault(group.cell(), 0.0);
            wanted.remove(group.cell());
            add(group.cell(), group.count(), share);
            if (share == 0) {
                warnings.add(
                        group.label()
                                + " is not in the "
                                + source
                                + ", so no rows are made of it"
                                + (plan.result() == Result.AUGMENTED
                                        ? "; its real rows stay."
                                        : "."));
            }
        }
        wanted.forEach(
                (cell, share) -> {
                    if (share > 0) {
                        add(cell, 0, share);
                    }
                });
        if (shares.stream().allMatch(share -> share == 0)) {
            throw PlanResolver.problem(
                    "No group of the training set is in the " + source + ".",
                    "Check that both use the same levels, e.g. \"F\" and not \"female\".");
        }
    }

    private void add(Map<String, String> cell, int rows, double share) {
        cells.add(cell);
        existing.add(rows);
        shares.add(share);
    }

    private ResolvedPlan allocate() {
        boolean augmented = plan.result() == Result.AUGMENTED;
        int total = augmented ? augmentedTotal() : syntheticTotal();
        int[] wanted =
                Apportion.largestRemainder(
                        total, shares.stream().mapToDouble(Double::doubleValue).toArray());
        List<Allocation> allocations = new ArrayList<>();
        for (int i = 0; i < wanted.length; i++) {
            int toGenerate = Math.max(0, wanted[i] - (augmented ? existing.get(i) : 0));
            if (existing.get(i) == 0 && toGenerate > 0 && !reachable(cells.get(i), toGenerate)) {
                toGenerate = 0;
            }
            allocations.add(new Allocation(cells.get(i), existing.get(i), wanted[i], toGenerate));
        }
        return new ResolvedPlan(plan, allocations, warnings);
    }

    private int syntheticTotal() {
        return plan.rows() == 0 ? training.rows() : plan.rows();
    }

    private int augmentedTotal() {
        double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
        double needed = 0;
        for (int i = 0; i < shares.size(); i++) {
            if (shares.get(i) > 0) {
                needed = Math.max(needed, existing.get(i) * sum / shares.get(i));
            }
        }
        double smallest = Math.ceil(needed - 1e-9);
        long most = Math.min((long) MOST_TIMES * training.rows(), Integer.MAX_VALUE);
        if (plan.rows() >= smallest) {
            return plan.rows();
        } else if (plan.rows() == 0 && smallest <= most) {
            return (int) smallest;
        }
        int total = plan.rows() > 0 ? plan.rows() : (int) most;
        warnings.add(
                String.format(
                        java.util.Locale.ROOT,
                        "To match the %s without dropping real rows takes %.0f rows, more"
                                + " than %s; groups that are already too large stay as they are.",
                        source,
                        smallest,
                        plan.rows() > 0
                                ? "the " + total + " asked for"
                                : MOST_TIMES + " times the training set"));
        return total;
    }

    /// Whether each level of a group without training rows occurs on its own.
    private boolean reachable(Map<String, String> cell, int rows) {
        for (Map.Entry<String, String> level : cell.entrySet()) {
            if (Cells.rows(training, Map.of(level.getKey(), level.getValue())).length == 0) {
                warnings.add(
                        Cells.label(cell)
                                + " cannot be reached: \""
                                + level.getValue()
                                + "\" does not occur in the training set. Its "
                                + rows
                                + " rows are left out.");
                return false;
            }
        }
        warnings.add(PlanResolver.unseen(Cells.label(cell)));
        return true;
    }
}
