package org.counterpoise.engine.validate.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.validate.AlignedTables;
import org.counterpoise.engine.validate.Tables;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.Validation.Verdict;
import org.counterpoise.engine.validate.ValidationInput;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

class ExposureTest {

    /// People of whom every fiftieth is an outlier in all of three numbers, in a small or the large
    /// group.
    private static final class People {
        private final double[][] x;
        private final String[] group;

        People(int n, RandomGenerator random) {
            x = new double[3][n];
            group = new String[n];
            for (int i = 0; i < n; i++) {
                double spread = random.nextInt(50) == 0 ? 20 : 1;
                group[i] = random.nextInt(20) == 0 ? "few" : "many";
                for (double[] column : x) {
                    column[i] = spread * random.nextGaussian();
                }
            }
        }

        void copy(int row, People from, int source) {
            for (int c = 0; c < 3; c++) {
                x[c][row] = from.x[c][source];
            }
            group[row] = from.group[source];
        }

        Dataset table(Part part) {
            Tables table = Tables.of(part);
            for (int c = 0; c < 3; c++) {
                table.numbers("x" + c, x[c]);
            }
            return table.words("group", Role.PROTECTED, group).table();
        }
    }

    private static Validation judged(People training, People holdout, People synthetic) {
        MembershipInference validator = new MembershipInference();
        return validator.run(
                new ValidationInput(
                        training.table(Part.TRAINING),
                        Optional.of(holdout.table(Part.HOLDOUT)),
                        synthetic.table(Part.SYNTHETIC)),
                validator.defaults(),
                1,
                Progress.NONE);
    }

    private static double metric(Validation validation, String name) {
        Double value = validation.assessment().metrics().get("membership/exposure/" + name);
        assertThat(value).as(name).isNotNull();
        return value == null ? Double.NaN : value;
    }

    private static Severity severity(Validation validation, String finding) {
        return validation.assessment().findings().stream()
                .filter(f -> f.id().equals(finding))
                .findFirst()
                .orElseThrow()
                .severity();
    }

    @Test
    void copiedOutliersAreFoundThoughTheAverageIsNot() {
        RandomGenerator random = Streams.of(11, 0);
        People training = new People(1500, random);
        People synthetic = new People(1500, random);
        int next = 0;
        for (int i = 0; i < 1500; i++) {
            if (Math.abs(training.x[0][i]) + Math.abs(training.x[1][i]) > 15) {
                synthetic.copy(next++, training, i);
            }
        }
        Validation validation = judged(training, new People(1500, random), synthetic);
        assertThat(metric(validation, "rarest/auc")).isGreaterThan(0.8);
        assertThat(metric(validation, "others/auc")).isBetween(0.45, 0.55);
        assertThat(severity(validation, "outliers")).isEqualTo(Severity.SERIOUS);
        assertThat(validation.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(validation.sentence()).contains("the rarest people");
    }

    @Test
    void aCopiedSmallGroupIsFoundThoughTheAverageIsNot() {
        RandomGenerator random = Streams.of(12, 0);
        People training = new People(1500, random);
        People synthetic = new People(1500, random);
        int next = 0;
        for (int i = 0; i < 1500; i++) {
            if (training.group[i].equals("few")) {
                synthetic.copy(next++, training, i);
            }
        }
        Validation validation = judged(training, new People(1500, random), synthetic);
        assertThat(metric(validation, "group=few/auc")).isGreaterThan(0.9);
        assertThat(metric(validation, "group=many/auc")).isBetween(0.45, 0.55);
        assertThat(severity(validation, "groups")).isEqualTo(Severity.SERIOUS);
        assertThat(validation.verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aFreshSampleIsNotAccused() {
        int warned = 0;
        for (int seed = 0; seed < 60; seed++) {
            RandomGenerator random = Streams.of(100 + seed, 0);
            Validation validation =
                    judged(
                            new People(400, random),
                            new People(200, random),
                            new People(400, random));
            assertThat(validation.verdict()).isNotEqualTo(Verdict.FAIL);
            warned +=
                    validation.assessment().findings().stream()
                                    .filter(f -> List.of("outliers", "groups").contains(f.id()))
                                    .anyMatch(f -> f.severity().compareTo(Severity.WARNING) >= 0)
                            ? 1
                            : 0;
        }
        // 99.9 % of Binomial(60, 0.05) lies under 10.
        assertThat(warned).isLessThan(10);
    }

    @Test
    void aCoarseTableHasNoOutliers() {
        String[] words = new String[200];
        Arrays.setAll(words, i -> i % 2 == 0 ? "u" : "v");
        Dataset table = Tables.of(Part.TRAINING).words("a", words).words("b", words).table();
        MembershipInference validator = new MembershipInference();
        Validation validation =
                validator.run(
                        new ValidationInput(
                                table,
                                Optional.of(table.withPart(Part.HOLDOUT)),
                                table.withPart(Part.SYNTHETIC)),
                        validator.defaults(),
                        1,
                        Progress.NONE);
        assertThat(validation.assessment().findings())
                .extracting(finding -> finding.id())
                .doesNotContain("outliers");
    }

    @Test
    void nearCopiesAreWithinOnePerCentOfTheRowsOwnNumbers() {
        // 101 resembles 102 and, in the other category, 100 (within 1.01); 0 only 0; missing only
        // missing.
        Dataset training =
                Tables.of(Part.TRAINING)
                        .numbers("x", 102, 100, 0, Double.NaN, 50)
                        .words("c", "u", "v", "u", "u", "u")
                        .table();
        Dataset synthetic =
                Tables.of(Part.SYNTHETIC)
                        .numbers("x", 101, 101, 0, Double.NaN, 0.1, 49.4, 50.5, 51)
                        .words("c", "u", "v", "u", "u", "u", "u", "u", "w")
                        .table();
        AlignedTables tables = AlignedTables.of(List.of(training, synthetic, training));
        NearCopies copies = NearCopies.of(tables, Progress.NONE);
        // 101u, 101v (100 is within 1.01), 0, missing and 50.5 (within 0.505); 49.4 is not within
        // 0.494 of 50.
        assertThat(copies.near()).isEqualTo(5);
        assertThat(copies.novelty()).isCloseTo(3.0 / 8, within(1e-12));
        assertThat(copies.controlNear()).isEqualTo(5);
        assertThat(copies.expected()).isEqualTo(8);
    }
}
