package org.counterpoise.engine.rule;

import org.counterpoise.engine.data.CellText;

import java.util.List;
import java.util.stream.Collectors;

/// Says rules in plain words.
final class RuleWords {
    private RuleWords() {}

    static String of(Condition condition) {
        return condition.any()
                ? "anyone"
                : condition.clauses().stream()
                        .map(RuleWords::of)
                        .collect(Collectors.joining(" and "));
    }

    static String of(Clause clause) {
        String column = clause.column();
        return switch (clause) {
            case Clause.In in ->
                    column + (in.negated() ? " is not " : " is ") + choice(in.values(), " or ");
            case Clause.Limit limit ->
                    column + " is " + limit.comparison().words() + " " + limit.value();
            case Clause.Between between ->
                    column + " is from " + between.low() + " to " + between.high();
            case Clause.Missing missing ->
                    column + (missing.negated() ? " is known" : " is missing");
        };
    }

    static String of(Constraint rule) {
        return switch (rule) {
            case Constraint.Inequality r ->
                    sentence(r.left() + " is " + r.comparison().words() + " " + r.right());
            case Constraint.Range r -> sentence(of(r.limit()));
            case Constraint.OneOf r -> sentence(of(r.in()));
            case Constraint.FixedCombinations r ->
                    sentence(
                            choice(r.columns(), " and ")
                                    + (r.allowed().isEmpty()
                                            ? " occur together only as they do in the data"
                                            : " occur together only as "
                                                    + r.allowed().stream()
                                                            .map(v -> String.join(" + ", v))
                                                            .collect(Collectors.joining("; "))));
            case Constraint.UniqueKey r ->
                    "No two rows have the same " + choice(r.columns(), " and ") + ".";
            case Constraint.Dependency r ->
                    "Rows with the same "
                            + choice(r.determinants(), " and ")
                            + " have the same "
                            + r.dependent()
                            + ", as most do in the data.";
            case Constraint.Formula r ->
                    sentence(
                            r.column()
                                    + " is always "
                                    + RuleText.of(r.expression())
                                    + (r.tolerance().isPresent()
                                            ? ", give or take "
                                                    + CellText.number(r.tolerance().getAsDouble())
                                            : ""));
            case Constraint.Conditional r ->
                    "Whenever " + of(r.when()) + ", then " + of(r.then()) + ".";
            case Constraint.SumToTotal r ->
                    sentence(
                            choice(r.parts(), " and ")
                                    + " add up to "
                                    + RuleText.of(r.total())
                                    + (r.tolerance().isPresent()
                                            ? ", give or take "
                                                    + CellText.number(r.tolerance().getAsDouble())
                                            : ""));
            case Constraint.DateOrder r ->
                    sentence(
                            String.join(
                                    r.orEqual() ? " is no later than " : " is before ",
                                    r.columns()));
            case Constraint.ForbiddenAssociation r ->
                    r.percent() == 0
                            ? "Never both " + of(r.first()) + " and " + of(r.second()) + "."
                            : "At most "
                                    + CellText.number(r.percent())
                                    + " % of the rows have both "
                                    + of(r.first())
                                    + " and "
                                    + of(r.second())
                                    + ".";
        };
    }

    private static String sentence(String text) {
        return text + ".";
    }

    /// "a", "a or b", "a, b or c".
    private static String choice(List<String> items, String last) {
        int n = items.size();
        return n == 1
                ? items.getFirst()
                : String.join(", ", items.subList(0, n - 1)) + last + items.getLast();
    }
}
