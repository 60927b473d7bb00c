package org.counterpoise.engine.validate.utility;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.validate.Tables;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.Validation.Verdict;
import org.counterpoise.engine.validate.ValidationInput;
import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Synthetic rows that complete real ones are judged together with them.
class UtilityOfAddedRowsTest {
    private static final MeasuredPeople UNLIKE = new MeasuredPeople(-2, 2);

    private static Dataset some(Dataset people, String sex, int most) {
        int column = people.schema().indexOf("sex");
        return people.select(
                IntStream.range(0, people.rows())
                        .filter(row -> people.text(row, column).equals(sex))
                        .limit(most)
                        .toArray());
    }

    /// Men, and a few women.
    private static Dataset mostlyMen(RandomGenerator random) {
        Dataset people = UNLIKE.draw(Part.TRAINING, 800, random);
        int column = people.schema().indexOf("sex");
        return people.select(
                IntStream.range(0, 800)
                        .filter(row -> row < 12 || people.text(row, column).equals("M"))
                        .toArray());
    }

    private static Validation run(
            Dataset training, Dataset holdout, Dataset synthetic, boolean completing) {
        Utility utility = new Utility();
        UtilitySettings boosted =
                utility.settings().with(utility.defaults(), "learner", "gradient-boosting");
        return utility.run(
                new ValidationInput(
                        training, Optional.of(holdout), synthetic, Optional.empty(), completing),
                utility.settings().with(boosted, "refits", "10"),
                1,
                Progress.NONE);
    }

    private static Finding finding(Validation validation, String id) {
        return validation.assessment().findings().stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void rowsThatHelpTheirGroupPassThoughAloneTheyWouldNot() {
        RandomGenerator random = Streams.of(1, 0);
        Dataset training = mostlyMen(random);
        Dataset holdout = UNLIKE.draw(Part.HOLDOUT, 800, random);
        Dataset women = some(UNLIKE.draw(Part.SYNTHETIC, 800, random), "F", 300);
        Validation together = run(training, holdout, women, true);
        assertThat(together.verdict()).isEqualTo(Verdict.PASS);
        assertThat(together.sentence()).contains("real and synthetic data together");
        assertThat(together.measure().orElseThrow().name()).contains("real + synthetic");
        assertThat(finding(together, "augmented").severity()).isEqualTo(Severity.OK);
        assertThat(finding(together, "helped").headline()).contains("sex=F: better");
        assertThat(finding(together, "helped").evidence().rows())
                .singleElement()
                .satisfies(row -> assertThat(row.get(2)).isEqualTo(300));
        assertThat(together.assessment().notes()).contains(HelpedGroups.NOTE);
        Validation alone = run(training, holdout, women, false);
        assertThat(alone.verdict()).isNotEqualTo(Verdict.PASS);
        assertThat(alone.assessment().findings())
                .extracting(Finding::id)
                .contains("tstr", "learning-curve")
                .doesNotContain("helped");
    }

    @Test
    void rowsThatHarmTheirGroupAreNamed() {
        RandomGenerator random = Streams.of(2, 0);
        Validation together =
                run(
                        UNLIKE.draw(Part.TRAINING, 600, random),
                        UNLIKE.draw(Part.HOLDOUT, 600, random),
                        some(new MeasuredPeople(2, 2).draw(Part.SYNTHETIC, 1600, random), "F", 700),
                        true);
        assertThat(together.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding(together, "helped").headline()).contains("sex=F: worse");
        assertThat(finding(together, "groups").headline()).contains("sex=F");
    }

    /// Of an outcome that is yes or no.
    @Test
    void addedRowsOfClassesAreJudgedTogetherWithTheRealOnes() {
        RandomGenerator random = Streams.of(3, 0);
        Utility utility = new Utility();
        Validation validation =
                utility.run(
                        new ValidationInput(
                                classes(Part.TRAINING, 400, 2, random),
                                Optional.of(classes(Part.HOLDOUT, 1000, 2, random)),
                                classes(Part.SYNTHETIC, 800, -2, random),
                                Optional.empty(),
                                true),
                        utility.settings().with(utility.defaults(), "refits", "5"),
                        1,
                        Progress.NONE);
        assertThat(validation.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(validation.assessment().findings().getFirst().id()).isEqualTo("augmented");
        assertThat(validation.sentence()).contains("real and synthetic data together");
        assertThat(validation.assessment().notes()).contains(HelpedGroups.NOTE);
    }

    private static Dataset classes(Part part, int n, double slope, RandomGenerator random) {
        double[] age = random.doubles(n, -2, 2).toArray();
        String[] sex = new String[n];
        String[] death = new String[n];
        for (int i = 0; i < n; i++) {
            sex[i] = random.nextBoolean() ? "F" : "M";
            death[i] = random.nextDouble() < 1 / (1 + Math.exp(-slope * age[i])) ? "1" : "0";
        }
        return Tables.of(part)
                .numbers("age", age)
                .words("sex", Role.PROTECTED, sex)
                .words("death", Role.OUTCOME, death)
                .table();
    }
}
