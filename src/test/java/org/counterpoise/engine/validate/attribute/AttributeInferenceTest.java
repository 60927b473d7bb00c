package org.counterpoise.engine.validate.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.validate.Tables;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.Validation.Verdict;
import org.counterpoise.engine.validate.ValidationInput;
import org.counterpoise.engine.validate.attack.PlantedLeaks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

class AttributeInferenceTest {
    private static final AttributeInference VALIDATOR = new AttributeInference();

    private static Dataset keyed(Part part, String[] a, String[] b, String[] secret) {
        return Tables.of(part)
                .words("a", Role.QUASI_IDENTIFIER, a)
                .words("b", Role.QUASI_IDENTIFIER, b)
                .words("secret", Role.SENSITIVE, secret)
                .table();
    }

    private static Validation judged(Dataset training, Dataset holdout, Dataset synthetic) {
        return VALIDATOR.run(
                new ValidationInput(training, Optional.of(holdout), synthetic),
                VALIDATOR.defaults(),
                1,
                Progress.NONE);
    }

    private static double metric(Validation validation, String name) {
        Double value = validation.assessment().metrics().get("attribute/" + name);
        assertThat(value).as(name).isNotNull();
        return value == null ? Double.NaN : value;
    }

    @Test
    void attributionFollowsItsDefinitions() {
        Dataset synthetic =
                keyed(
                        Part.SYNTHETIC,
                        new String[] {"1", "1", "1", "2"},
                        new String[] {"x", "x", "x", "y"},
                        new String[] {"A", "B", "A", "B"});
        // (1, x, A) is right for 2 of 3 rows, (2, y, A) for none of one; (2, x) is not there, and
        // its closest keys (1, x) and (2, y) together have B in 2 of 4 rows. One has no secret.
        Dataset people =
                keyed(
                        Part.TRAINING,
                        new String[] {"1", "2", "2", "1"},
                        new String[] {"x", "y", "x", "x"},
                        new String[] {"A", "A", "B", ""});
        Validation validation = judged(people, people.withPart(Part.HOLDOUT), synthetic);
        assertThat(metric(validation, "cap/secret/training/cap")).isEqualTo(1.0 / 3);
        assertThat(metric(validation, "cap/secret/training/0cap"))
                .isCloseTo(2.0 / 9, within(1e-12));
        assertThat(metric(validation, "cap/secret/training")).isCloseTo(7.0 / 18, within(1e-12));
        assertThat(metric(validation, "cap/secret/training/matched")).isEqualTo(2);
        assertThat(metric(validation, "cap/secret/gain")).isZero();
    }

    @Test
    void sharesExplainedAndTheirErrorFollowTheirFormula() {
        // ȳ = 2.5, Σ(y − ȳ)² = 5 per four values, Σ(y − ŷ)² = 1: R² = 0.8.
        double[] y = new double[12];
        double[] predicted = new double[12];
        for (int i = 0; i < 12; i++) {
            y[i] = i % 4 + 1;
            predicted[i] = y[i] + 0.5;
        }
        Score score = Score.explained(predicted, y);
        assertThat(score.value()).isCloseTo(0.8, within(1e-12));
        // Linearised: (0.25 − 0.2·(y − ȳ)²)/1.25 is −0.16 for the ends and 0.16 within.
        assertThat(score.error()).isCloseTo(0.16 / Math.sqrt(11), within(1e-12));
    }

    @Test
    void whatIsTrueOfEveryoneIsNoLeakThoughItIsGuessed() {
        RandomGenerator random = Streams.of(3, 0);
        Validation validation =
                judged(
                        related(Part.TRAINING, random),
                        related(Part.HOLDOUT, random),
                        related(Part.SYNTHETIC, random));
        assertThat(metric(validation, "model/secret/control")).isGreaterThan(0.9);
        assertThat(metric(validation, "model/dose/control")).isGreaterThan(0.8);
        assertThat(validation.verdict()).isEqualTo(Verdict.PASS);
    }

    /// A secret category and a secret number that follow from what is known.
    private static Dataset related(Part part, RandomGenerator random) {
        int n = 1500;
        double[] age = new double[n];
        double[] dose = new double[n];
        String[] secret = new String[n];
        for (int i = 0; i < n; i++) {
            age[i] = 20 + 60 * random.nextDouble();
            dose[i] = 3 * age[i] + 10 * random.nextGaussian();
            secret[i] = age[i] + 5 * random.nextGaussian() > 50 ? "yes" : "no";
        }
        Tables table = Tables.of(part).numbers("age", age).numbers("dose", dose);
        Dataset data = table.words("secret", Role.SENSITIVE, secret).table();
        return data.withSchema(
                data.schema()
                        .with("age", info -> info.withRole(Role.QUASI_IDENTIFIER))
                        .with("dose", info -> info.withRole(Role.SENSITIVE)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1})
    void leaksAreCaught(double changed) {
        assertThat(PlantedLeaks.judged(VALIDATOR, 500, changed, 3).verdict())
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void aFreshSampleIsNotAccusedAndWarningsHoldTheirLevel() {
        int failed = 0;
        int warned = 0;
        for (int seed = 0; seed < 40; seed++) {
            Validation validation = PlantedLeaks.judged(VALIDATOR, 250, 1, 100 + seed);
            failed += validation.verdict() == Verdict.FAIL ? 1 : 0;
            warned +=
                    validation.assessment().findings().stream()
                                    .anyMatch(f -> f.severity().compareTo(Severity.WARNING) >= 0)
                            ? 1
                            : 0;
        }
        assertThat(failed).isZero();
        // 99.9 % of Binomial(40, 0.05) lies under 8.
        assertThat(warned).isLessThan(8);
    }

    @Test
    void withoutAHoldoutNothingIsJudged() {
        String[] words = new String[40];
        Arrays.setAll(words, i -> i % 2 == 0 ? "u" : "v");
        Dataset training = keyed(Part.TRAINING, words, words, words);
        Validation validation =
                VALIDATOR.run(
                        new ValidationInput(
                                training, Optional.empty(), training.withPart(Part.SYNTHETIC)),
                        VALIDATOR.defaults(),
                        1,
                        Progress.NONE);
        assertThat(validation.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(validation.sentence()).contains("holdout");
        assertThat(metric(validation, "model/secret/training")).isEqualTo(1);
    }
}
