package org.counterpoise.engine.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The language of rules. One rule is one line:
///
/// ```
/// diastolic < systolic                          inequality between columns: < <= > >=
/// age between 18 and 90        dose > 0         range of numbers or dates
/// sex in {F, M}                status != lost   one of these values, or none of them
/// combinations of sex, pregnant as in the data  fixed combinations; or: in (F, yes), (M, no)
/// unique site, number                           unique key
/// site determines region                        functional dependency
/// bmi = weight / (height / 100) ^ 2 within 0.1  formula: + - * / ^ log exp sqrt abs round floor
/// if sex = M and age > 17 then pregnant = no    conditional rule
/// sum of protein, fat, carbohydrate = 100       sum to a number or a column
/// birth before diagnosis on or before death     order of dates (one kind of step per rule)
/// never disease = X with drug = Y               forbidden association
/// disease = X with drug = Y at most 2 %         … up to a share of all rows
/// ```
///
/// Names and values with spaces or signs stand in double quotes. Capital letters count in names and
/// values, not in the words of the language.
public final class Rules {
    private static final int MOST_PROPOSALS = 50;

    private Rules() {}

    /// Reads a rule, or says where it cannot be understood. For an editor: never throws on a text.
    public static Reading read(String text, Vocabulary vocabulary) {
        RuleParser parser = new RuleParser(text, vocabulary);
        try {
            return Reading.of(parser.rule());
        } catch (RuleParser.Failure failure) {
            return Reading.of(failure.mistake());
        }
    }

    /// Reads a rule.
    ///
    /// @throws org.counterpoise.engine.UserProblem naming the position and what was expected there
    public static Constraint parse(String text, Vocabulary vocabulary) {
        Reading reading = read(text, vocabulary);
        return reading.rule().orElseThrow(() -> reading.mistake().orElseThrow().problem(text));
    }

    /// Reads several rules.
    ///
    /// @throws org.counterpoise.engine.UserProblem for the first that cannot be understood
    public static List<Constraint> parse(List<String> texts, Vocabulary vocabulary) {
        return texts.stream().map(text -> parse(text, vocabulary)).toList();
    }

    /// Splits the content of a file of rules: one per line, empty lines and those that begin with
    /// `#` do not count.
    public static List<String> lines(String content) {
        return content.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /// Reads a condition such as `sex = F and age >= 70`; commas may stand for "and".
    ///
    /// @throws org.counterpoise.engine.UserProblem naming the position and what was expected there
    public static Condition condition(String text, Vocabulary vocabulary) {
        if (text.isBlank()) {
            return Condition.ANY;
        }
        try {
            return new RuleParser(text, vocabulary).wholeCondition();
        } catch (RuleParser.Failure failure) {
            throw failure.mistake().problem(text);
        }
    }

    /// How a rule could go on.
    ///
    /// @param caret position in the text; what stands behind it does not count
    /// @return proposals that fit the word the caret is in, in a useful order; none if the text
    ///     before that word is not the beginning of a rule
    public static List<Proposal> complete(String text, int caret, Vocabulary vocabulary) {
        String before = text.substring(0, caret);
        List<Token> tokens = Token.all(before);
        int from = caret;
        String begun = "";
        if (tokens.size() > 1) {
            Token last = tokens.get(tokens.size() - 2);
            boolean open = last.to() == caret && last.kind() != Token.Kind.SYMBOL;
            if (open && last.kind() != Token.Kind.QUOTED) {
                from = last.from();
                begun = last.text().replace("\"", "");
            }
        }
        RuleParser parser = new RuleParser(before.substring(0, from), vocabulary);
        Map<String, Proposal> proposals = new LinkedHashMap<>();
        for (Expected expected : parser.expectedAtEnd()) {
            for (Proposal proposal : proposals(expected, vocabulary, from, caret)) {
                if (fits(proposal.text(), begun)) {
                    proposals.putIfAbsent(proposal.insert(), proposal);
                }
            }
        }
        List<Proposal> all = new ArrayList<>(proposals.values());
        return all.subList(0, Math.min(MOST_PROPOSALS, all.size()));
    }

    private static boolean fits(String text, String begun) {
        return text.toLowerCase(Locale.ROOT).startsWith(begun.toLowerCase(Locale.ROOT));
    }

    private static List<Proposal> proposals(
            Expected expected, Vocabulary vocabulary, int from, int to) {
        return switch (expected) {
            case Expected.Keyword word ->
                    List.of(new Proposal(Proposal.Kind.WORD, word.text(), word.text(), from, to));
            case Expected.AnyColumn _ ->
                    vocabulary.schema().names().stream()
                            .map(
                                    name ->
                                            new Proposal(
                                                    Proposal.Kind.COLUMN,
                                                    name,
                                                    RuleText.name(name),
                                                    from,
                                                    to))
                            .toList();
            case Expected.Value value ->
                    vocabulary.levels(value.column()).stream()
                            .map(
                                    level ->
                                            new Proposal(
                                                    Proposal.Kind.VALUE,
                                                    level,
                                                    RuleText.value(level),
                                                    from,
                                                    to))
                            .toList();
            case Expected.Number _ -> List.of();
        };
    }
}
