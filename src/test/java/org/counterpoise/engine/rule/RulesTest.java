package org.counterpoise.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.counterpoise.engine.synth.SampleTables.people;

import org.counterpoise.engine.UserProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class RulesTest {
    private static final Vocabulary WORDS = Vocabulary.of(people(50, .1, 1));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lab < skewed",
                "age >= 18",
                "age between 18 and 90.5",
                "visit >= 2010-01-31",
                "sex in {F, M}",
                "race != never",
                "race not in {A, \"B\"}",
                "combinations of sex, race as in the data",
                "combinations of sex, dead in (F, yes), (M, no)",
                "unique sex, age",
                "sex, race determines cause",
                "lab = 2 + 0.05 * age",
                "lab = -(age - skewed) / 2 ^ 3 ^ 2 within 0.1",
                "lab = log(age) - (skewed - 1)",
                "if sex = M and age > 17 then cause is missing",
                "sum of lab, skewed = 100",
                "sum of lab, skewed = age within 0.5",
                "visit before visit",
                "visit on or before visit on or before visit",
                "never dead = yes with sex = F",
                "dead = yes and age < 50 with sex = F at most 2.5 %"
            })
    void everyKindIsWrittenAsItIsRead(String text) {
        Constraint rule = Rules.parse(text, WORDS);
        assertThat(Rules.parse(rule.text(), WORDS)).isEqualTo(rule);
        assertThat(rule.words()).endsWith(".");
        assertThat(rule.columns()).isNotEmpty();
    }

    @Test
    void arithmeticBindsAsInMathematics() {
        Constraint.Formula rule =
                (Constraint.Formula) Rules.parse("lab = 1 - 2 - 3 * age ^ 2", WORDS);
        Expression.Binary minus = (Expression.Binary) rule.expression();
        assertThat(minus.operator()).isEqualTo('-');
        assertThat(minus.left())
                .isEqualTo(
                        new Expression.Binary(
                                '-', new Expression.Number(1), new Expression.Number(2)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "agee >= 18                | 0  | Did you mean \"age\"?",
                "age >= old                | 7  | The columns are",
                "sex = X                   | 6  | F, M",
                "sex < 3                   | 0  | categories",
                "if sex = F                | 10 | \"then\"",
                "age between 18            | 14 | \"and\"",
                "race in {A, B             | 13 | \"}\"",
                "visit >= 5                | 9  | 2020-12-31",
                "age >= 18 18              | 10 | \"and\"",
                "race = \"A                | 7  | ",
                "dead = yes with sex = F at most 200 % | 32 | 0 to 100",
                "sex =                     | 5  | a value of sex",
                "lab = age + sex           | 12 | categories"
            })
    void mistakesTellTheirPlaceAndWhatIsExpected(String text, int position, String expected) {
        Reading.Mistake mistake = Rules.read(text, WORDS).mistake().orElseThrow();
        assertThat(mistake.from()).isEqualTo(position);
        assertThat(mistake.expected()).contains(expected == null ? "" : expected);
        assertThatThrownBy(() -> Rules.parse(text, WORDS))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("character " + (position + 1));
    }

    @Test
    void emptyAndOddTextsAreMistakesAndNeverFail() {
        for (String text :
                List.of("", "   ", "\"", "(", "}{", "age", "§$%", "if", "unique", "🙂")) {
            assertThat(Rules.read(text, WORDS).mistake()).as(text).isPresent();
            assertThat(Rules.complete(text, text.length(), WORDS)).isNotNull();
        }
    }

    private static List<String> proposed(String text) {
        return Rules.complete(text, text.length(), WORDS).stream().map(Proposal::text).toList();
    }

    @Test
    void proposalsFollowTheGrammar() {
        assertThat(proposed("")).contains("age", "if", "unique", "never");
        assertThat(proposed("ag")).containsExactly("age");
        assertThat(proposed("sex = ")).contains("F", "M");
        assertThat(proposed("race in {A, ")).contains("B", "never").doesNotContain("age");
        assertThat(proposed("if sex = F ")).contains("then", "and");
        assertThat(proposed("if sex = F th")).containsExactly("then");
        assertThat(proposed("age ")).contains("between", ">=", "before", "determines");
        assertThat(proposed("nonsense = F ")).isEmpty();
    }

    @Test
    void aProposalReplacesTheBegunWordAlone() {
        Proposal proposal = Rules.complete("if se then", 5, WORDS).getFirst();
        assertThat(proposal).isEqualTo(new Proposal(Proposal.Kind.COLUMN, "sex", "sex", 3, 5));
    }

    @Test
    void conditionsTakeCommasForAnd() {
        Condition condition = Rules.condition("sex=F, age>=70", WORDS);
        assertThat(condition.text()).isEqualTo("sex = F and age >= 70");
        assertThat(Condition.of(condition.text())).isEqualTo(condition);
        assertThat(condition.words()).isEqualTo("sex is F and age is at least 70");
    }
}
