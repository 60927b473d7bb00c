package org.counterpoise.engine.audit.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.CsvTable;
import org.counterpoise.Shared;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Severity;
import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.random.RandomGenerator;

class SliceAuditTest {
    private static final SliceAudit AUDIT = new SliceAudit();

    private static Assessment run(Dataset data, long seed) {
        return AUDIT.run(
                new AuditInput(data, Optional.empty()), AUDIT.defaults(), seed, Progress.NONE);
    }

    /// Six columns; the prediction is wrong in `usual` of rows, and in `spot` of those with
    /// sex = F and site = 2.
    private static Dataset planted(int rows, double usual, double spot, long seed) {
        RandomGenerator random = Streams.of(seed, 0);
        String[][] cells = new String[rows][];
        for (int i = 0; i < rows; i++) {
            String sex = random.nextBoolean() ? "F" : "M";
            String site = "s" + random.nextInt(4);
            boolean truth = random.nextBoolean();
            boolean wrong =
                    random.nextDouble() < (sex.equals("F") && site.equals("s2") ? spot : usual);
            cells[i] =
                    new String[] {
                        truth ? "yes" : "no",
                        truth ^ wrong ? "yes" : "no",
                        sex,
                        site,
                        "l" + random.nextInt(3),
                        Double.toString(random.nextGaussian()),
                        Double.toString(random.nextDouble()),
                    };
        }
        Dataset data =
                CsvTable.of(
                        "planted",
                        new String[] {"y", "guess", "sex", "site", "lab", "x", "z"},
                        cells);
        data = CsvTable.roles(data, Role.OUTCOME, "y");
        data = CsvTable.roles(data, Role.PREDICTION, "guess");
        return CsvTable.roles(data, Role.PROTECTED, "sex");
    }

    private static boolean alarm(Assessment assessment) {
        return assessment.severity().compareTo(Severity.WARNING) >= 0;
    }

    /// Power: of about 125 rows in the spot half are kept back; 0.15 against 0.45 is then 5.3
    /// standard errors wide, and the exact test at .05 / 20 needs 2.8.
    @Test
    void aPlantedTroubleSpotIsFoundAndConfirmed() {
        int found = 0;
        for (int seed = 0; seed < 40; seed++) {
            Assessment assessment = run(planted(1000, 0.15, 0.45, seed), seed);
            found +=
                    assessment.findings().stream()
                                    .anyMatch(
                                            f ->
                                                    f.severity().compareTo(Severity.WARNING) >= 0
                                                            && f.headline().contains("sex = F")
                                                            && f.headline().contains("site = s2"))
                            ? 1
                            : 0;
        }
        assertThat(found).as("of 40").isGreaterThanOrEqualTo(36);
    }

    /// Without a trouble spot any alarm is false. Holm holds 5%; 200 tables give at most 19 alarms
    /// in 99.5 of 100 such tests (binomial).
    @Test
    void aCleanTableIsNotFlaggedAboveItsLevel() {
        int alarms = 0;
        for (int seed = 0; seed < 200; seed++) {
            alarms += alarm(run(planted(600, 0.2, 0.2, 1000 + seed), seed)) ? 1 : 0;
        }
        assertThat(alarms).as("false alarms of 200").isLessThanOrEqualTo(19);
    }

    @Test
    void theSliceIsToldWithItsNumbersOnRowsKeptBack() {
        Assessment assessment = run(planted(4000, 0.1, 0.6, 3), 1);
        Finding worst = assessment.findings().getFirst();
        assertThat(worst.severity()).isEqualTo(Severity.SERIOUS);
        assertThat(worst.headline()).startsWith("Where sex = F and site = s2, the error rate is ");
        assertThat(assessment.metrics().get("slice/1/confirmed/error")).isBetween(0.5, 0.7);
        assertThat(assessment.metrics().get("slice/1/confirmed/difference"))
                .isCloseTo(0.5, within(0.1));
        assertThat(assessment.metrics().get("slice/1/adjusted-p")).isLessThan(1e-6);
        assertThat(worst.remedies()).extracting(r -> r.cell().get("site")).contains("s2");
    }

    @Test
    void aPredictionWithoutErrorsHasNoSlices() {
        Assessment assessment = run(planted(300, 0, 0, 4), 1);
        assertThat(assessment.severity()).isEqualTo(Severity.OK);
        assertThat(assessment.metrics()).containsEntry("slice/found", 0.0);
    }

    @Test
    void aMeasuredOutcomeIsJudgedByItsSquaredError() {
        RandomGenerator random = Streams.of(6, 0);
        String[][] cells = new String[2000][];
        for (int i = 0; i < cells.length; i++) {
            double truth = random.nextGaussian();
            boolean old = random.nextInt(4) == 0;
            double guess = truth + random.nextGaussian() * (old ? 2 : 0.5);
            cells[i] =
                    new String[] {
                        Double.toString(truth), Double.toString(guess), old ? "old" : "young"
                    };
        }
        Dataset data = CsvTable.of("lab", new String[] {"y", "guess", "age"}, cells);
        data = CsvTable.roles(data, Role.OUTCOME, "y");
        data = CsvTable.roles(data, Role.PREDICTION, "guess");
        Assessment assessment = run(data, 2);
        assertThat(assessment.findings().getFirst().severity()).isEqualTo(Severity.WARNING);
        assertThat(assessment.findings().getFirst().headline())
                .startsWith("Where age = old, the mean squared error is ");
        assertThat(assessment.metrics().get("slice/1/confirmed/error")).isCloseTo(4, within(0.8));
    }

    @Test
    void aPredictionThatIsNotOfTheOutcomeIsExplained() {
        Dataset data = planted(100, 0.2, 0.2, 5);
        Dataset other =
                CsvTable.roles(
                        CsvTable.roles(data, Role.FEATURE, "guess"), Role.PREDICTION, "site");
        assertThatThrownBy(() -> run(other, 1))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("no value in common");
    }

    /// COMPAS as in Aequitas, whose table of sexes has FP 288 + 994 and FN 195 + 1,021 of 7,214.
    @Test
    void theErrorsOfCompasAreThePublishedOnes() {
        Dataset data = CsvTable.read(Shared.file("data/conformance/compas_for_aequitas.csv"));
        data = CsvTable.roles(data, Role.OUTCOME, "label_value");
        data = CsvTable.roles(data, Role.PREDICTION, "score");
        data = CsvTable.roles(data, Role.IDENTIFIER, "entity_id");
        data = CsvTable.roles(data, Role.PROTECTED, "race", "sex", "age_cat");
        Assessment assessment = run(data, 1);
        assertThat(assessment.metrics()).containsEntry("slice/n", 7214.0);
        assertThat(assessment.metrics().get("slice/error"))
                .isCloseTo((288 + 994 + 195 + 1021) / 7214.0, within(1e-12));
    }
}
