package org.counterpoise.engine.rule;

import org.counterpoise.engine.data.ColumnType;

import java.io.Serial;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// Reads one rule by recursive descent, and keeps what could have stood where reading stopped.
final class RuleParser {

    /// The text is not a rule.
    static final class Failure extends Exception {
        @Serial private static final long serialVersionUID = 1;

        private final transient Reading.Mistake mistake;

        Failure(Reading.Mistake mistake) {
            super(mistake.what(), null, false, false);
            this.mistake = mistake;
        }

        Reading.Mistake mistake() {
            return mistake;
        }
    }

    private final Vocabulary vocabulary;
    private final List<Token> tokens;
    private final Set<Expected> expected = new LinkedHashSet<>();
    private int furthest = -1;
    private int at;

    RuleParser(String text, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.tokens = Token.all(text);
    }

    Constraint rule() throws Failure {
        Constraint rule = start();
        end();
        return rule;
    }

    Condition wholeCondition() throws Failure {
        Condition condition = condition(true);
        end();
        return condition;
    }

    /// What could stand at the end of the text; nothing if reading stops before.
    Set<Expected> expectedAtEnd() {
        try {
            rule();
        } catch (Failure failure) {
            if (tokens.get(furthest).kind() != Token.Kind.END
                    || failure.mistake().from() < tokens.get(furthest).from()) {
                return Set.of();
            }
        }
        return tokens.get(furthest).kind() == Token.Kind.END ? expected : Set.of();
    }

    private Constraint start() throws Failure {
        if (word("if")) {
            Condition when = condition(false);
            need("then");
            return new Constraint.Conditional(when, condition(false));
        } else if (word("never")) {
            Condition first = condition(false);
            need("with");
            return new Constraint.ForbiddenAssociation(first, condition(false), 0);
        } else if (word("unique")) {
            return new Constraint.UniqueKey(columns());
        } else if (word("sum")) {
            need("of");
            return sum();
        } else if (word("combinations")) {
            need("of");
            return combinations();
        }
        return aboutColumns();
    }

    private Constraint sum() throws Failure {
        List<String> parts = numericColumns();
        need("=");
        Expression total;
        if (now().kind() == Token.Kind.NUMBER || now().symbol("-")) {
            total = new Expression.Number(number());
        } else {
            expect(new Expected.Number());
            total = new Expression.Column(numeric(column()));
        }
        return new Constraint.SumToTotal(parts, total, within());
    }

