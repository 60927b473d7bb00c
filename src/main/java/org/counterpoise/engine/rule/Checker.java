package org.counterpoise.engine.rule;

import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/// Which rows of a table break a rule, given what the rule takes from the real data: the
/// combinations that occur, the value that goes with each determinant, the decimals of a column.
///
/// What a rule must remember from row to row (keys that are taken, how often two things came
/// together) is in [Ledger].
public final class Checker {
    private final Constraint rule;
    private final Set<List<String>> combinations = new HashSet<>();
    private final Map<List<String>, String> dependents = new HashMap<>();
    private double tolerance;

    private Checker(Constraint rule) {
        this.rule = rule;
    }

    /// @param real what the rule takes its facts from
    /// @throws org.counterpoise.engine.UserProblem if the rule does not fit these columns
    public static Checker of(Constraint rule, Dataset real) {
        Checker checker = new Checker(rule);
        rule.columns().forEach(real.schema()::column);
        switch (rule) {
            case Constraint.FixedCombinations r -> {
                checker.combinations.addAll(r.allowed());
                if (r.allowed().isEmpty()) {
                    Keys.of(real, r.columns()).groups().stream()
                            .map(group -> List.copyOf(group.cell().values()))
                            .forEach(checker.combinations::add);
                }
            }
            case Constraint.Dependency r -> checker.learn(r, real);
            case Constraint.Formula r ->
                    checker.tolerance =
                            r.tolerance()
                                    .orElse(
                                            Arithmetic.halfUnit(
                                                    Arithmetic.decimals(real, r.column())));
            case Constraint.SumToTotal r ->
                    checker.tolerance = r.tolerance().orElse(Arithmetic.halfUnit(places(r, real)));
            default -> {}
        }
        return checker;
    }

    /// The decimal places of a sum: those of its total, or of its parts if the total is a number.
    static int places(Constraint.SumToTotal rule, Dataset real) {
        Collection<String> columns =
                rule.total().columns().isEmpty() ? rule.parts() : rule.total().columns();
        int most = 0;
        for (String column : columns) {
            int places = Arithmetic.decimals(real, column);
            if (places < 0) {
                return -1;
            }
            most = Math.max(most, places);
        }
        return most;
    }

    private void learn(Constraint.Dependency r, Dataset real) {
        List<String> columns = new ArrayList<>(r.determinants());
        columns.add(r.dependent());
        Map<List<String>, Integer> most = new HashMap<>();
        for (Grouping.Group group : Keys.of(real, columns).groups()) {
            List<String> values = List.copyOf(group.cell().values());
            List<String> key = values.subList(0, values.size() - 1);
            if (group.count() > most.getOrDefault(key, 0)) {
                most.put(key, group.count());
                dependents.put(key, values.getLast());
            }
        }
    }

    public Constraint rule() {
        return rule;
    }

    /// The value that goes with determinants in the real data.
    Optional<String> dependent(List<String> determinants) {
        return Optional.ofNullable(dependents.get(determinants));
    }

    /// Whether each row can be judged without the others.
    public boolean rowwise() {
        return switch (rule) {
            case Constraint.UniqueKey _ -> false;
            case Constraint.ForbiddenAssociation r -> r.percent() == 0;
            default -> true;
        };
    }

