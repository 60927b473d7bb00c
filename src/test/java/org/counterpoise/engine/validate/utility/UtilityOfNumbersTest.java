package org.counterpoise.engine.validate.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.learn.Learner;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.Validation.Verdict;
import org.counterpoise.engine.validate.ValidationInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

class UtilityOfNumbersTest {
    private static final MeasuredPeople PLAIN = new MeasuredPeople(2, 2);

    private static Validation run(Dataset training, Dataset holdout, Dataset synthetic) {
        return run(new ValidationInput(training, Optional.of(holdout), synthetic), "refits", "4");
    }

    private static Validation run(ValidationInput input, String setting, String value) {
        Utility utility = new Utility();
        UtilitySettings few = utility.settings().with(utility.defaults(), "refits", "4");
        return utility.run(input, utility.settings().with(few, setting, value), 1, Progress.NONE);
    }

    private static Map<String, Double> metrics(Validation validation) {
        return validation.assessment().metrics();
    }

    private static Finding finding(Validation validation, String id) {
        return validation.assessment().findings().stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Learner.class)
    void aFreshSampleIsAsUsefulAsTheRealRows(Learner learner) {
        RandomGenerator random = Streams.of(1, 0);
        int rows = learner == Learner.RANDOM_FOREST ? 150 : 600;
        Validation validation =
                run(
                        new ValidationInput(
                                PLAIN.draw(Part.TRAINING, rows, random),
                                Optional.of(PLAIN.draw(Part.HOLDOUT, 2 * rows, random)),
                                PLAIN.draw(Part.SYNTHETIC, rows, random)),
                        "learner",
                        learner.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        // Forests of so few rows differ by more than the margin allows to tell.
        assertThat(validation.verdict())
                .isEqualTo(learner == Learner.RANDOM_FOREST ? Verdict.UNDECIDED : Verdict.PASS);
        assertThat(validation.assessment().severity()).isLessThan(Severity.WARNING);
        assertThat(metrics(validation))
                .containsKeys(
                        "utility/tstr/r2",
                        "utility/trtr/rmse",
                        "utility/augmented/mae",
                        "utility/tstr/calibration-slope",
                        "utility/ratio/rmse/p-equivalence",
                        "utility/trts/r2",
                        "utility/tstr/r2/sex=F",
                        "utility/importance/kendall-tau",
                        "utility/analysis/overlap");
        // Age explains 4 of 5 parts of the variance, of which forests of few rows find less.
        double off = learner == Learner.RANDOM_FOREST ? 0.3 : 0.05;
        assertThat(metrics(validation).get("utility/trtr/r2")).isCloseTo(0.8, within(off));
        assertThat(metrics(validation).get("utility/trts/r2")).isCloseTo(0.8, within(off));
        assertThat(metrics(validation).get("utility/tstr/calibration-slope"))
                .isCloseTo(1, within(learner == Learner.RANDOM_FOREST ? 0.6 : 0.1));
    }

    @Test
    void aCopyOfTheTrainingRowsMakesNoDifferenceAtAll() {
        RandomGenerator random = Streams.of(2, 0);
        Dataset training = PLAIN.draw(Part.TRAINING, 300, random);
        Validation validation =
                run(
                        training,
                        PLAIN.draw(Part.HOLDOUT, 300, random),
                        training.withPart(Part.SYNTHETIC));
        Map<String, Double> metrics = metrics(validation);
        assertThat(metrics.get("utility/tstr/r2")).isEqualTo(metrics.get("utility/trtr/r2"));
        assertThat(metrics.get("utility/ratio/r2")).isEqualTo(1);
        assertThat(metrics.get("utility/ratio/mae")).isEqualTo(1);
        assertThat(metrics.get("utility/analysis/overlap")).isCloseTo(1, within(1e-12));
        assertThat(validation.verdict()).isNotEqualTo(Verdict.FAIL);
    }

    /// Noise and its mirror image have opposite slopes, which by chance help as much as they harm;
    /// what is left of both is their square, a loss.
    @Test
    void noiseExplainsNothingAndFails() {
        RandomGenerator random = Streams.of(3, 0);
        Dataset training = PLAIN.draw(Part.TRAINING, 500, random);
        Dataset holdout = PLAIN.draw(Part.HOLDOUT, 500, random);
        Dataset noise = new MeasuredPeople(0, 0).draw(Part.SYNTHETIC, 500, random);
        double[] mirrored =
                Arrays.stream(noise.numbers("pressure")).map(value -> 240 - value).toArray();
        double explained = 0;
        for (Dataset synthetic :
                List.of(
                        noise,
                        noise.project(List.of("age", "noise", "sex"))
                                .with(
                                        noise.schema().column("pressure"),
                                        new Column.Numbers(mirrored)))) {
            Validation validation = run(training, holdout, synthetic);
            assertThat(validation.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(metrics(validation).get("utility/ratio/r2/upper")).isLessThan(0.95);
            assertThat(finding(validation, "analysis").headline()).contains("age");
            explained += metrics(validation).getOrDefault("utility/tstr/r2", Double.NaN);
        }
        assertThat(explained).isNegative();
    }

    @Test
    void whereRealRowsPredictNothingItCannotTell() {
        RandomGenerator random = Streams.of(4, 0);
        MeasuredPeople noise = new MeasuredPeople(0, 0);
        Validation validation =
                run(
                        noise.draw(Part.TRAINING, 300, random),
                        noise.draw(Part.HOLDOUT, 300, random),
                        noise.draw(Part.SYNTHETIC, 300, random));
        assertThat(validation.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(validation.sentence()).contains("cannot be told").contains("chance");
    }

    @Test
    void aSubgroupThatIsServedWorseIsNamed() {
        RandomGenerator random = Streams.of(5, 0);
        MeasuredPeople unlike = new MeasuredPeople(-2, 2);
        Validation validation =
                run(
                        new ValidationInput(
                                unlike.draw(Part.TRAINING, 800, random),
                                Optional.of(unlike.draw(Part.HOLDOUT, 800, random)),
                                PLAIN.draw(Part.SYNTHETIC, 800, random)),
                        "learner",
                        "gradient-boosting");
        assertThat(finding(validation, "groups").headline())
                .contains("sex=F")
                .doesNotContain("sex=M");
        assertThat(finding(validation, "groups").severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void syntheticRowsOfOneValueFailWithTheReason() {
        RandomGenerator random = Streams.of(6, 0);
        Dataset synthetic = PLAIN.draw(Part.SYNTHETIC, 200, random);
        Validation validation =
                run(
                        PLAIN.draw(Part.TRAINING, 200, random),
                        PLAIN.draw(Part.HOLDOUT, 200, random),
                        synthetic.select(new int[200]));
        assertThat(validation.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(validation.sentence()).contains("\"pressure\" does not vary");
        assertThat(metrics(validation).get("utility/tstr/r2")).isNaN();
    }

    @Test
    void otherKindsOfModelStandBesideTheFirstIfAskedFor() {
        RandomGenerator random = Streams.of(7, 0);
        Validation validation =
                run(
                        new ValidationInput(
                                PLAIN.draw(Part.TRAINING, 200, random),
                                Optional.of(PLAIN.draw(Part.HOLDOUT, 200, random)),
                                PLAIN.draw(Part.SYNTHETIC, 200, random)),
                        "allModels",
                        "true");
        assertThat(finding(validation, "augmented").evidence().rows())
                .extracting(row -> row.getFirst())
                .contains("random forest", "gradient boosting");
    }

    /// A finding that warns of one clean table in twenty warns of over 7 among 60 once in 140
    /// times.
    @Test
    void freshSamplesAreSeldomAccused() {
        Map<String, Integer> warnings = new TreeMap<>();
        for (int repeat = 0; repeat < 60; repeat++) {
            RandomGenerator random = Streams.of(8, repeat);
            Validation validation =
                    run(
                            PLAIN.draw(Part.TRAINING, 150, random),
                            PLAIN.draw(Part.HOLDOUT, 150, random),
                            PLAIN.draw(Part.SYNTHETIC, 150, random));
            for (Finding finding : validation.assessment().findings()) {
                if (finding.severity().compareTo(Severity.WARNING) >= 0) {
                    warnings.merge(finding.id(), 1, Integer::sum);
                }
            }
        }
        assertThat(warnings.values()).allMatch(count -> count <= 9);
    }
}
