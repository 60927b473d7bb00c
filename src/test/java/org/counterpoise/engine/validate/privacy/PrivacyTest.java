package org.counterpoise.engine.validate.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.validate.Tables;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.Validation.Verdict;
import org.counterpoise.engine.validate.ValidationInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

class PrivacyTest {
    private static final String[] SITES = {"north", "south", "east", "west"};

    /// Patients of one population: correlated numbers, a skewed one, a site and a smoker flag.
    private record People(double[] age, double[] pressure, double[] crp, String[] site) {

        static People draw(int n, RandomGenerator random) {
            People people = new People(new double[n], new double[n], new double[n], new String[n]);
            for (int i = 0; i < n; i++) {
                people.age()[i] = 60 + 12 * random.nextGaussian();
                people.pressure()[i] = 90 + 0.6 * people.age()[i] + 10 * random.nextGaussian();
                people.crp()[i] = Math.exp(random.nextGaussian());
                people.site()[i] = SITES[random.nextInt(4)];
            }
            return people;
        }

        /// These people with some cells replaced by those of others.
        People perturbed(double share, RandomGenerator random) {
            int n = age.length;
            People copy = new People(age.clone(), pressure.clone(), crp.clone(), site.clone());
            for (int i = 0; i < n; i++) {
                if (random.nextDouble() < share) {
                    copy.age()[i] = age[random.nextInt(n)];
                }
                if (random.nextDouble() < share) {
                    copy.pressure()[i] = pressure[random.nextInt(n)];
                }
                if (random.nextDouble() < share) {
                    copy.crp()[i] = crp[random.nextInt(n)];
                }
                if (random.nextDouble() < share) {
                    copy.site()[i] = site[random.nextInt(n)];
                }
            }
            return copy;
        }

        Dataset table(Part part) {
            return Tables.of(part)
                    .numbers("age", age)
                    .numbers("pressure", pressure)
                    .numbers("crp", crp)
                    .words("site", site)
                    .table();
        }
    }

    private static Validation run(People training, People holdout, People synthetic) {
        return new Privacy()
                .run(
                        new ValidationInput(
                                training.table(Part.TRAINING),
                                Optional.of(holdout.table(Part.HOLDOUT)),
                                synthetic.table(Part.SYNTHETIC)),
                        PrivacySettings.DEFAULTS,
                        1,
                        Progress.NONE);
    }

