package org.counterpoise.engine.validate.utility;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.learn.Learner;
import org.counterpoise.engine.validate.Tables;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.Validation.Verdict;
import org.counterpoise.engine.validate.ValidationInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

class UtilityTest {

    /// People whose death depends on age, in each sex with its own strength.
    private static Dataset people(
            Part part, int n, double women, double men, RandomGenerator random) {
        double[] age = new double[n];
        double[] noise = new double[n];
        String[] sex = new String[n];
        String[] death = new String[n];
        for (int i = 0; i < n; i++) {
            boolean woman = random.nextBoolean();
            sex[i] = woman ? "F" : "M";
            age[i] = random.nextGaussian();
            noise[i] = random.nextGaussian();
            double risk = 1 / (1 + Math.exp(-(woman ? women : men) * age[i]));
            death[i] = random.nextDouble() < risk ? "1" : "0";
        }
        return Tables.of(part)
                .numbers("age", age)
                .numbers("noise", noise)
                .words("sex", Role.PROTECTED, sex)
                .words("death", Role.OUTCOME, death)
                .table();
    }

    private static Validation run(Dataset training, Dataset holdout, Dataset synthetic) {
        return run(training, holdout, synthetic, Learner.LOGISTIC_REGRESSION);
    }

    private static Validation run(
            Dataset training, Dataset holdout, Dataset synthetic, Learner learner) {
        return run(
                training,
                holdout,
                synthetic,
                "learner",
                learner.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }

    private static Validation run(
            Dataset training, Dataset holdout, Dataset synthetic, String setting, String value) {
        Utility utility = new Utility();
        UtilitySettings few = utility.settings().with(utility.defaults(), "refits", "4");
        return utility.run(
                new ValidationInput(training, Optional.of(holdout), synthetic),
                utility.settings().with(few, setting, value),
                1,
                Progress.NONE);
    }

    @ParameterizedTest
    @EnumSource(Learner.class)
    void aFreshSampleIsAsUsefulAsTheRealRows(Learner learner) {
        RandomGenerator random = Streams.of(1, 0);
        Validation validation =
                run(
                        people(Part.TRAINING, 1000, 2, 2, random),
                        people(Part.HOLDOUT, 2500, 2, 2, random),
                        people(Part.SYNTHETIC, 1000, 2, 2, random),
                        learner);
        assertThat(validation.verdict()).isEqualTo(Verdict.PASS);
        Map<String, Double> metrics = validation.assessment().metrics();
        assertThat(metrics)
                .containsKeys(
                        "utility/tstr/auc",
                        "utility/trtr/auc-pr",
                        "utility/augmented/f1",
                        "utility/tstr/brier",
                        "utility/tstr/calibration-slope",
                        "utility/ratio/auc",
                        "utility/ratio/brier/p-equivalence",
                        "utility/trts/auc",
                        "utility/analysis/overlap",
                        "utility/tstr/auc/sex=F");
        assertThat(metrics.get("utility/trtr/auc")).isGreaterThan(0.75);
        assertThat(metrics.get("utility/trts/auc")).isGreaterThan(0.75);
        assertThat(validation.assessment().severity()).isLessThan(Severity.WARNING);
    }

    @Test
    void syntheticRowsWithoutTheSignalFail() {
        RandomGenerator random = Streams.of(2, 0);
        Validation validation =
                run(
                        people(Part.TRAINING, 1000, 2, 2, random),
                        people(Part.HOLDOUT, 1000, 2, 2, random),
                        people(Part.SYNTHETIC, 1000, -0.5, -0.5, random));
        assertThat(validation.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(validation.measure().orElseThrow().interval().orElseThrow().upper())
                .isLessThan(0.95);
    }

    @Test
    void aSubgroupThatIsServedWorseIsNamed() {
        RandomGenerator random = Streams.of(3, 0);
        Validation validation =
                run(
                        people(Part.TRAINING, 2000, -2, 2, random),
                        people(Part.HOLDOUT, 2000, -2, 2, random),
                        people(Part.SYNTHETIC, 2000, 2, 2, random),
                        Learner.GRADIENT_BOOSTING);
        assertThat(validation.assessment().findings())
                .filteredOn(finding -> finding.id().equals("groups"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.headline()).contains("sex=F"))
                .satisfies(finding -> assertThat(finding.headline()).doesNotContain("sex=M"));
    }

    @Test
    void syntheticRowsOfOneOutcomeFailWithTheReason() {
        RandomGenerator random = Streams.of(4, 0);
        Dataset synthetic = people(Part.SYNTHETIC, 400, 2, 2, random);
        int[] dead =
                java.util.stream.IntStream.range(0, 400)
                        .filter(row -> synthetic.text(row, 3).equals("1"))
                        .toArray();
        Validation validation =
                run(
                        people(Part.TRAINING, 400, 2, 2, random),
                        people(Part.HOLDOUT, 400, 2, 2, random),
                        synthetic.select(dead));
        assertThat(validation.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(validation.sentence()).startsWith("No model can be trained on the synthetic");
        assertThat(validation.assessment().metrics().get("utility/tstr/auc")).isNaN();
        assertThat(validation.assessment().metrics().get("utility/trtr/auc")).isGreaterThan(0.7);
    }

    @Test
    void aSmallSubgroupIsUndefinedNotZero() {
        RandomGenerator random = Streams.of(5, 0);
        Validation validation =
                run(
                        people(Part.TRAINING, 400, 2, 2, random),
                        people(Part.HOLDOUT, 40, 2, 2, random),
                        people(Part.SYNTHETIC, 400, 2, 2, random));
        assertThat(validation.assessment().metrics().get("utility/tstr/auc/sex=F")).isNaN();
        assertThat(validation.assessment().notes())
                .anyMatch(note -> note.startsWith("Too few holdout rows to judge: sex=F"));
    }

    @Test
    void fewRowsLeaveItOpenAndSayHowManyAreNeeded() {
        RandomGenerator random = Streams.of(7, 0);
        Validation validation =
                run(
                        people(Part.TRAINING, 2000, 2, 2, random),
                        people(Part.HOLDOUT, 30, 2, 2, random),
                        people(Part.SYNTHETIC, 2000, 1.5, 2.5, random));
        assertThat(validation.sentence()).contains("undecided").contains("holdout rows");
        assertThat(validation.assessment().severity()).isLessThan(Severity.WARNING);
    }

    @Test
    void aCoefficientThatDiffersIsNamedInTheAnalysisAskedFor() {
        RandomGenerator random = Streams.of(8, 0);
        Validation validation =
                run(
                        people(Part.TRAINING, 1000, 2, 2, random),
                        people(Part.HOLDOUT, 500, 2, 2, random),
                        people(Part.SYNTHETIC, 1000, 0.5, 0.5, random),
                        "analysis",
                        "age");
        assertThat(validation.assessment().findings())
                .filteredOn(finding -> finding.id().equals("analysis"))
                .singleElement()
                .satisfies(f -> assertThat(f.headline()).contains("differ").contains("age"))
                .satisfies(f -> assertThat(f.evidence().rows()).hasSize(1));
    }

    @Test
    void otherKindsOfModelStandBesideTheFirstIfAskedFor() {
        RandomGenerator random = Streams.of(9, 0);
        Validation validation =
                run(
                        people(Part.TRAINING, 300, 2, 2, random),
                        people(Part.HOLDOUT, 300, 2, 2, random),
                        people(Part.SYNTHETIC, 300, 2, 2, random),
                        "allModels",
                        "true");
        assertThat(validation.assessment().findings())
                .filteredOn(finding -> finding.id().equals("augmented"))
                .singleElement()
                .satisfies(
                        f ->
                                assertThat(f.evidence().rows())
                                        .extracting(row -> row.getFirst())
                                        .contains("random forest", "gradient boosting"));
    }

    @Test
    void withoutAHoldoutItIsLeftOutWithTheReason() {
        RandomGenerator random = Streams.of(6, 0);
        ValidationInput input =
                new ValidationInput(
                        people(Part.TRAINING, 50, 2, 2, random),
                        Optional.empty(),
                        people(Part.SYNTHETIC, 50, 2, 2, random));
        assertThat(new Utility().applicability(input).reason()).contains("no holdout");
        assertThat(new Utility().run(input, UtilitySettings.DEFAULTS, 1, Progress.NONE).verdict())
                .isEqualTo(Verdict.LEFT_OUT);
    }
}
