package org.counterpoise.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.counterpoise.engine.CountedProgress;
import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.validate.Validation.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// What every validator in the catalogue must do.
class ValidatorContractTest {

    static Stream<Validator<?>> validators() {
        return Validations.validators().stream();
    }

    private static <S extends Record> Validation run(
            Validator<S> validator, ValidationInput input, Progress progress) {
        return validator.run(input, validator.defaults(), 7, progress);
    }

    private static Validation run(Validator<?> validator, ValidationInput input) {
        return run(validator, input, Progress.NONE);
    }

    private static Dataset people(Part part, int n, long seed) {
        RandomGenerator random = Streams.of(seed, 0);
        double[] age = new double[n];
        double[] crp = new double[n];
        String[] sex = new String[n];
        String[] death = new String[n];
        for (int i = 0; i < n; i++) {
            age[i] = 60 + 10 * random.nextGaussian();
            crp[i] = random.nextInt(5) == 0 ? Double.NaN : Math.exp(random.nextGaussian());
            sex[i] = random.nextBoolean() ? "F" : "M";
            death[i] = random.nextDouble() < 0.3 + (age[i] - 60) / 50 ? "1" : "0";
        }
        return table(part, age, crp, sex, death);
    }

    private static Dataset table(
            Part part, double[] age, double[] crp, String[] sex, String[] death) {
        return Tables.of(part)
                .numbers("age", age)
                .numbers("crp", crp)
                .words("sex", Role.PROTECTED, sex)
                .words("death", Role.OUTCOME, death)
                .table();
    }

    private static ValidationInput against(Dataset synthetic) {
        return new ValidationInput(
                people(Part.TRAINING, 300, 1),
                Optional.of(people(Part.HOLDOUT, 100, 2)),
                synthetic);
    }

    private static void check(Validation validation) {
        assertThat(validation.sentence()).isNotBlank();
        if (validation.verdict() != Verdict.LEFT_OUT) {
            assertThat(validation.measure()).isPresent();
            assertThat(validation.threshold().orElseThrow().source()).isNotBlank();
            assertThat(validation.assessment().findings()).isNotEmpty();
            validation
                    .assessment()
                    .findings()
                    .forEach(
                            finding ->
                                    finding.figures()
                                            .forEach(
                                                    figure -> {
                                                        assertThat(figure.summary()).isNotBlank();
                                                        assertThat(figure.data().rows())
                                                                .isNotNull();
                                                    }));
        }
    }

    @ParameterizedTest
    @MethodSource("validators")
    void judgesAFreshSampleWithoutFailing(Validator<?> validator) {
        Validation validation = run(validator, against(people(Part.SYNTHETIC, 300, 3)));
        check(validation);
        assertThat(validation.pillar()).isEqualTo(validator.pillar());
        assertThat(validation.verdict()).isNotIn(Verdict.FAIL, Verdict.LEFT_OUT);
        assertThat(validation.measure().orElseThrow().interval().orElseThrow().defined()).isTrue();
        assertThat(validation.assessment().metrics().keySet())
                .allMatch(name -> name.startsWith(validator.id() + "/"));
    }

    @ParameterizedTest
    @MethodSource("validators")
    void anEmptySyntheticTableIsLeftOut(Validator<?> validator) {
        ValidationInput input = against(people(Part.SYNTHETIC, 0, 3));
        assertThat(validator.applicability(input).reason()).contains("no rows");
        assertThat(run(validator, input).verdict()).isEqualTo(Verdict.LEFT_OUT);
    }

