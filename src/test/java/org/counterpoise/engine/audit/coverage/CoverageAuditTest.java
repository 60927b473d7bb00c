package org.counterpoise.engine.audit.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.CsvTable;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.audit.PlantedMarks;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Severity;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

class CoverageAuditTest {
    private static final CoverageAudit AUDIT = new CoverageAudit();

    private static Assessment run(Dataset data, String... settings) {
        CoverageSettings set = AUDIT.defaults();
        for (int i = 0; i < settings.length; i += 2) {
            set = AUDIT.settings().with(set, settings[i], settings[i + 1]);
        }
        return AUDIT.run(new AuditInput(data, Optional.empty()), set, 1, Progress.NONE);
    }

    private static Dataset table(int rows, IntFunction<String[]> row) {
        String[][] cells = new String[rows][];
        Arrays.setAll(cells, row);
        Dataset data = CsvTable.of("points", new String[] {"sex", "x", "z"}, cells);
        return CsvTable.roles(data, Role.PROTECTED, "sex");
    }

    /// On a line of equal steps the k-th neighbour of a row in the middle lies ⌈k/2⌉ steps away,
    /// that of an end k. The interquartile range of 0 … 100 is 50 (type 7), so a step is 1.349 /
    /// 50.
    @Test
    void distancesOnALineAreCountedInSteps() {
        Dataset line = table(101, i -> new String[] {"F", "" + i, "5"});
        Space space = Space.of(line, 1_000, 3, 1, Progress.NONE);
        double[] distances = space.distances(3, Progress.NONE);
        double step = 1.3489795 / 50;
        assertThat(space.columns()).extracting(column -> column.name()).containsExactly("x");
        assertThat(distances[0]).isCloseTo(3 * step, within(1e-6));
        assertThat(distances[1]).isCloseTo(2 * step, within(1e-6));
        assertThat(distances[50]).isCloseTo(2 * step, within(1e-6));
        assertThat(distances[100]).isCloseTo(3 * step, within(1e-6));
    }

    /// Of equal rows each is another: they lie at distance 0 from each other.
    @Test
    void equalRowsAreNeighbours() {
        Dataset pairs = table(40, i -> new String[] {"F", "" + i / 2, "" + i / 2});
        Space space = Space.of(pairs, 1_000, 1, 1, Progress.NONE);
        assertThat(space.distances(1, Progress.NONE)).containsOnly(0);
    }

    @Test
    void rowsFarFromAllOthersAreRemote() {
        Dataset data =
                table(
                        200,
                        i ->
                                new String[] {
                                    i % 2 == 0 ? "F" : "M",
                                    "" + (i % 20 == 0 ? 1_000 + 100 * i : i),
                                    "" + i % 7
                                });
        Assessment assessment = run(data, "neighbours", "1");
        Map<String, Double> metrics = assessment.metrics();
        assertThat(metrics.get("coverage/sex/F/remote")).isEqualTo(0.1);
        assertThat(metrics.get("coverage/sex/M/remote")).isEqualTo(0);
        assertThat(assessment.severity()).isEqualTo(Severity.WARNING);
        assertThat(assessment.findings().getFirst().headline())
                .isEqualTo("10.0% of F lie where there are few other rows, 0.0% of M (sex).");
        assertThat(assessment.findings().getFirst().explanation()).contains("most in x");
    }

    @Test
    void aSampleIsMeasuredOfManyRows() {
        Dataset data = table(500, i -> new String[] {i % 2 == 0 ? "F" : "M", "" + i, "" + i % 9});
        Assessment assessment = run(data, "mostRows", "200");
        assertThat(assessment.metrics().get("coverage/rows")).isEqualTo(200);
        assertThat(assessment.notes()).contains("A random sample of 200 of 500 rows was measured.");
    }

    @Test
    void aTableWithoutUsableNumbersIsExplained() {
        Dataset constant = table(40, i -> new String[] {i % 2 == 0 ? "F" : "M", "1", "2"});
        assertThatThrownBy(() -> run(constant))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("No column of numbers");
    }

    /// Power: women hold nearly all the 5% remotest rows, so about 10% of 500 women are remote and
    /// under 2% of 500 men; the difference is over 5 standard errors wide, of 2 tests .05 / 2 needs
    /// 2.2. It is flagged if it exceeds 5 points, which lies 2 standard errors below.
    @Test
    void aGroupSpreadOutIsFound() {
        int found = 0;
        for (int seed = 0; seed < 40; seed++) {
            found += PlantedMarks.COVERAGE.found(1_000, 0.2, seed) ? 1 : 0;
        }
        assertThat(found).as("of 40").isGreaterThanOrEqualTo(34);
    }

    /// Holm holds 5%; 200 tables give at most 19 alarms in 99.5 of 100 such tests (binomial).
    @Test
    void groupsThatLieAlikeAreNotFlaggedAboveTheLevel() {
        int alarms = 0;
        for (int seed = 0; seed < 200; seed++) {
            alarms += PlantedMarks.COVERAGE.found(400, 0, 500 + seed) ? 1 : 0;
        }
        assertThat(alarms).as("false alarms of 200").isLessThanOrEqualTo(19);
    }
}
