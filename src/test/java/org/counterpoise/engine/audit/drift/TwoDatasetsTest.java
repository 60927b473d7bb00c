package org.counterpoise.engine.audit.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.CsvTable;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.settings.SettingsType;
import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/// Drift of a second dataset against the first. Expected numbers are closed forms.
class TwoDatasetsTest {
    private static final DriftAudit AUDIT = new DriftAudit();

    private static Dataset table(
            String name, int rows, String[] header, IntFunction<String[]> row) {
        String[][] cells = new String[rows][];
        for (int i = 0; i < rows; i++) {
            cells[i] = row.apply(i);
        }
        return CsvTable.of(name, header, cells);
    }

    private static AuditInput both(Dataset first, Dataset second) {
        return new AuditInput(first, Optional.empty(), Optional.of(second));
    }

    private static Assessment run(Dataset first, Dataset second, int modelRows) {
        SettingsType<DriftSettings> type = AUDIT.settings();
        return AUDIT.run(
                both(first, second),
                type.with(AUDIT.defaults(), "modelRows", Integer.toString(modelRows)),
                1,
                Progress.NONE);
    }

    private static Finding finding(Assessment assessment, String id) {
        return assessment.findings().stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no finding " + id));
    }

    private static double metric(Assessment assessment, String name) {
        return assessment.metrics().getOrDefault("drift/" + name, Double.NaN);
    }

    @Test
    void aShiftIsToldWithItsSizeAndTheNamesOfTheTables() {
        // 400 rows each: x is 0…399 and then 40 higher; A goes from a half to a quarter.
        String[] header = {"x", "site"};
        Dataset old =
                table(
                        "old",
                        400,
                        header,
                        i -> new String[] {Integer.toString(i), i % 2 == 0 ? "A" : "B"});
        Dataset recent =
                table(
                        "recent",
                        400,
                        header,
                        i -> new String[] {(i + 40) + ".0", i % 4 == 0 ? "A" : "B"});
        Assessment assessment = run(old, recent, 0);
        double unit = Math.sqrt(400.0 * 401 / 12);
        assertThat(metric(assessment, "wasserstein/x")).isEqualTo(40 / unit, within(1e-12));
        assertThat(metric(assessment, "psi/x"))
                .isEqualTo(
                        (0.1 - 1e-4) * Math.log(0.1 / 1e-4) + (0.2 - 0.1) * Math.log(2),
                        within(1e-9));
        assertThat(metric(assessment, "psi/site"))
                .isEqualTo(0.25 * Math.log(2) + 0.25 * Math.log(1.5), within(1e-12));
        assertThat(metric(assessment, "flagged")).isEqualTo(2);
        assertThat(assessment.title()).isEqualTo("Drift from old to recent");
        assertThat(finding(assessment, "column/x").headline())
                .startsWith("x is higher in recent than in old, by 0.346");
        assertThat(finding(assessment, "structure").severity()).isEqualTo(Severity.OK);
        assertThat(assessment.findings())
                .noneMatch(
                        f ->
                                (f.headline() + f.explanation())
                                        .matches("(?s).*\\b(early|late)\\b.*"));
    }

    @Test
    void whatOnlyOneTableHasIsSaid() {
        Dataset old =
                table(
                        "old",
                        100,
                        new String[] {"x", "gone", "ward", "grade"},
                        i -> new String[] {"" + i, "1" + i, i % 2 == 0 ? "A" : "B", "" + i % 3});
        Dataset recent =
                table(
                        "recent",
                        100,
                        new String[] {"grade", "new", "ward", "x"},
                        i ->
                                new String[] {
                                    i % 2 == 0 ? "low" : "high", "2", i < 3 ? "ICU" : "A", "" + i
                                });
        Assessment assessment = run(old, recent, 0);
        Finding structure = finding(assessment, "structure");
        assertThat(structure.severity()).isEqualTo(Severity.NOTE);
        assertThat(structure.headline())
                .isEqualTo(
                        "The tables are not built alike: 1 column is only in old, 1 column is only"
                                + " in recent, 1 column is of another type, 2 levels are in one table"
                                + " only.");
        assertThat(structure.explanation())
                .contains("Only in old: gone.", "Only in recent: new.", "Of another type: grade.");
        assertThat(structure.evidence().rows())
                .anySatisfy(
                        row -> assertThat(row).contains("ward", "ICU in 0 rows", "ICU in 3 rows"))
                .anySatisfy(row -> assertThat(row).contains("ward", "B in 50 rows", "B in 0 rows"));
        assertThat(metric(assessment, "structure/levels")).isEqualTo(2);
        assertThat(assessment.metrics())
                .containsKey("drift/psi/x")
                .doesNotContainKey("drift/psi/grade");
        // Half of the rows are B before, none after; 3 are ICU after.
        assertThat(metric(assessment, "total-variation/ward")).isEqualTo(0.5, within(1e-12));
    }