    @ParameterizedTest
    @MethodSource("validators")
    void degenerateTablesAreJudgedOrLeftOut(Validator<?> validator) {
        int n = 60;
        double[] missing = filled(n, Double.NaN);
        String[] none = words(n, "");
        List<Dataset> hard =
                List.of(
                        people(Part.SYNTHETIC, 1, 3),
                        table(
                                Part.SYNTHETIC,
                                filled(n, 60),
                                filled(n, 1),
                                words(n, "F"),
                                words(n, "1")),
                        table(Part.SYNTHETIC, missing, missing, none, none),
                        table(
                                Part.SYNTHETIC,
                                filled(n, Double.POSITIVE_INFINITY),
                                filled(n, -1e300),
                                words(n, "unknown"),
                                words(n, "perhaps")),
                        table(Part.SYNTHETIC, filled(n, 60), missing, manyWords(n), manyWords(n)));
        for (Dataset synthetic : hard) {
            check(run(validator, against(synthetic)));
            check(
                    run(
                            validator,
                            new ValidationInput(
                                    synthetic.withPart(Part.TRAINING),
                                    Optional.of(people(Part.HOLDOUT, 40, 2)),
                                    people(Part.SYNTHETIC, 50, 4))));
        }
    }

    @ParameterizedTest
    @MethodSource("validators")
    void aMissingColumnIsTheUsersProblem(Validator<?> validator) {
        Dataset synthetic = people(Part.SYNTHETIC, 50, 3).project(List.of("age", "sex", "death"));
        assertThatThrownBy(() -> run(validator, against(synthetic)))
                .isInstanceOfSatisfying(
                        UserProblem.class, problem -> assertThat(problem.what()).contains("crp"));
    }

    @ParameterizedTest
    @MethodSource("validators")
    void wordsWhereTheRealDataHasNumbersAreTheUsersProblem(Validator<?> validator) {
        Dataset synthetic =
                Tables.of(Part.SYNTHETIC)
                        .words("age", words(50, "old"))
                        .numbers("crp", filled(50, 1))
                        .words("sex", Role.PROTECTED, words(50, "F"))
                        .words("death", Role.OUTCOME, words(50, "1"))
                        .table();
        assertThatThrownBy(() -> run(validator, against(synthetic)))
                .isInstanceOfSatisfying(
                        UserProblem.class,
                        problem -> assertThat(problem.what()).contains("\"age\" is a number"));
    }

    @ParameterizedTest
    @MethodSource("validators")
    void withoutHoldoutOrOutcomeItJudgesOrSaysWhatIsMissing(Validator<?> validator) {
        Dataset training = people(Part.TRAINING, 200, 1);
        Dataset synthetic = people(Part.SYNTHETIC, 200, 3);
        check(run(validator, new ValidationInput(training, Optional.empty(), synthetic)));
        Dataset plain =
                training.withSchema(
                        training.schema().with("death", info -> info.withRole(Role.FEATURE)));
        check(
                run(
                        validator,
                        new ValidationInput(
                                plain, Optional.of(people(Part.HOLDOUT, 60, 2)), synthetic)));
    }

    @ParameterizedTest
    @MethodSource("validators")
    void cancellingTakesEffectAtTheNextQuestion(Validator<?> validator) {
        ValidationInput input = against(people(Part.SYNTHETIC, 300, 3));
        CountedProgress.assertStops(10, progress -> run(validator, input, progress));
    }

    @ParameterizedTest
    @MethodSource("validators")
    void theResultDoesNotDependOnTheNumberOfThreads(Validator<?> validator) {
        int before = Parallel.threads();
        ValidationInput input = against(people(Part.SYNTHETIC, 300, 3));
        try {
            Parallel.setThreads(1);
            Validation one = run(validator, input);
            Parallel.setThreads(2);
            Validation two = run(validator, input);
            assertThat(two)
                    .usingRecursiveComparison()
                    .withEqualsForType((a, b) -> Double.compare(a, b) == 0, Double.class)
                    .isEqualTo(one);
        } finally {
            Parallel.setThreads(before);
        }
    }

    private static double[] filled(int n, double value) {
        double[] values = new double[n];
        Arrays.fill(values, value);
        return values;
    }

    private static String[] words(int n, String word) {
        String[] words = new String[n];
        Arrays.fill(words, word);
        return words;
    }

    private static String[] manyWords(int n) {
        String[] words = new String[n];
        Arrays.setAll(words, i -> "level " + i);
        return words;
    }
}