    private Constraint combinations() throws Failure {
        List<String> columns = columns();
        if (word("as")) {
            need("in");
            need("the");
            need("data");
            return new Constraint.FixedCombinations(columns, List.of());
        }
        need("in");
        List<List<String>> allowed = new ArrayList<>();
        do {
            need("(");
            List<String> values = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                if (i > 0) {
                    need(",");
                }
                values.add(value(columns.get(i)));
            }
            need(")");
            allowed.add(values);
        } while (word(","));
        return new Constraint.FixedCombinations(columns, allowed);
    }

    private Constraint aboutColumns() throws Failure {
        int begin = at;
        List<String> names = new ArrayList<>(List.of(column()));
        while (word(",")) {
            names.add(column());
        }
        if (word("determines")) {
            return new Constraint.Dependency(names, column());
        } else if (names.size() > 1) {
            throw failure();
        } else if (before(Optional.empty())) {
            return order(names);
        }
        if (word("=")) {
            Optional<Expression> formula = formula(names.getFirst());
            if (formula.isPresent()) {
                numeric(names.getFirst(), tokens.get(begin));
                return new Constraint.Formula(names.getFirst(), formula.get(), within());
            }
        } else {
            Optional<Comparison> comparison = comparison();
            if (comparison.isPresent() && (columnNext() || now().kind() == Token.Kind.WORD)) {
                String right = numeric(column());
                numeric(names.getFirst(), tokens.get(begin));
                return new Constraint.Inequality(names.getFirst(), comparison.get(), right);
            }
        }
        at = begin;
        return aboutValues();
    }

    /// A single clause, or an association of two conditions.
    private Constraint aboutValues() throws Failure {
        Condition first = condition(false);
        Clause only = first.clauses().getFirst();
        if (word("with")) {
            Condition second = condition(false);
            need("at");
            need("most");
            double percent = number();
            if (!(percent >= 0 && percent <= 100)) {
                throw failure(
                        tokens.get(at - 1),
                        percent + " % is no share.",
                        "Write a number from 0 to 100.");
            }
            word("%");
            return new Constraint.ForbiddenAssociation(first, second, percent);
        } else if (first.clauses().size() > 1 || only instanceof Clause.Missing) {
            throw failure();
        }
        return switch (only) {
            case Clause.In in -> new Constraint.OneOf(in);
            case Clause other -> new Constraint.Range(other);
        };
    }

    private Constraint order(List<String> names) throws Failure {
        Token first = tokens.get(0);
        boolean orEqual = tokens.get(at - 2).word("or");
        ordered(names.getFirst(), first);
        do {
            Token token = now();
            names.add(ordered(column(), token));
        } while (before(Optional.of(orEqual)));
        return new Constraint.DateOrder(names, orEqual);
    }

    private String ordered(String name, Token token) throws Failure {
        return numeric(name, token);
    }

    private boolean before(Optional<Boolean> orEqual) throws Failure {
        if (orEqual.orElse(true) && word("on")) {
            need("or");
            need("before");
            return true;
        }
        return !orEqual.orElse(false) && word("before");
    }

    // ---- conditions --------------------------------------------------------------------------

    private Condition condition(boolean commas) throws Failure {
        List<Clause> clauses = new ArrayList<>();
        do {
            clauses.add(clause());
        } while (word("and") || (commas && word(",")));
        return new Condition(clauses);
    }

    private Clause clause() throws Failure {
        Token token = now();
        String column = column();
        if (word("=")) {
            return new Clause.In(column, List.of(value(column)), false);
        } else if (word("!=")) {
            return new Clause.In(column, List.of(value(column)), true);
        } else if (word("in")) {
            return new Clause.In(column, set(column), false);
        } else if (word("not")) {
            need("in");
            return new Clause.In(column, set(column), true);
        } else if (word("is")) {
            boolean negated = word("not");
            need("missing");
            return new Clause.Missing(column, negated);
        } else if (word("between")) {
            numeric(column, token);
            String low = quantity(column);
            need("and");
            return new Clause.Between(column, low, quantity(column));
        }
        Comparison comparison = comparison().orElseThrow(this::failure);
        numeric(column, token);
        return new Clause.Limit(column, comparison, quantity(column));
    }

    private List<String> set(String column) throws Failure {
        need("{");
        List<String> values = new ArrayList<>();
        do {
            values.add(value(column));
        } while (word(","));
        need("}");
        return values;
    }

    private Optional<Comparison> comparison() {
        for (Comparison comparison : Comparison.values()) {
            if (word(comparison.symbol())) {
                return Optional.of(comparison);
            }
        }
        return Optional.empty();
    }

    // ---- arithmetic --------------------------------------------------------------------------

    /// The right side of an equation, if it is arithmetic and not a value of the column.
    private Optional<Expression> formula(String column) throws Failure {
        Token token = now();
        boolean level =
                vocabulary.levels(column).contains(token.text())
                        || token.kind() == Token.Kind.DATE
                        || (token.kind() == Token.Kind.NUMBER && !operatorAt(at + 1));
        boolean arithmetic =
                token.symbol("(") || token.symbol("-") || columnNext() || function().isPresent();
        return !level && (arithmetic || token.kind() == Token.Kind.NUMBER)
                ? Optional.of(addition())
                : Optional.empty();
    }

    private boolean operatorAt(int index) {
        Token token = tokens.get(Math.min(index, tokens.size() - 1));
        return token.kind() == Token.Kind.SYMBOL && "+-*/^".contains(token.text());
    }

    private Expression addition() throws Failure {
        Expression left = product();
        while (now().symbol("+") || now().symbol("-")) {
            char operator = tokens.get(at++).text().charAt(0);
            left = new Expression.Binary(operator, left, product());
        }
        return left;
    }

    private Expression product() throws Failure {
        Expression left = power();
        while (now().symbol("*") || now().symbol("/")) {
            char operator = tokens.get(at++).text().charAt(0);
            left = new Expression.Binary(operator, left, power());
        }
        return left;
    }

    private Expression power() throws Failure {
        if (word("-")) {
            return new Expression.Negative(power());
        }
        Expression base = atom();
        return word("^") ? new Expression.Binary('^', base, power()) : base;
    }

    private Expression atom() throws Failure {
        if (word("(")) {
            Expression inner = addition();
            need(")");
            return inner;
        } else if (now().kind() == Token.Kind.NUMBER) {
            return new Expression.Number(number());
        }
        Optional<Expression.Function> function = function();
        if (function.isPresent()) {
            at++;
            need("(");
            Expression argument = addition();
            need(")");
            return new Expression.Call(function.get(), argument);
        }
        expect(new Expected.Number());
        Token token = now();
        return new Expression.Column(numeric(column(), token));
    }

    private Optional<Expression.Function> function() {
        boolean call = at + 1 < tokens.size() && tokens.get(at + 1).symbol("(");
        for (Expression.Function function : Expression.Function.values()) {
            if (call && now().word(function.text())) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }

    private OptionalDouble within() throws Failure {
        return word("within") ? OptionalDouble.of(number()) : OptionalDouble.empty();
    }

    // ---- words -------------------------------------------------------------------------------

    private Token now() {
        return tokens.get(at);
    }

    private void expect(Expected what) {
        if (at > furthest) {
            furthest = at;
            expected.clear();
        }
        if (at == furthest) {
            expected.add(what);
        }
    }

    /// Takes a word or sign of the language if it is next.
    private boolean word(String text) {
        expect(new Expected.Keyword(text));
        if (now().word(text) || now().symbol(text)) {
            at++;
            return true;
        }
        return false;
    }

    private void need(String text) throws Failure {
        if (!word(text)) {
            throw failure();
        }
    }

    private void end() throws Failure {
        if (now().kind() != Token.Kind.END) {
            throw failure();
        }
    }

    private boolean name(Token token) {
        return token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.QUOTED;
    }

    /// Whether a column comes next, as far as can be told.
    private boolean columnNext() {
        expect(new Expected.AnyColumn());
        return name(now()) && vocabulary.known() && vocabulary.column(now().text());
    }

    private String column() throws Failure {
        expect(new Expected.AnyColumn());
        Token token = now();
        if (!name(token)) {
            throw failure();
        } else if (!vocabulary.column(token.text())) {
            throw failure(
                    token,
                    "There is no column called \"" + token.text() + "\".",
                    Nearest.hint("The columns are", token.text(), vocabulary.schema().names()));
        }
        at++;
        return token.text();
    }

    private List<String> columns() throws Failure {
        List<String> names = new ArrayList<>();
        do {
            names.add(column());
        } while (word(","));
        return names;
    }

    private List<String> numericColumns() throws Failure {
        int begin = at;
        List<String> names = columns();
        for (int i = 0; i < names.size(); i++) {
            numeric(names.get(i), tokens.get(begin + 2 * i));
        }
        return names;
    }

    private String numeric(String column) throws Failure {
        return numeric(column, tokens.get(at - 1));
    }

    private String numeric(String column, Token token) throws Failure {
        if (vocabulary.known() && !vocabulary.schema().column(column).type().numeric()) {
            throw failure(
                    token,
                    "\"" + column + "\" does not hold numbers or dates.",
                    "Compare categories with = or in {…}.");
        }
        return column;
    }

    private String value(String column) throws Failure {
        if (vocabulary.known() && vocabulary.schema().column(column).type().numeric()) {
            expect(new Expected.Number());
        } else {
            expect(new Expected.Value(column));
        }
        Token token = now();
        String sign = token.symbol("-") ? "-" : "";
        at += sign.length();
        boolean fits =
                switch (now().kind()) {
                    case WORD, QUOTED, DATE -> sign.isEmpty();
                    case NUMBER -> true;
                    case SYMBOL, UNCLOSED, END -> false;
                };
        if (!fits) {
            throw failure();
        }
        String text = sign + now().text();
        List<String> levels = vocabulary.levels(column);
        if (!levels.isEmpty() && !levels.contains(text)) {
            throw failure(
                    token,
                    "\"" + column + "\" has no level \"" + text + "\".",
                    Nearest.hint("Its levels are", text, levels));
        }
        at++;
        return text;
    }

    /// A number, or for a column of dates a date.
    private String quantity(String column) throws Failure {
        boolean dates =
                vocabulary.known()
                        && switch (vocabulary.schema().column(column).type()) {
                            case DATE, DATE_TIME -> true;
                            case ColumnType _ -> false;
                        };
        Token token = now();
        if (token.kind() == Token.Kind.DATE || token.kind() == Token.Kind.QUOTED) {
            if (vocabulary.known() && (!dates || Literals.date(token.text()).isEmpty())) {
                throw failure(
                        token,
                        token.shown() + " is no " + (dates ? "date." : "number."),
                        dates ? "Write a date as 2020-12-31." : "Write a number such as 18.");
            }
            at++;
            return token.text();
        } else if (dates) {
            throw failure(
                    token,
                    token.shown() + " is no date.",
                    "Write a date as 2020-12-31 to compare \"" + column + "\" with.");
        }
        int begin = at;
        number();
        return (tokens.get(begin).symbol("-") ? "-" : "") + tokens.get(at - 1).text();
    }

    private double number() throws Failure {
        expect(new Expected.Number());
        int sign = 1;
        if (now().symbol("-")) {
            sign = -1;
            at++;
        }
        if (now().kind() != Token.Kind.NUMBER) {
            throw failure();
        }
        return sign * Double.parseDouble(tokens.get(at++).text());
    }

    private Failure failure() {
        Token token = now();
        String what =
                switch (token.kind()) {
                    case END -> "The rule is not complete.";
                    case UNCLOSED -> "A quotation mark is not closed.";
                    default -> token.shown() + " does not fit here.";
                };
        List<String> words =
                at == furthest ? expected.stream().map(Expected::words).toList() : List.of();
        return failure(
                token,
                what,
                words.isEmpty() ? "Check the rule." : "Expected " + String.join(", ", words) + ".");
    }

    private static Failure failure(Token token, String what, String expected) {
        return new Failure(new Reading.Mistake(token.from(), token.to(), what, expected));
    }
}