    @ParameterizedTest
    @CsvSource({"500, 0.1", "500, 0.3", "2000, 0.1", "2000, 0.3"})
    void perturbedCopiesAreCaught(int n, double share) {
        RandomGenerator random = Streams.of(11, n);
        People training = People.draw(n, random);
        Validation validation =
                run(training, People.draw(n / 4, random), training.perturbed(share, random));
        assertThat(validation.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(validation.assessment().metrics().get("privacy/dcr/closer-to-training"))
                .isGreaterThan(0.6);
    }

    @Test
    void aFreshSampleIsNotAccused() {
        int accused = 0;
        int significant = 0;
        double sum = 0;
        int seeds = 200;
        for (int seed = 0; seed < seeds; seed++) {
            RandomGenerator random = Streams.of(5, seed);
            Validation validation =
                    run(
                            People.draw(400, random),
                            People.draw(100, random),
                            People.draw(400, random));
            accused += validation.verdict() == Verdict.FAIL ? 1 : 0;
            significant += validation.measure().orElseThrow().p() < 0.05 ? 1 : 0;
            sum += validation.measure().orElseThrow().value();
        }
        // Nominal 5 % of 200 is 10, and 99.9 % of Binomial(200, 0.05) lies under 21.
        assertThat(significant).isBetween(1, 20);
        assertThat(accused).isLessThanOrEqualTo(4);
        assertThat(sum / seeds).isCloseTo(0.5, within(0.01));
    }

    @Test
    void aLargeFreshSamplePasses() {
        RandomGenerator random = Streams.of(3, 0);
        Validation validation =
                run(
                        People.draw(4000, random),
                        People.draw(2000, random),
                        People.draw(4000, random));
        assertThat(validation.verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void exactCopiesAreCountedAndFail() {
        RandomGenerator random = Streams.of(4, 0);
        People training = People.draw(300, random);
        Validation validation = run(training, People.draw(100, random), training);
        Map<String, Double> metrics = validation.assessment().metrics();
        assertThat(metrics.get("privacy/exact-copies")).isEqualTo(300);
        assertThat(metrics.get("privacy/dcr/median-training")).isZero();
        assertThat(metrics.get("privacy/dcr/closer-to-training")).isEqualTo(1);
        assertThat(metrics.get("privacy/dcr/median-holdout")).isPositive();
        assertThat(validation.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(validation.sentence()).startsWith("300 synthetic rows copy a training row");
    }

    @Test
    void chanceRepeatsInACoarseTableAreNoLeak() {
        RandomGenerator random = Streams.of(6, 0);
        Dataset[] tables = new Dataset[3];
        Part[] parts = {Part.TRAINING, Part.HOLDOUT, Part.SYNTHETIC};
        for (int t = 0; t < 3; t++) {
            People people = People.draw(t == 1 ? 200 : 800, random);
            tables[t] =
                    Tables.of(parts[t])
                            .words("site", people.site())
                            .words("site2", People.draw(people.site().length, random).site())
                            .table();
        }
        Validation validation =
                new Privacy()
                        .run(
                                new ValidationInput(tables[0], Optional.of(tables[1]), tables[2]),
                                PrivacySettings.DEFAULTS,
                                1,
                                Progress.NONE);
        Map<String, Double> metrics = validation.assessment().metrics();
        assertThat(metrics.get("privacy/exact-copies")).isEqualTo(800);
        assertThat(metrics.get("privacy/exact-copies-expected")).isEqualTo(800);
        assertThat(metrics.get("privacy/dcr/closer-to-training")).isCloseTo(0.5, within(0.06));
        assertThat(validation.verdict()).isNotEqualTo(Verdict.FAIL);
    }

    @Test
    void distancesFollowTheirDefinition() {
        // Range of x in the real rows is 10. Row 1: |3 − 2|/10 and a match: 0.05; second closest is
        // (7, a): (0.4 + 0)/2. Row 2: missing against 2: 1 and a match; against missing: 0 and a
        // mismatch: ½ each.
        Dataset training =
                Tables.of(Part.TRAINING)
                        .numbers("x", 2, 7, Double.NaN)
                        .words("g", "a", "a", "b")
                        .table();
        Dataset holdout = Tables.of(Part.HOLDOUT).numbers("x", 0, 10).words("g", "b", "b").table();
        Dataset synthetic =
                Tables.of(Part.SYNTHETIC).numbers("x", 3, Double.NaN).words("g", "a", "a").table();
        Validation validation =
                new Privacy()
                        .run(
                                new ValidationInput(training, Optional.of(holdout), synthetic),
                                PrivacySettings.DEFAULTS,
                                1,
                                Progress.NONE);
        Map<String, Double> metrics = validation.assessment().metrics();
        assertThat(metrics.get("privacy/dcr/median-training"))
                .isCloseTo((0.05 + 0.5) / 2, within(1e-12));
        // Ratios 0.05/0.2 and 0.5/0.5
        assertThat(metrics.get("privacy/nndr/training")).isCloseTo(0.625, within(1e-6));
        // To (0, b): (0.3 + 1)/2; to (10, b): (1 + 1)/2 for the missing one
        assertThat(metrics.get("privacy/dcr/median-holdout"))
                .isCloseTo((0.65 + 1) / 2, within(1e-12));
        assertThat(metrics.get("privacy/dcr/closer-to-training")).isEqualTo(1);
    }

    @Test
    void aTieOfOneTrainingAndOneHoldoutRowCountsOneHalf() {
        Dataset training = Tables.of(Part.TRAINING).numbers("x", 0).table();
        Dataset holdout = Tables.of(Part.HOLDOUT).numbers("x", 10).table();
        Dataset synthetic = Tables.of(Part.SYNTHETIC).numbers("x", 5, 1).table();
        Validation validation =
                new Privacy()
                        .run(
                                new ValidationInput(training, Optional.of(holdout), synthetic),
                                PrivacySettings.DEFAULTS,
                                1,
                                Progress.NONE);
        assertThat(validation.assessment().metrics().get("privacy/dcr/closer-to-training"))
                .isEqualTo(0.75);
        assertThat(validation.verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void withoutAHoldoutItSaysWhatCouldNotBeJudged() {
        RandomGenerator random = Streams.of(8, 0);
        Validation validation =
                new Privacy()
                        .run(
                                new ValidationInput(
                                        People.draw(100, random).table(Part.TRAINING),
                                        Optional.empty(),
                                        People.draw(100, random).table(Part.SYNTHETIC)),
                                PrivacySettings.DEFAULTS,
                                1,
                                Progress.NONE);
        assertThat(validation.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(validation.sentence()).contains("Without a holdout it cannot be judged");
        assertThat(validation.assessment().metrics().get("privacy/dcr/closer-to-training")).isNaN();
        assertThat(validation.assessment().metrics().get("privacy/exact-copies")).isZero();
    }
}
