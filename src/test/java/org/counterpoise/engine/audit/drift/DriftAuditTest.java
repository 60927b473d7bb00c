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
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.settings.SettingsType;
import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/// Expected numbers are closed forms of the planted tables.
class DriftAuditTest {
    private static final DriftAudit AUDIT = new DriftAudit();

    private static Dataset table(int rows, String[] header, IntFunction<String[]> row) {
        String[][] cells = new String[rows][];
        for (int i = 0; i < rows; i++) {
            cells[i] = row.apply(i);
        }
        return CsvTable.roles(CsvTable.of("table", header, cells), Role.TIME, "year");
    }

    private static DriftSettings with(String... settings) {
        SettingsType<DriftSettings> type = AUDIT.settings();
        DriftSettings own = type.with(AUDIT.defaults(), "modelRows", "0");
        for (int i = 0; i < settings.length; i += 2) {
            own = type.with(own, settings[i], settings[i + 1]);
        }
        return own;
    }

    private static Assessment run(Dataset data, String... settings) {
        return AUDIT.run(new AuditInput(data, Optional.empty()), with(settings), 1, Progress.NONE);
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
    void aShiftOfNumbersAndOfSharesIsToldWithItsSize() {
        // 400 rows early and late: x is 0…399 and then 40 higher; A goes from a half to a quarter.
        Dataset data =
                table(
                        800,
                        new String[] {"year", "x", "site", "same"},
                        i ->
                                new String[] {
                                    Integer.toString(2000 + i / 400),
                                    Integer.toString(i % 400 + 40 * (i / 400)),
                                    i % 4 == 0 || (i < 400 && i % 4 == 1) ? "A" : "B",
                                    Integer.toString(i % 10)
                                });
        Assessment assessment = run(data);
        // Standard deviation of 0…399 over n − 1: √(n (n + 1) / 12).
        double unit = Math.sqrt(400.0 * 401 / 12);
        assertThat(metric(assessment, "wasserstein/x")).isEqualTo(40 / unit, within(1e-12));
        assertThat(metric(assessment, "mean/x")).isEqualTo(40 / unit, within(1e-12));
        assertThat(metric(assessment, "ks/x")).isEqualTo(0.1, within(1e-12));
        // Deciles: the lowest tenth is empty late, the highest has two tenths.
        assertThat(metric(assessment, "psi/x"))
                .isEqualTo(
                        (0.1 - 1e-4) * Math.log(0.1 / 1e-4) + (0.2 - 0.1) * Math.log(2),
                        within(1e-9));
        assertThat(metric(assessment, "total-variation/site")).isEqualTo(0.25, within(1e-12));
        assertThat(metric(assessment, "psi/site"))
                .isEqualTo(0.25 * Math.log(2) + 0.25 * Math.log(1.5), within(1e-12));
        // In bits of nats: KL of (1/4, 3/4) from (1/2, 1/2).
        assertThat(metric(assessment, "kl/site"))
                .isEqualTo(0.25 * Math.log(0.5) + 0.75 * Math.log(1.5), within(1e-12));
        assertThat(metric(assessment, "chi-square/site"))
                .isEqualTo(
                        800 * Math.pow(200. * 300 - 200. * 100, 2) / (400. * 400 * 300 * 500),
                        within(1e-9));
        assertThat(metric(assessment, "flagged")).isEqualTo(2);
        assertThat(finding(assessment, "column/x").headline()).contains("x is higher late");
        assertThat(finding(assessment, "column/site").severity()).isEqualTo(Severity.SERIOUS);
        assertThat(assessment.findings()).noneMatch(f -> f.id().equals("column/same"));
    }

    @Test
    void aGroupThatDriftsAgainstTheOthersIsFound() {
        RandomGenerator random = Streams.of(3, 0);
        Dataset data =
                table(
                        4000,
                        new String[] {"year", "x", "sex"},
                        i -> {
                            boolean late = i >= 2000;
                            boolean woman = random.nextBoolean();
                            double move = late ? woman ? 0.3 : -0.3 : 0;
                            return new String[] {
                                late ? "2001" : "2000",
                                Double.toString(move + random.nextGaussian()),
                                woman ? "F" : "M"
                            };
                        });
        Assessment assessment = run(CsvTable.roles(data, Role.PROTECTED, "sex"));
        Finding groups = finding(assessment, "groups");
        assertThat(groups.severity()).isEqualTo(Severity.WARNING);
        assertThat(groups.headline()).contains("sex=", "as a whole do not show");
        assertThat(metric(assessment, "wasserstein/x/sex=F")).isBetween(0.2, 0.4);
    }

    @Test
    void aJumpWithinTheYearsIsFoundByTheWindows() {
        RandomGenerator random = Streams.of(4, 0);
        Dataset data =
                table(
                        5000,
                        new String[] {"year", "x"},
                        i -> {
                            int year = 2000 + i / 1000;
                            double move = year == 2001 ? 0.5 : year == 2003 ? 0.5 : 0;
                            return new String[] {
                                Integer.toString(year),
                                Double.toString(move + random.nextGaussian())
                            };
                        });
        Assessment assessment = run(data, "early", "40");
        assertThat(metric(assessment, "wasserstein/x/window=2")).isBetween(0.4, 0.6);
        assertThat(finding(assessment, "windows").evidence().rows()).hasSize(4);
        Assessment quiet = run(data, "early", "40", "trailing", "2");
        assertThat(metric(quiet, "wasserstein/x/window=3"))
                .isLessThan(metric(assessment, "wasserstein/x/window=3"));
    }

    @Test
    void aCorrelationThatVanishesIsFoundThoughEachColumnStays() {
        RandomGenerator random = Streams.of(5, 0);
        Dataset data =
                table(
                        2000,
                        new String[] {"year", "x", "y"},
                        i -> {
                            double x = random.nextGaussian();
                            double e = random.nextGaussian();
                            double y = i < 1000 ? 0.6 * x + 0.8 * e : e;
                            return new String[] {
                                i < 1000 ? "2000" : "2001", Double.toString(x), Double.toString(y)
                            };
                        });
        Assessment assessment = run(data);
        assertThat(finding(assessment, "correlations").severity()).isEqualTo(Severity.WARNING);
        // Spearman's correlation of a bivariate normal: 6/π asin(ρ/2).
        assertThat(metric(assessment, "correlation/x,y"))
                .isEqualTo(-6 / Math.PI * Math.asin(0.3), within(0.08));
        assertThat(metric(assessment, "flagged")).isZero();
        Assessment model = run(data, "modelRows", "2000");
        assertThat(metric(model, "auc")).isGreaterThan(0.55);
        assertThat(metric(model, "auc/p")).isLessThan(0.01);
    }

    @Test
    void aPredictionThatFailsLaterIsFound() {
        RandomGenerator random = Streams.of(6, 0);
        Dataset data =
                table(
                        4000,
                        new String[] {"year", "y", "guess", "score", "sex"},
                        i -> {
                            int year = 2000 + i / 1000;
                            boolean ill = random.nextBoolean();
                            boolean woman = random.nextBoolean();
                            double wrong = year == 2003 && woman ? 0.5 : 0.1;
                            boolean said = ill ^ random.nextDouble() < wrong;
                            return new String[] {
                                Integer.toString(year),
                                ill ? "yes" : "no",
                                said ? "yes" : "no",
                                Double.toString((said ? 1 : 0) + random.nextGaussian()),
                                woman ? "F" : "M"
                            };
                        });
        data = CsvTable.roles(data, Role.OUTCOME, "y");
        data = CsvTable.roles(data, Role.PREDICTION, "guess");
        data = CsvTable.roles(data, Role.SCORE, "score");
        Assessment assessment = run(CsvTable.roles(data, Role.PROTECTED, "sex"));
        assertThat(finding(assessment, "performance").severity()).isEqualTo(Severity.WARNING);
        assertThat(metric(assessment, "performance/accuracy/window=1"))
                .isEqualTo(0.9, within(0.04));
        assertThat(metric(assessment, "performance/accuracy/window=4"))
                .isEqualTo(0.7, within(0.05));
        boolean women = assessment.metrics().containsKey("drift/performance/gap/tpr/sex=F/p");
        double gap =
                metric(assessment, "performance/gap/tpr/sex=" + (women ? "F" : "M") + "/window=4");
        assertThat(Math.abs(gap)).isEqualTo(0.4, within(0.12));
        assertThat(metric(assessment, "performance/auc/p")).isLessThan(0.05);
    }

    @Test
    void valuesThatStopBeingRecordedAreFound() {
        Dataset data =
                table(
                        1000,
                        new String[] {"year", "x", "z"},
                        i ->
                                new String[] {
                                    i < 500 ? "2000" : "2001",
                                    i >= 500 && i % 5 == 0 ? "" : Integer.toString(i % 7),
                                    "1"
                                });
        Assessment assessment = run(data);
        assertThat(metric(assessment, "missing/x")).isEqualTo(0.2, within(1e-12));
        assertThat(finding(assessment, "missing/x").severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void rareLevelsArePutTogether() {
        Dataset data =
                table(
                        1000,
                        new String[] {"year", "code"},
                        i ->
                                new String[] {
                                    i < 500 ? "2000" : "2001", i % 10 == 0 ? "rare" + i : "usual"
                                });
        Assessment assessment = run(data);
        assertThat(metric(assessment, "total-variation/code")).isZero();
        assertThat(metric(assessment, "chi-square/code/p")).isEqualTo(1);
    }

    @Test
    void aFollowUpTimeIsNotATimeLine() {
        Dataset data =
                table(
                        100,
                        new String[] {"year", "died"},
                        i -> new String[] {i + ".5", i % 2 == 0 ? "yes" : "no"});
        Dataset followed = CsvTable.roles(data, Role.OUTCOME, "died");
        AuditInput input = new AuditInput(followed, Optional.empty());
        assertThat(AUDIT.applicability(input).ready()).isFalse();
        assertThat(AUDIT.applicability(new AuditInput(data, Optional.empty())).ready()).isTrue();
        assertThatThrownBy(() -> run(followed)).isInstanceOf(UserProblem.class);
        assertThat(run(followed, "by", "year").findings()).isNotEmpty();
    }

    /// Whether any finding on five normal columns warns, the first of them higher late by a mark.
    private static boolean warns(int rows, double mark, long seed) {
        RandomGenerator random = Streams.of(seed, 1);
        Dataset data =
                table(
                        rows,
                        new String[] {"year", "a", "b", "c", "d", "e"},
                        i -> {
                            String[] row = new String[6];
                            boolean late = random.nextBoolean();
                            row[0] = late ? "2021" : "2020";
                            for (int c = 1; c < row.length; c++) {
                                double move = late && c == 1 ? mark : 0;
                                row[c] = Double.toString(move + random.nextGaussian());
                            }
                            return row;
                        });
        return run(data).severity().compareTo(Severity.WARNING) >= 0;
    }

    @Test
    void aTenthOfAStandardDeviationIsFoundAndCleanTablesAreNotAccused() {
        int found = 0;
        int alarms = 0;
        for (int seed = 0; seed < 8; seed++) {
            found += warns(10_000, 0.1, seed) ? 1 : 0;
        }
        for (int seed = 0; seed < 60; seed++) {
            alarms += warns(300, 0, 100 + seed) ? 1 : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(6);
        assertThat(alarms).isLessThan(10); // 3 expected at most; 4 standard errors are 6.8
    }

    @Test
    void theSameTimeForAllIsExplained() {
        Dataset data = table(50, new String[] {"year", "x"}, i -> new String[] {"2000", "" + i});
        assertThatThrownBy(() -> run(data))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("at least two values");
    }
}
