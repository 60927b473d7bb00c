package org.counterpoise.engine.synth;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Benchmark;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.synth.ResolvedPlan.Allocation;
import org.counterpoise.engine.synth.SamplingPlan.Result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Works out how many rows of which group a sampling plan means for a training set.
public final class PlanResolver {
    /// A numeric column without bands may define at most this many groups.
    private static final int MOST_VALUES = 100;

    private PlanResolver() {}

    /// Resolves a plan.
    ///
    /// - KEEP: `rows` rows like the training set (0: as many as it has). Augmented: rows are added
    ///   until the table has `rows` (0: until it has doubled).
    /// - BALANCE: synthetic, `rows` (0: as many as the training set) split equally; augmented,
    ///   every group is filled up to the largest, or to `rows` / groups if that is more.
    /// - MATCH_BENCHMARK: synthetic, `rows` split by the benchmark's shares; augmented, the
    ///   smallest table in which no real row need be dropped, see [SharePlan].
    /// - TYPED: the numbers typed; augmented, groups are filled up to them.
    /// - MARGINS: like MATCH_BENCHMARK, by the shares of the plan.
    ///
    /// Numbers are split by largest remainder. Nothing is ever removed from the training set.
    ///
    /// @throws UserProblem if the plan names columns or levels that are not there, or lacks what
    ///     its goal needs
    public static ResolvedPlan resolve(
            SamplingPlan plan, Dataset training, Optional<Benchmark> benchmark) {
        if (training.rows() == 0) {
            throw problem("The training set has no rows.", "Choose a dataset with rows.");
        }
        if (plan.rows() < 0) {
            throw problem("The plan asks for " + plan.rows() + " rows.", "Ask for 0 or more.");
        }
        ResolvedPlan resolved =
                switch (plan.goal()) {
                    case KEEP -> keep(plan, training);
                    case BALANCE -> balance(plan, training);
                    case MATCH_BENCHMARK ->
                            BenchmarkPlan.resolve(
                                    plan,
                                    training,
                                    benchmark.orElseThrow(
                                            () ->
                                                    problem(
                                                            "There is no benchmark to match.",
                                                            "Set a target population first.")));
                    case TYPED -> typed(plan, training);
                    case MARGINS ->
                            MarginPlan.resolve(plan, plan.margins(), training, benchmark, "plan");
                };
        long total = resolved.allocations().stream().mapToLong(Allocation::toGenerate).sum();
        if (total > Integer.MAX_VALUE - training.rows()) {
            throw problem(
                    "The plan asks for " + total + " rows, more than a table can hold.",
                    "Ask for fewer.");
        }
        return resolved;
    }

    private static ResolvedPlan keep(SamplingPlan plan, Dataset training) {
        int existing = training.rows();
        int wanted = plan.rows();
        if (plan.result() == Result.SYNTHETIC) {
            wanted = wanted == 0 ? existing : wanted;
            return everyone(plan, existing, wanted, wanted, List.of());
        }
        wanted = wanted == 0 ? Math.multiplyExact(existing, 2) : wanted;
        List<String> warnings =
                wanted > existing
                        ? List.of()
                        : List.of(
                                "The training set already has "
                                        + existing
                                        + " rows, so none are added.");
        return everyone(plan, existing, wanted, Math.max(0, wanted - existing), warnings);
    }

    private static ResolvedPlan everyone(
            SamplingPlan plan, int existing, int wanted, int toGenerate, List<String> warnings) {
        return new ResolvedPlan(
                plan, List.of(new Allocation(Map.of(), existing, wanted, toGenerate)), warnings);
    }

    private static ResolvedPlan balance(SamplingPlan plan, Dataset training) {
        Grouping grouping = grouping(plan, training);
        int groups = grouping.groups().size();
        double[] equal = new double[groups];
        Arrays.fill(equal, 1);
        int[] wanted;
        if (plan.result() == Result.SYNTHETIC) {
            int rows = plan.rows() == 0 ? training.rows() : plan.rows();
            wanted = Apportion.largestRemainder(rows, equal);
        } else {
            int largest = grouping.groups().get(grouping.largest()).count();
            wanted = Apportion.largestRemainder(plan.rows(), equal);
            for (int i = 0; i < groups; i++) {
                wanted[i] = Math.max(largest, wanted[i]);
            }
        }
        return allocate(plan, grouping, wanted, withoutGroup(grouping, plan));
    }

