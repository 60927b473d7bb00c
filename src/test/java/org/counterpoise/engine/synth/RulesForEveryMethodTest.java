package org.counterpoise.engine.synth;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.CountedProgress;
import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.OriginColumn;
import org.counterpoise.engine.rule.Checker;
import org.counterpoise.engine.rule.Condition;
import org.counterpoise.engine.rule.Constraint;
import org.counterpoise.engine.rule.Rules;
import org.counterpoise.engine.rule.Vocabulary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Every kind of rule with every synthesizer of the catalogue.
class RulesForEveryMethodTest {
    private static final int THREADS = Parallel.threads();
    private static final int ROWS = 400;
    private static final Dataset PEOPLE = SampleTables.people(ROWS, .1, 1);

    /// One rule of each kind and more; some are broken by many real rows, the last ones cannot be
    /// obeyed.
    private static final List<String> RULES =
            List.of(
                    "skewed < lab",
                    "lab >= skewed",
                    "age between 40 and 75",
                    "visit >= 2012-01-01",
                    "race in {A, B}",
                    "combinations of race, cause as in the data",
                    "combinations of sex, dead in (F, yes), (M, no)",
                    "unique visit",
                    "unique lab, age",
                    "sex, dead determines race",
                    "lab = 2 + 0.05 * age",
                    "skewed = lab / age within 0.01",
                    "if sex = M then age < 70",
                    "if dead = no then cause is missing",
                    "sum of lab, skewed = 10",
                    "sum of skewed, lab = age",
                    "visit before visit",
                    "never dead = yes with sex = F",
                    "race = A with sex = F at most 10 %",
                    "unique sex",
                    "age > 500");

    static Stream<Arguments> everyKindAndMethod() {
        return methods().flatMap(id -> RULES.stream().map(rule -> Arguments.of(id, rule)));
    }

    static Stream<String> methods() {
        return SynthesizerContractTest.makers().map(Synthesizer::id);
    }

    @AfterEach
    void giveThreadsBack() {
        Parallel.setThreads(THREADS);
    }

    private static List<Constraint> rules(String... texts) {
        return Rules.parse(List.of(texts), Vocabulary.of(PEOPLE));
    }

    private static Synthesis draw(
            String method, List<Constraint> rules, SamplingPlan plan, Progress progress) {
        Synthesizer<?> found = Catalogue.find(Synthesizer.class, method);
        return draw(found, rules, plan, progress);
    }

    private static <S extends Record> Synthesis draw(
            Synthesizer<S> method, List<Constraint> rules, SamplingPlan plan, Progress progress) {
        FittedSynthesizer model =
                Fitting.fit(method, PEOPLE, method.defaults(), rules, 7, progress);
        return Drawing.draw(model, plan, PEOPLE, Optional.empty(), rules, 3, progress);
    }

    @ParameterizedTest
    @MethodSource("everyKindAndMethod")
    void endsWithoutViolationsAndWithEveryMissingRowExplained(String method, String text) {
        List<Constraint> rules = rules(text);
        Synthesis drawn = draw(method, rules, SamplingPlan.keep(150), Progress.NONE);
        boolean[] broken = Checker.of(rules.getFirst(), PEOPLE).broken(drawn.data());
        assertThat(broken).doesNotContain(true);
        int missing = drawn.shortfalls().stream().mapToInt(s -> s.target().rows() - s.made()).sum();
        assertThat(drawn.data().rows()).isEqualTo(150 - missing);
        assertThat(drawn.shortfalls()).allMatch(s -> !s.reason().isBlank());
        Steered.RuleResult result = drawn.steered().rules().getFirst();
        assertThat(result.left()).isZero();
        assertThat(result.rejected()).isLessThanOrEqualTo(result.drawn());
        if (missing > 0) {
            assertThat(result.rejected()).isPositive();
            assertThat(drawn.shortfalls().getFirst().reason()).contains(text);
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void rulesTogetherHoldWithGroupsAndConditions(String method) {
        List<Constraint> rules =
                rules("skewed < lab", "combinations of cause, dead as in the data", "age < 90");
        Target women = new Target(Map.of("sex", "F"), Condition.of("age >= 60"), 60);
        Target heart = new Target(Condition.of("cause = heart, lab > 4"), 30);
        SamplingPlan plan =
                new SamplingPlan(
                        SamplingPlan.Goal.TYPED,
                        List.of(),
                        0,
                        List.of(women, heart),
                        SamplingPlan.Result.SYNTHETIC);
        Synthesis drawn = draw(method, rules, plan, Progress.NONE);
        for (Steered.Reached reached : drawn.steered().plan()) {
            assertThat(reached.reached()).isEqualTo(reached.requested());
            assertThat(Cells.rows(drawn.data(), reached.target()).length)
                    .isGreaterThanOrEqualTo(reached.requested());
        }
        for (Constraint rule : rules) {
            assertThat(Checker.of(rule, PEOPLE).broken(drawn.data())).doesNotContain(true);
        }
        assertThat(drawn.data().rows()).isEqualTo(90);
        assertThat(drawn.steered().metrics())
                .containsEntry("synthesis/plan/sex=F,age >= 60/reached", 60.0);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void keysOfAnAugmentedTableDifferFromRealOnes(String method) {
        SamplingPlan plan =
                new SamplingPlan(
                        SamplingPlan.Goal.KEEP,
                        List.of(),
                        ROWS + 50,
                        List.of(),
                        SamplingPlan.Result.AUGMENTED);
        Dataset data = draw(method, rules("unique visit, lab"), plan, Progress.NONE).data();
        Set<String> real = new HashSet<>();
        for (int row : OriginColumn.realRows(data)) {
            real.add(key(data, row));
        }
        Set<String> made = new HashSet<>();
        for (int row : OriginColumn.syntheticRows(data)) {
            if (!Double.isNaN(data.numbers("lab")[row])) {
                assertThat(real).doesNotContain(key(data, row));
                assertThat(made.add(key(data, row))).isTrue();
            }
        }
    }

    private static String key(Dataset data, int row) {
        return data.numbers("visit")[row] + " " + data.numbers("lab")[row];
    }

    @ParameterizedTest
    @MethodSource("methods")
    void theSeedDecidesAndTheNumberOfThreadsDoesNot(String method) {
        List<Constraint> rules =
                rules(
                        "skewed < lab",
                        "if sex = M then age < 60",
                        "race = A with sex = F at most 9 %");
        Set<String> hashes = new HashSet<>();
        for (int threads : new int[] {1, 2}) {
            Parallel.setThreads(threads);
            hashes.add(draw(method, rules, SamplingPlan.keep(3000), Progress.NONE).data().hash());
        }
        assertThat(hashes).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void cancellingTakesEffectAtTheNextQuestion(String method) {
        List<Constraint> rules = rules("age > 500");
        SamplingPlan plan = SamplingPlan.keep(2000);
        CountedProgress.assertStops(20, progress -> draw(method, rules, plan, progress));
    }
}
