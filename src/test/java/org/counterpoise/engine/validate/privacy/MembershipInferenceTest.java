package org.counterpoise.engine.validate.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
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

class MembershipInferenceTest {
    private static final MembershipInference VALIDATOR = new MembershipInference();

    private static double[] normal(int n, double mean, RandomGenerator random) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> mean + random.nextGaussian());
        return values;
    }

    private static Dataset table(Part part, double[][] columns) {
        return Tables.of(part)
                .numbers("a", columns[0])
                .numbers("b", columns[1])
                .numbers("c", columns[2])
                .table();
    }

    private static double[][] people(int n, RandomGenerator random) {
        return new double[][] {normal(n, 0, random), normal(n, 0, random), normal(n, 0, random)};
    }

    private static Validation judged(Dataset training, Dataset holdout, Dataset synthetic) {
        return VALIDATOR.run(
                new ValidationInput(training, Optional.of(holdout), synthetic),
                VALIDATOR.defaults(),
                1,
                Progress.NONE);
    }

    private static double metric(Validation validation, String name) {
        Double value = validation.assessment().metrics().get("membership/" + name);
        assertThat(value).isNotNull();
        return value == null ? Double.NaN : value;
    }

    @Test
    void scoresFollowTheirDefinition() {
        // Range of the real rows 10. Training 0 and 10 lie 0 and 0.5 from the synthetic 0 and 5;
        // the holdout rows 2, 2, 8, 8 lie 0.2 and 0.3 from them whichever half they are in. Of the
        // four or fewer pairs by distance, 0 is above and 10 below every one: one half.
        Validation validation =
                judged(
                        Tables.of(Part.TRAINING).numbers("x", 0, 10).table(),
                        Tables.of(Part.HOLDOUT).numbers("x", 2, 2, 8, 8).table(),
                        Tables.of(Part.SYNTHETIC).numbers("x", 0, 5).table());
        assertThat(metric(validation, "distance/auc")).isEqualTo(0.5);
        assertThat(validation.verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.3})
    void leaksAreCaught(double changed) {
        assertThat(PlantedLeaks.judged(VALIDATOR, 500, changed, 3).verdict())
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void aFreshSampleIsNotAccusedAndWarningsHoldTheirLevel() {
        int significant = 0;
        int warned = 0;
        for (int seed = 0; seed < 100; seed++) {
            Validation validation = PlantedLeaks.judged(VALIDATOR, 400, 1, 100 + seed);
            assertThat(validation.verdict()).isNotEqualTo(Verdict.FAIL);
            significant += validation.measure().orElseThrow().adjustedP() < 0.05 ? 1 : 0;
            warned +=
                    validation.assessment().findings().stream()
                                    .anyMatch(f -> f.severity().compareTo(Severity.WARNING) >= 0)
                            ? 1
                            : 0;
        }
        // 99.9 % of Binomial(100, 0.05) lies under 13.
        assertThat(significant).isLessThan(13);
        assertThat(warned).isLessThan(13);
    }

    @Test
    void aFewCopiesFailThoughTheAverageDoesNot() {
        RandomGenerator random = Streams.of(9, 0);
        int n = 2400;
        double[][] training = people(n, random);
        double[][] synthetic = people(n, random);
        for (int c = 0; c < 3; c++) {
            System.arraycopy(training[c], 0, synthetic[c], 0, n / 12);
        }
        Validation validation =
                judged(
                        table(Part.TRAINING, training),
                        table(Part.HOLDOUT, people(n, random)),
                        table(Part.SYNTHETIC, synthetic));
        // One in twelve is copied and ranks first, another 1 % by chance; the AUC is near
        // 1/12 + 11/12 · 1/2.
        assertThat(metric(validation, "distance/tpr-at-1")).isCloseTo(0.09, within(0.015));
        assertThat(metric(validation, "distance/auc")).isCloseTo(0.542, within(0.025));
        assertThat(validation.verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void withoutAHoldoutItIsNotJudged() {
        RandomGenerator random = Streams.of(4, 0);
        ValidationInput input =
                new ValidationInput(
                        table(Part.TRAINING, people(50, random)),
                        Optional.empty(),
                        table(Part.SYNTHETIC, people(50, random)));
        assertThat(VALIDATOR.applicability(input).reason()).contains("holdout");
    }

    @Test
    void theRateAtFewFalseAlarmsAllowsNoMoreThanWanted() {
        // Of 200 others two may be mistaken: the limit is the third highest, 197.
        double[] others = new double[200];
        Arrays.setAll(others, i -> i);
        RecognisedRate rate =
                RecognisedRate.of(new double[] {196, 197, 198, 300}, others, 0.01, 0.95);
        assertThat(rate.value()).isEqualTo(0.5);
        // 0.99²⁰⁰ = 0.13 is too likely for the highest of the others to bound the quantile.
        assertThat(rate.interval().lower()).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 2})
    void theIntervalOfTheRateHoldsItsConfidence(double shift) {
        // Members are normal around the shift: Φ(shift − Φ⁻¹(0.99)) of them exceed the 99 %
        // quantile
        // of the standard normal others, which is 0.01 and 0.3720.
        double truth = shift == 0 ? 0.01 : 0.3720;
        RandomGenerator random = Streams.of(5, (long) shift);
        int covered = 0;
        int repeats = 400;
        for (int i = 0; i < repeats; i++) {
            covered +=
                    RecognisedRate.of(
                                            normal(700, shift, random),
                                            normal(700, 0, random),
                                            0.01,
                                            0.95)
                                    .interval()
                                    .contains(truth)
                            ? 1
                            : 0;
        }
        // At 95 %, 99.9 % of Binomial(400, 0.95) lies above 365.
        assertThat(covered).isGreaterThan(365);
    }
}
