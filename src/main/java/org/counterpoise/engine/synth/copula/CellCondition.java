package org.counterpoise.engine.synth.copula;

import org.counterpoise.engine.rule.Clause;
import org.counterpoise.engine.rule.Conditions;
import org.counterpoise.engine.synth.Target;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a cell such as `sex=F, age=70–79` means for the latent numbers.
///
/// Each column of the cell holds its latent number to an interval, and must be there: its missing
/// indicator is held too, and a column that decides over its being missing is held to the values at
/// which it is not (to their hull; [#holds(double\[\])] checks the rest).
final class CellCondition {
    private final List<Variable> variables;
    private final Map<Integer, Axis.Range> ranges = new LinkedHashMap<>();
    private final double[] from;
    private final double[] to;
    private String problem = "";

    private CellCondition(List<Variable> variables, int latents) {
        this.variables = variables;
        this.from = new double[latents];
        this.to = new double[latents];
        Arrays.fill(from, Double.NEGATIVE_INFINITY);
        Arrays.fill(to, Double.POSITIVE_INFINITY);
    }

    /// @param target of its condition, ranges of numbers and dates are aimed at; other clauses are
    ///     left to whoever draws
    static CellCondition of(Target target, List<Variable> variables, int latents) {
        CellCondition condition = new CellCondition(variables, latents);
        target.cell().forEach(condition::add);
        target.where().clauses().forEach(condition::add);
        for (int i = 0; i < latents && condition.possible(); i++) {
            if (!(condition.from[i] < condition.to[i])) {
                condition.problem =
                        "No row can be in this group: its values exclude one another in the"
                                + " training set.";
            }
        }
        return condition;
    }

    private void add(Clause clause) {
        int index = index(clause.column());
        if (index < 0 || variables.get(index).axis().order().length > 0) {
            return;
        }
        Variable variable = variables.get(index);
        Conditions.interval(clause, variable.axis().info())
                .map(interval -> new Axis.Range(interval.from(), interval.to()))
                .ifPresent(range -> hold(index, variable, range));
    }

    /// The position of a column that this model learned; -1, with the problem, if it did not.
    private int index(String column) {
        for (int index = 0; index < variables.size(); index++) {
            if (variables.get(index).name().equals(column)) {
                return index;
            }
        }
        problem = "\"" + column + "\" is not a column this model learned.";
        return -1;
    }

    private void hold(int index, Variable variable, Axis.Range range) {
        ranges.merge(
                index,
                range,
                (a, b) -> new Axis.Range(Math.max(a.from(), b.from()), Math.min(a.to(), b.to())));
        hold(variable, range);
        present(variable);
    }

    private void add(String column, String level) {
        int index = index(column);
        if (index < 0) {
            return;
        }
        Variable variable = variables.get(index);
        Optional<Axis.Range> range = variable.axis().range(level, variable.steps().distinct());
        if (range.isEmpty()) {
            problem = "\"" + level + "\" does not occur in \"" + column + "\".";
            return;
        }
        hold(index, variable, range.get());
    }

    private void hold(Variable variable, Axis.Range range) {
        Marginal marginal = variable.marginal();
        if (variable.latent() >= 0) {
            hold(
                    variable.latent(),
                    marginal.threshold(range.from()),
                    marginal.threshold(range.to()));
        } else if (!range.contains(marginal.value(0))) {
            problem = "All training rows have the same \"" + variable.name() + "\".";
        }
    }

    private void hold(int latent, double low, double high) {
        from[latent] = Math.max(from[latent], low);
        to[latent] = Math.min(to[latent], high);
    }

    private void present(Variable variable) {
        switch (variable.missing()) {
            case Missing.Never _ -> {}
            case Missing.Always _ -> problem = "\"" + variable.name() + "\" is always missing.";
            case Missing.Indicator indicator ->
                    hold(indicator.latent(), indicator.threshold(), Double.POSITIVE_INFINITY);
            case Missing.Given given -> holdDecider(given);
        }
    }

    private void holdDecider(Missing.Given given) {
        Variable decider = variables.get(given.column());
        double[] values = decider.steps().distinct();
        int first = 0;
        while (given.at()[first]) {
            first++;
        }
        int last = values.length - 1;
        while (given.at()[last]) {
            last--;
        }
        hold(decider, new Axis.Range(values[first], Math.nextUp(values[last])));
    }

    boolean possible() {
        return problem.isEmpty();
    }

    /// Why the cell cannot be reached, one sentence; empty if it can.
    String problem() {
        return problem;
    }

    /// Lower ends by latent number.
    double[] from() {
        return from;
    }

    /// Upper ends by latent number.
    double[] to() {
        return to;
    }

    /// Whether a finished row is in the cell.
    boolean holds(double[] row) {
        for (Map.Entry<Integer, Axis.Range> range : ranges.entrySet()) {
            if (!range.getValue().contains(row[range.getKey()])) {
                return false;
            }
        }
        return true;
    }
}
