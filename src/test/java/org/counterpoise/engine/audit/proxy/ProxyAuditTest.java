package org.counterpoise.engine.audit.proxy;

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
import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.random.RandomGenerator;

class ProxyAuditTest {
    private static final ProxyAudit AUDIT = new ProxyAudit();

    /// Half women. `site` says so in a share of rows; the outcome depends on `lab` alone.
    private static Dataset table(int n, int seed, double told) {
        RandomGenerator random = Streams.of(77, seed);
        String[][] cells = new String[n][];
        for (int i = 0; i < n; i++) {
            boolean woman = random.nextBoolean();
            boolean site = random.nextDouble() < told ? woman : random.nextBoolean();
            double lab = random.nextGaussian();
            cells[i] =
                    new String[] {
                        woman ? "F" : "M",
                        site ? "north" : "south",
                        Double.toString(lab),
                        Double.toString(random.nextGaussian()),
                        random.nextDouble() < 1 / (1 + Math.exp(-2 * lab)) ? "yes" : "no"
                    };
        }
        Dataset data = CsvTable.of("t", new String[] {"sex", "site", "lab", "noise", "ill"}, cells);
        data = CsvTable.roles(data, Role.PROTECTED, "sex");
        return CsvTable.roles(data, Role.OUTCOME, "ill");
    }

    private static Assessment run(Dataset data) {
        ProxySettings quick = new ProxySettings(0.6, 0.05, 19, 2000, 3, 5, 20, 0.95);
        return AUDIT.run(new AuditInput(data, Optional.empty()), quick, 3, Progress.NONE);
    }

    private static boolean warns(Assessment assessment) {
        return assessment.findings().stream()
                .anyMatch(finding -> finding.severity().compareTo(Severity.WARNING) >= 0);
    }

    private static double value(Assessment assessment, String name) {
        return assessment.metrics().getOrDefault(name, Double.NaN);
    }

    @Test
    void aPlantedProxyIsFoundAndNamed() {
        Assessment assessment = run(table(4000, 1, 0.6));
        // P(site agrees) = .6 + .4 / 2 = .8, so both rates are .8 and .2: AUC (.8 + 1 − .2) / 2.
        assertThat(assessment.metrics().get("proxy/auc/sex")).isCloseTo(0.8, within(0.02));
        assertThat(assessment.metrics().get("proxy/alone/sex/site")).isCloseTo(0.8, within(0.02));
        assertThat(assessment.metrics().get("proxy/alone/sex/lab")).isCloseTo(0.5, within(0.04));
        assertThat(assessment.metrics().get("proxy/without/sex/1")).isCloseTo(0.5, within(0.04));
        assertThat(assessment.metrics().get("proxy/left-out/sex/site"))
                .isCloseTo(0.3, within(0.05));
        assertThat(assessment.metrics().get("proxy/outcome/lost/lab")).isGreaterThan(0.2);
        assertThat(assessment.metrics().get("proxy/outcome/lost/site")).isCloseTo(0, within(0.02));
        Finding finding = assessment.findings().getFirst();
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.explanation()).contains("It leans most on site");
        assertThat(assessment.findings().get(1).headline()).startsWith("Without site");
    }

    @Test
    void aModerateProxyIsFoundInMostSmallTables() {
        int found = 0;
        for (int seed = 0; seed < 8; seed++) {
            found += warns(run(table(300, seed, 0.4))) ? 1 : 0;
        }
        // AUC .7 with 150 of each: Mann–Whitney has a power of nearly 1, trees have less.
        assertThat(found).isGreaterThanOrEqualTo(6);
    }

    @Test
    void cleanTablesAreRarelyFlagged() {
        int flagged = 0;
        for (int seed = 0; seed < 50; seed++) {
            flagged += warns(run(table(100, 500 + seed, 0))) ? 1 : 0;
        }
        // The level of 5 % gives 2.5 of 50; 3 standard errors more are 7.1.
        assertThat(flagged).isLessThanOrEqualTo(7);
    }

    @Test
    void aProxyOfTwoColumnsTogetherIsFound() {
        RandomGenerator random = Streams.of(5, 5);
        String[][] cells = new String[2000][];
        for (int i = 0; i < cells.length; i++) {
            boolean a = random.nextBoolean();
            boolean b = random.nextBoolean();
            // A large share of one combination lets the first split see something.
            boolean sex = random.nextDouble() < 0.9 ? a & b : random.nextBoolean();
            cells[i] = new String[] {sex ? "F" : "M", a ? "x" : "y", b ? "x" : "y"};
        }
        Dataset data = CsvTable.of("t", new String[] {"sex", "a", "b"}, cells);
        Assessment assessment = run(CsvTable.roles(data, Role.PROTECTED, "sex"));
        assertThat(assessment.metrics().get("proxy/auc/sex"))
                .isGreaterThan(value(assessment, "proxy/alone/sex/a") + 0.05);
    }

    @Test
    void aScoreThatGivesTheAttributeAwayIsFlagged() {
        RandomGenerator random = Streams.of(6, 6);
        String[][] cells = new String[1000][];
        for (int i = 0; i < cells.length; i++) {
            boolean woman = random.nextBoolean();
            cells[i] =
                    new String[] {
                        woman ? "F" : "M",
                        Double.toString(random.nextGaussian()),
                        Double.toString(random.nextGaussian() + (woman ? 1 : 0))
                    };
        }
        Dataset data = CsvTable.of("t", new String[] {"sex", "lab", "score"}, cells);
        data = CsvTable.roles(data, Role.PROTECTED, "sex");
        Assessment assessment = run(CsvTable.roles(data, Role.SCORE, "score"));
        // Φ(1/√2) = .760.
        assertThat(assessment.metrics().get("proxy/score/score/auc/sex"))
                .isCloseTo(0.76, within(0.04));
        assertThat(assessment.findings().getFirst().id()).isEqualTo("score/score/sex");
        assertThat(assessment.findings().getFirst().severity()).isEqualTo(Severity.WARNING);
        assertThat(assessment.metrics().get("proxy/auc/sex/p")).isGreaterThan(0.05);
    }

    @Test
    void rowsOfOnePersonAreNotTakenForEvidence() {
        int flagged = 0;
        for (int seed = 0; seed < 30; seed++) {
            RandomGenerator random = Streams.of(88, seed);
            String[][] cells = new String[200][];
            boolean woman = false;
            double lab = 0;
            for (int i = 0; i < cells.length; i++) {
                if (i % 10 == 0) {
                    woman = random.nextBoolean();
                    lab = random.nextGaussian();
                }
                cells[i] = new String[] {"p" + i / 10, woman ? "F" : "M", Double.toString(lab)};
            }
            Dataset data = CsvTable.of("t", new String[] {"id", "sex", "lab"}, cells);
            data = CsvTable.roles(data, Role.PROTECTED, "sex");
            flagged += warns(run(CsvTable.roles(data, Role.IDENTIFIER, "id"))) ? 1 : 0;
        }
        // 5 % of 30 is 1.5; 3 standard errors more are 5.1.
        assertThat(flagged).isLessThanOrEqualTo(5);
    }

    @Test
    void aTableWithoutFeaturesIsExplained() {
        Dataset data =
                CsvTable.roles(
                        CsvTable.of("t", new String[] {"sex"}, new String[][] {{"F"}, {"M"}}),
                        Role.PROTECTED,
                        "sex");
        assertThatThrownBy(() -> run(data))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("no column to tell it from");
    }
}