    private static ResolvedPlan typed(SamplingPlan plan, Dataset training) {
        if (plan.typed().isEmpty()) {
            throw problem("No numbers of rows are typed in.", "Type rows for at least one group.");
        }
        List<Allocation> allocations = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (Target target : plan.typed()) {
            Cells.check(training, target);
            int existing = Cells.rows(training, target).length;
            int wanted = target.rows();
            boolean augmented = plan.result() == Result.AUGMENTED;
            int toGenerate = augmented ? Math.max(0, wanted - existing) : wanted;
            allocations.add(
                    new Allocation(target.cell(), target.where(), existing, wanted, toGenerate));
            String label = target.label();
            if (existing == 0 && toGenerate > 0) {
                warnings.add(unseen(label));
            }
            if (augmented && existing > wanted) {
                warnings.add(
                        label + " already has " + existing + " rows; none are added or removed.");
            }
        }
        return new ResolvedPlan(plan, allocations, warnings);
    }

    /// Allocations for the groups of a grouping. With an augmented result, only what is missing is
    /// drawn.
    static ResolvedPlan allocate(
            SamplingPlan plan, Grouping grouping, int[] wanted, List<String> warnings) {
        List<Allocation> allocations = new ArrayList<>();
        for (int i = 0; i < wanted.length; i++) {
            Grouping.Group group = grouping.groups().get(i);
            int kept = plan.result() == Result.AUGMENTED ? group.count() : 0;
            allocations.add(
                    new Allocation(
                            group.cell(), group.count(), wanted[i], Math.max(0, wanted[i] - kept)));
        }
        return new ResolvedPlan(plan, allocations, warnings);
    }

    /// The groups that a plan steers.
    static Grouping grouping(SamplingPlan plan, Dataset training) {
        if (plan.columns().isEmpty()) {
            throw problem(
                    "The plan does not say which groups it is about.",
                    "Choose at least one column, such as a protected attribute.");
        }
        for (String column : plan.columns()) {
            Cells.checkColumn(training, column);
            checkBands(training, column);
        }
        Grouping grouping = Grouping.of(training, plan.columns());
        if (grouping.groups().isEmpty()) {
            throw problem(
                    "Every row has a missing value in " + String.join(" or ", plan.columns()) + ".",
                    "Choose other columns.");
        }
        return grouping;
    }

    private static void checkBands(Dataset training, String column) {
        boolean banded = training.schema().column(column).binning().isPresent();
        if (!banded && training.column(column) instanceof Column.Numbers) {
            int values = training.codes(column).levels().size();
            if (values > MOST_VALUES) {
                throw new UserProblem(
                        "\"" + column + "\" has " + values + " different values, too many groups.",
                        "sampling plan",
                        "Cut it into bands first, for instance 50, 60, 70.");
            }
        }
    }

    static List<String> withoutGroup(Grouping grouping, SamplingPlan plan) {
        long none = Arrays.stream(grouping.codes()).filter(code -> code < 0).count();
        if (none == 0) {
            return List.of();
        }
        boolean augmented = plan.result() == Result.AUGMENTED;
        return List.of(
                none
                        + " training rows have a missing value in "
                        + String.join(" or ", grouping.columns())
                        + " and belong to no group"
                        + (augmented ? "; they stay as they are." : "."));
    }

    static String unseen(String label) {
        return label
                + " has no row in the training set: only a model that extrapolates, such as the"
                + " Gaussian copula, can draw it, and nothing shows whether it draws it well.";
    }

    static UserProblem problem(String what, String remedy) {
        return new UserProblem(what, "sampling plan", remedy);
    }
}
