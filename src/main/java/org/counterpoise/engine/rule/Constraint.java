package org.counterpoise.engine.rule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/// A rule that synthetic rows must obey.
///
/// A rule about a missing value is not broken: nothing is known that contradicts it. Only a clause
/// that asks for a value to be missing or present looks at that.
///
/// Rules are written in a small language, see [Rules]; [#text()] writes them, and protocols,
/// command line and editor share that form.
public sealed interface Constraint {

    /// `diastolic < systolic`: numbers or dates of two columns.
    record Inequality(String left, Comparison comparison, String right) implements Constraint {}

    /// `age between 18 and 90`, `dose > 0`.
    ///
    /// @param limit a [Clause.Limit] or a [Clause.Between]
    record Range(Clause limit) implements Constraint {}

    /// `sex in {F, M}`, `status not in {unknown}`.
    record OneOf(Clause.In in) implements Constraint {}

    /// `combinations of sex, pregnant as in the data`, or `combinations of sex, pregnant in
    /// (F, yes), (F, no), (M, no)`. "As in the data" means the combinations that real rows
    /// without a missing value in these columns have.
    ///
    /// @param allowed values in the order of the columns; empty for those in the data
    record FixedCombinations(List<String> columns, List<List<String>> allowed)
            implements Constraint {
        public FixedCombinations {
            columns = List.copyOf(columns);
            allowed = allowed.stream().map(List::copyOf).toList();
        }
    }

    /// `unique site, number`: no two rows alike in these columns, nor, in an augmented table, alike
    /// to a real row.
    record UniqueKey(List<String> columns) implements Constraint {
        public UniqueKey {
            columns = List.copyOf(columns);
        }
    }

    /// `site determines region`: equal values left have equal values right, namely the value most
    /// frequent in the data.
    record Dependency(List<String> determinants, String dependent) implements Constraint {
        public Dependency {
            determinants = List.copyOf(determinants);
        }
    }

    /// `bmi = weight / (height / 100) ^ 2`, `bmi = … within 0.5`.
    ///
    /// @param tolerance how far off a value may be; empty for half a unit of the last decimal place
    ///     that the column has in the data
    record Formula(String column, Expression expression, OptionalDouble tolerance)
            implements Constraint {}

    /// `if sex = M then pregnant = no`.
    record Conditional(Condition when, Condition then) implements Constraint {}

    /// `sum of protein, fat, carbohydrate = 100`, `sum of a, b = total`.
    ///
    /// @param total a number or a column
    /// @param tolerance as for a formula; for a number, the decimals of the parts count
    record SumToTotal(List<String> parts, Expression total, OptionalDouble tolerance)
            implements Constraint {
        public SumToTotal {
            parts = List.copyOf(parts);
        }
    }

    /// `birth before diagnosis before death`, `admission on or before discharge`.
    ///
    /// @param orEqual whether the same day or moment is in order
    record DateOrder(List<String> columns, boolean orEqual) implements Constraint {
        public DateOrder {
            columns = List.copyOf(columns);
        }
    }

    /// `never disease = X with drug = Y`, `disease = X with drug = Y at most 2 %` (of all rows).
    ///
    /// @param percent 0 to 100
    record ForbiddenAssociation(Condition first, Condition second, double percent)
            implements Constraint {}

    /// In the language of rules; reads back to an equal rule.
    default String text() {
        return RuleText.of(this);
    }

    /// One plain sentence for people.
    default String words() {
        return RuleWords.of(this);
    }

    /// The columns it looks at, each once.
    default List<String> columns() {
        Set<String> names = new LinkedHashSet<>();
        switch (this) {
            case Inequality rule -> names.addAll(List.of(rule.left(), rule.right()));
            case Range rule -> names.add(rule.limit().column());
            case OneOf rule -> names.add(rule.in().column());
            case FixedCombinations rule -> names.addAll(rule.columns());
            case UniqueKey rule -> names.addAll(rule.columns());
            case Dependency rule -> {
                names.addAll(rule.determinants());
                names.add(rule.dependent());
            }
            case Formula rule -> {
                names.add(rule.column());
                names.addAll(rule.expression().columns());
            }
            case Conditional rule -> names.addAll(rule.when().and(rule.then()).columns());
            case SumToTotal rule -> {
                names.addAll(rule.parts());
                names.addAll(rule.total().columns());
            }
            case DateOrder rule -> names.addAll(rule.columns());
            case ForbiddenAssociation rule ->
                    names.addAll(rule.first().and(rule.second()).columns());
        }
        return new ArrayList<>(names);
    }
}
