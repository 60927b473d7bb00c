package org.counterpoise.engine.audit.missingness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.CsvTable;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.stats.ChiSquare;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

class MissingnessAuditTest {
    private static final MissingnessAudit AUDIT = new MissingnessAudit();

    private static Assessment run(Dataset data) {
        return AUDIT.run(
                new AuditInput(data, Optional.empty()), AUDIT.defaults(), 1, Progress.NONE);
    }

    /// Three columns by two attributes; `lab` is missing in `usual` of rows, among women in
    /// `women`.
    private static Dataset planted(int rows, double usual, double women, long seed) {
        RandomGenerator random = Streams.of(seed, 0);
        String[][] cells = new String[rows][];
        for (int i = 0; i < rows; i++) {
            String sex = random.nextBoolean() ? "F" : "M";
            boolean gap = random.nextDouble() < (sex.equals("F") ? women : usual);
            cells[i] =
                    new String[] {
                        sex,
                        "s" + random.nextInt(3),
                        gap ? "" : Integer.toString(random.nextInt(100)),
                        random.nextDouble() < 0.2 ? "" : "1",
                        random.nextDouble() < 0.1 ? "" : "x"
                    };
        }
        Dataset data =
                CsvTable.of("planted", new String[] {"sex", "site", "lab", "bp", "note"}, cells);
        return CsvTable.roles(data, Role.PROTECTED, "sex", "site");
    }

    private static Finding finding(Assessment assessment, String id) {
        return assessment.findings().stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static boolean alarm(Assessment assessment) {
        return assessment.severity().compareTo(Severity.WARNING) >= 0;
    }

    /// Power: 10% against 25% of 250 each is 4.5 standard errors wide; of 9 tests, .05 / 9 needs
    /// 2.8.
    @Test
    void valuesMissingAmongWomenAreFound() {
        int found = 0;
        for (int seed = 0; seed < 40; seed++) {
            Finding lab = finding(run(planted(500, 0.1, 0.25, seed)), "lab");
            found += lab.severity().compareTo(Severity.WARNING) >= 0 ? 1 : 0;
        }
        assertThat(found).as("of 40").isGreaterThanOrEqualTo(34);
    }

    /// Holm holds 5%; 200 tables give at most 19 alarms in 99.5 of 100 such tests (binomial).
    @Test
    void gapsByChanceAreNotFlaggedAboveTheLevel() {
        int alarms = 0;
        for (int seed = 0; seed < 200; seed++) {
            alarms += alarm(run(planted(400, 0.2, 0.2, 500 + seed))) ? 1 : 0;
        }
        assertThat(alarms).as("false alarms of 200").isLessThanOrEqualTo(19);
    }

    @Test
    void theFindingNamesTheGroupsAndTheirShares() {
        Assessment assessment = run(planted(4000, 0.05, 0.4, 3));
        Finding lab = finding(assessment, "lab");
        assertThat(lab.severity()).isEqualTo(Severity.SERIOUS);
        assertThat(lab.headline()).contains("of F and ").endsWith("of M (sex).");
        assertThat(assessment.metrics().get("missingness/lab/sex/F/share"))
                .isCloseTo(0.4, within(0.05));
        assertThat(assessment.metrics().get("missingness/lab/sex/adjusted-p")).isLessThan(1e-10);
        assertThat(finding(assessment, "bp").severity()).isNotIn(Severity.WARNING);
    }

    @Test
    void smallGroupsAreNotShownByThemselves() {
        String[][] cells = new String[60][];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = new String[] {i < 3 ? "rare" : "a" + i % 2, i % 4 == 0 ? "" : "1"};
        }
        Dataset data = CsvTable.of("small", new String[] {"race", "lab"}, cells);
        Assessment assessment = run(CsvTable.roles(data, Role.PROTECTED, "race"));
        assertThat(assessment.metrics().keySet())
                .contains("missingness/lab/race/small groups/share")
                .noneMatch(name -> name.contains("rare"));
    }

    @Test
    void aCompleteTableIsOfNoConcern() {
        Assessment assessment = run(planted(100, 0, 0, 4).project(List.of("sex", "lab")));
        assertThat(assessment.severity()).isEqualTo(Severity.OK);
    }

    /// Of a two by two table the statistic is n(ad − bc)² over the product of the margins.
    @Test
    void independenceIsTestedByTheClosedForm() {
        ChiSquare test = ChiSquare.independence(new long[][] {{12, 7}, {5, 7}});
        assertThat(test.statistic())
                .isCloseTo(31.0 * 49 * 49 / (19.0 * 12 * 17 * 14), within(1e-12));
        assertThat(test.degrees()).isEqualTo(1);
        assertThat(test.smallestExpected()).isCloseTo(12.0 * 14 / 31, within(1e-12));
        assertThat(ChiSquare.independence(new long[][] {{3, 0}, {5, 0}}).p()).isNaN();
    }

    /// One row of a third sex lacks the value that all others have: the chi-square test would call
    /// that no chance (40 of 41 have it, p under 1e-8), but one row is no group.
    @Test
    void aSmallGroupIsNotFlaggedOnItsOwn() {
        String[][] cells = new String[41][];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = new String[] {i == 40 ? "X" : i % 2 == 0 ? "F" : "M", i == 40 ? "" : "1"};
        }
        Dataset data = CsvTable.of("small", new String[] {"sex", "lab"}, cells);
        Assessment assessment = run(CsvTable.roles(data, Role.PROTECTED, "sex"));
        assertThat(alarm(assessment)).isFalse();
        assertThat(assessment.metrics()).containsEntry("missingness/lab/sex/max-gap", 0.0);
        assertThat(assessment.metrics())
                .containsEntry("missingness/lab/sex/small groups/share", 1.0);
    }

    @Test
    void evidenceLeadsToTheRowsOfEachGroup() {
        Finding lab = finding(run(planted(300, 0.1, 0.3, 1)), "lab");
        assertThat(lab.evidence().rows()).hasSize(2 + 3 + 6);
        assertThat(lab.evidence().cell(0)).isEqualTo(Map.of("sex", "F"));
        assertThat(lab.evidence().cell(10)).isEqualTo(Map.of("sex", "M", "site", "s2"));
    }
}