    @Test
    void tablesWithoutACommonColumnAreRefused() {
        Dataset one = table("one", 30, new String[] {"x"}, i -> new String[] {"" + i});
        Dataset other = table("other", 30, new String[] {"y"}, i -> new String[] {"" + i});
        assertThat(AUDIT.applicability(both(one, other)).ready()).isFalse();
        assertThat(AUDIT.applicability(both(one, one)).ready()).isTrue();
        assertThatThrownBy(() -> run(one, other, 0))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("no column of the same name and type");
    }

    @Test
    void aHoldoutIsLookedAtButTeachesNoModel() {
        RandomGenerator random = Streams.of(7, 0);
        Dataset all =
                table(
                        "people",
                        400,
                        new String[] {"x"},
                        i -> new String[] {Double.toString(random.nextGaussian())});
        Dataset training = all.withPart(Part.TRAINING);
        Assessment assessment = run(training, all.withPart(Part.HOLDOUT), 1000);
        assertThat(assessment.metrics()).containsKey("drift/psi/x").doesNotContainKey("drift/auc");
        assertThat(assessment.notes()).anyMatch(note -> note.contains("the holdout never teaches"));
        assertThat(assessment.title())
                .isEqualTo("Drift from people (training) to people (holdout)");
        Assessment model = run(training, all.withPart(Part.TRAINING), 400);
        assertThat(model.metrics()).containsKey("drift/auc");
        assertThat(model.title()).isEqualTo("Drift from people (first) to people (second)");
    }

    @Test
    void aPredictionThatFailsInTheSecondTableIsFound() {
        RandomGenerator random = Streams.of(8, 0);
        Dataset first = judged("old", 0.1, random);
        Assessment assessment = run(first, judged("recent", 0.3, random), 0);
        Finding performance = finding(assessment, "performance");
        assertThat(performance.severity()).isEqualTo(Severity.WARNING);
        assertThat(performance.headline()).contains(" in old, ", " in recent.");
        assertThat(metric(assessment, "performance/accuracy/window=1"))
                .isEqualTo(0.9, within(0.04));
        assertThat(metric(assessment, "performance/accuracy/window=2"))
                .isEqualTo(0.7, within(0.05));
    }

    private static Dataset judged(String name, double wrong, RandomGenerator random) {
        Dataset data =
                table(
                        name,
                        1500,
                        new String[] {"y", "guess"},
                        i -> {
                            boolean ill = random.nextBoolean();
                            boolean said = ill ^ random.nextDouble() < wrong;
                            return new String[] {ill ? "yes" : "no", said ? "yes" : "no"};
                        });
        return CsvTable.roles(CsvTable.roles(data, Role.OUTCOME, "y"), Role.PREDICTION, "guess");
    }

    /// Whether any finding on five normal columns and a category warns, the first of them higher in
    /// the second table by a mark.
    private static boolean warns(int rows, double mark, long seed) {
        RandomGenerator random = Streams.of(seed, 2);
        Dataset[] tables = new Dataset[2];
        for (int t = 0; t < 2; t++) {
            double move = t * mark;
            tables[t] =
                    table(
                            "table " + t,
                            rows,
                            new String[] {"a", "b", "c", "d", "e", "site"},
                            i -> {
                                String[] row = new String[6];
                                for (int c = 0; c < 5; c++) {
                                    row[c] =
                                            Double.toString(
                                                    (c == 0 ? move : 0) + random.nextGaussian());
                                }
                                row[5] = "site " + random.nextInt(4);
                                return row;
                            });
        }
        return run(tables[0], tables[1], 0).severity().compareTo(Severity.WARNING) >= 0;
    }

    @Test
    void aTenthOfAStandardDeviationIsFoundAndCleanTablesAreNotAccused() {
        int found = 0;
        int alarms = 0;
        for (int seed = 0; seed < 6; seed++) {
            found += warns(5_000, 0.1, seed) ? 1 : 0;
        }
        for (int seed = 0; seed < 60; seed++) {
            alarms += warns(150, 0, 100 + seed) ? 1 : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(5);
        assertThat(alarms).isLessThan(10); // 3 expected at most; 4 standard errors are 6.8
    }
}