    /// The rows of a table that break the rule. Of rows with the same key, all but the first; of a
    /// forbidden association, those beyond the share allowed of these rows, the last ones.
    public boolean[] broken(Dataset data) {
        int n = data.rows();
        return switch (rule) {
            case Constraint.Inequality r -> {
                double[] left = data.numbers(r.left());
                double[] right = data.numbers(r.right());
                yield rows(n, row -> contradicts(r.comparison(), left[row], right[row]));
            }
            case Constraint.Range r -> untrue(Conditions.states(r.limit(), data));
            case Constraint.OneOf r -> untrue(Conditions.states(r.in(), data));
            case Constraint.FixedCombinations r -> {
                Grouping keys = Keys.of(data, r.columns());
                boolean[] bad = groups(keys, key -> !combinations.contains(key));
                yield rows(n, row -> keys.codes()[row] >= 0 && bad[keys.codes()[row]]);
            }
            case Constraint.Dependency r -> {
                List<String> columns = new ArrayList<>(r.determinants());
                columns.add(r.dependent());
                Grouping keys = Keys.of(data, columns);
                boolean[] bad = groups(keys, this::otherDependent);
                yield rows(n, row -> keys.codes()[row] >= 0 && bad[keys.codes()[row]]);
            }
            case Constraint.Formula r -> {
                double[] found = data.numbers(r.column());
                double[] wanted = Arithmetic.values(r.expression(), data);
                yield rows(n, row -> !Arithmetic.near(found[row], wanted[row], tolerance));
            }
            case Constraint.SumToTotal r -> {
                double[] sum = sum(r, data);
                double[] wanted = Arithmetic.values(r.total(), data);
                yield rows(n, row -> !Arithmetic.near(sum[row], wanted[row], tolerance));
            }
            case Constraint.Conditional r -> {
                byte[] when = Conditions.states(r.when(), data);
                byte[] then = Conditions.states(r.then(), data);
                yield rows(n, row -> when[row] == Conditions.TRUE && then[row] == Conditions.FALSE);
            }
            case Constraint.DateOrder r -> outOfOrder(r, data);
            case Constraint.UniqueKey _ -> new Ledger(this, n, Optional.empty()).over(data);
            case Constraint.ForbiddenAssociation r ->
                    r.percent() == 0
                            ? both(r, data)
                            : new Ledger(this, n, Optional.empty()).over(data);
        };
    }

    private boolean otherDependent(List<String> values) {
        String wanted = dependents.get(values.subList(0, values.size() - 1));
        return wanted != null && !wanted.equals(values.getLast());
    }

    /// The rows in which a forbidden association is found for certain.
    static boolean[] both(Constraint.ForbiddenAssociation rule, Dataset data) {
        return Conditions.rows(rule.first().and(rule.second()), data);
    }

    static double[] sum(Constraint.SumToTotal rule, Dataset data) {
        double[] sum = new double[data.rows()];
        for (String part : rule.parts()) {
            double[] values = data.numbers(part);
            for (int row = 0; row < sum.length; row++) {
                sum[row] += values[row];
            }
        }
        return sum;
    }

    private static boolean[] outOfOrder(Constraint.DateOrder rule, Dataset data) {
        Comparison order = rule.orEqual() ? Comparison.AT_MOST : Comparison.LESS;
        List<double[]> columns = rule.columns().stream().map(data::numbers).toList();
        return rows(
                data.rows(),
                row -> {
                    double last = Double.NaN;
                    boolean bad = false;
                    for (double[] column : columns) {
                        bad |= contradicts(order, last, column[row]);
                        last = Double.isNaN(column[row]) ? last : column[row];
                    }
                    return bad;
                });
    }

    private static boolean contradicts(Comparison comparison, double left, double right) {
        return !Double.isNaN(left) && !Double.isNaN(right) && !comparison.holds(left, right);
    }

    private static boolean[] untrue(byte[] states) {
        return rows(states.length, row -> states[row] == Conditions.FALSE);
    }

    private static boolean[] groups(Grouping keys, Predicate<List<String>> test) {
        boolean[] result = new boolean[keys.groups().size()];
        for (int group = 0; group < result.length; group++) {
            result[group] = test.test(List.copyOf(keys.groups().get(group).cell().values()));
        }
        return result;
    }

    private static boolean[] rows(int n, IntPredicate test) {
        boolean[] broken = new boolean[n];
        for (int row = 0; row < n; row++) {
            broken[row] = test.test(row);
        }
        return broken;
    }
}
