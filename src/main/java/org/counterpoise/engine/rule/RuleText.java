package org.counterpoise.engine.rule;

import org.counterpoise.engine.data.CellText;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes rules in their language.
final class RuleText {
    /// Words that would be read as part of the language if they were not quoted.
    static final Set<String> KEYWORDS =
            Set.of(
                    "if",
                    "then",
                    "and",
                    "in",
                    "not",
                    "between",
                    "is",
                    "missing",
                    "unique",
                    "determines",
                    "before",
                    "on",
                    "or",
                    "never",
                    "with",
                    "at",
                    "most",
                    "sum",
                    "of",
                    "combinations",
                    "as",
                    "the",
                    "data",
                    "within",
                    "log",
                    "exp",
                    "sqrt",
                    "abs",
                    "round",
                    "floor");

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.]*");
    private static final Pattern NUMBER =
            Pattern.compile("-?\\d+(\\.\\d+)?|\\d{4}-\\d{2}-\\d{2}(T[\\d:.]+)?");

    private RuleText() {}

    /// A column's name, in quotes unless it is a plain word.
    static String name(String name) {
        return PLAIN.matcher(name).matches() && !KEYWORDS.contains(name.toLowerCase(Locale.ROOT))
                ? name
                : quoted(name);
    }

    /// A level, a number or a date.
    static String value(String value) {
        return NUMBER.matcher(value).matches() ? value : name(value);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    static String of(Condition condition) {
        return condition.clauses().stream().map(RuleText::of).collect(Collectors.joining(" and "));
    }

    static String of(Clause clause) {
        String column = name(clause.column());
        return switch (clause) {
            case Clause.In in when in.values().size() == 1 ->
                    column + (in.negated() ? " != " : " = ") + value(in.values().getFirst());
            case Clause.In in ->
                    column + (in.negated() ? " not in {" : " in {") + values(in.values()) + "}";
            case Clause.Limit limit ->
                    column + " " + limit.comparison().symbol() + " " + value(limit.value());
            case Clause.Between between ->
                    column + " between " + value(between.low()) + " and " + value(between.high());
            case Clause.Missing missing ->
                    column + (missing.negated() ? " is not missing" : " is missing");
        };
    }

    private static String values(List<String> values) {
        return values.stream().map(RuleText::value).collect(Collectors.joining(", "));
    }

    private static String names(List<String> names) {
        return names.stream().map(RuleText::name).collect(Collectors.joining(", "));
    }

    static String of(Constraint rule) {
        return switch (rule) {
            case Constraint.Inequality r ->
                    name(r.left()) + " " + r.comparison().symbol() + " " + name(r.right());
            case Constraint.Range r -> of(r.limit());
            case Constraint.OneOf r -> of(r.in());
            case Constraint.FixedCombinations r ->
                    "combinations of "
                            + names(r.columns())
                            + (r.allowed().isEmpty()
                                    ? " as in the data"
                                    : r.allowed().stream()
                                            .map(values -> "(" + values(values) + ")")
                                            .collect(Collectors.joining(", ", " in ", "")));
            case Constraint.UniqueKey r -> "unique " + names(r.columns());
            case Constraint.Dependency r ->
                    names(r.determinants()) + " determines " + name(r.dependent());
            case Constraint.Formula r ->
                    name(r.column()) + " = " + of(r.expression()) + within(r.tolerance());
            case Constraint.Conditional r -> "if " + of(r.when()) + " then " + of(r.then());
            case Constraint.SumToTotal r ->
                    "sum of " + names(r.parts()) + " = " + of(r.total()) + within(r.tolerance());
            case Constraint.DateOrder r ->
                    r.columns().stream()
                            .map(RuleText::name)
                            .collect(
                                    Collectors.joining(
                                            r.orEqual() ? " on or before " : " before "));
            case Constraint.ForbiddenAssociation r when r.percent() == 0 ->
                    "never " + of(r.first()) + " with " + of(r.second());
            case Constraint.ForbiddenAssociation r ->
                    of(r.first())
                            + " with "
                            + of(r.second())
                            + " at most "
                            + CellText.number(r.percent())
                            + " %";
        };
    }

    private static String within(OptionalDouble tolerance) {
        return tolerance.isPresent() ? " within " + CellText.number(tolerance.getAsDouble()) : "";
    }

    static String of(Expression expression) {
        return of(expression, 0);
    }

    /// @param outer how tightly what stands around binds
    private static String of(Expression expression, int outer) {
        return switch (expression) {
            case Expression.Number number -> CellText.number(number.value());
            case Expression.Column column -> name(column.name());
            case Expression.Negative negative -> "-" + of(negative.of(), 4);
            case Expression.Call call ->
                    call.function().text() + "(" + of(call.argument(), 0) + ")";
            case Expression.Binary binary -> {
                int own = strength(binary.operator());
                boolean power = binary.operator() == '^';
                String text =
                        of(binary.left(), power ? own + 1 : own)
                                + " "
                                + binary.operator()
                                + " "
                                + of(binary.right(), power ? own : own + 1);
                yield own < outer ? "(" + text + ")" : text;
            }
        };
    }

    private static int strength(char operator) {
        return switch (operator) {
            case '+', '-' -> 1;
            case '*', '/' -> 2;
            default -> 3;
        };
    }
}
