package org.counterpoise.engine.audit.cascade;

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
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Severity;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class CascadeAuditTest {
    private static final CascadeAudit AUDIT = new CascadeAudit();

    private static Assessment run(Dataset data, String criteria) {
        CascadeSettings settings = AUDIT.settings().with(AUDIT.defaults(), "criteria", criteria);
        return AUDIT.run(new AuditInput(data, Optional.empty()), settings, 1, Progress.NONE);
    }

    private static void add(List<String[]> rows, int times, String... cells) {
        for (int i = 0; i < times; i++) {
            rows.add(cells);
        }
    }

    private static Dataset table(List<String[]> rows) {
        Dataset data =
                CsvTable.of(
                        "people",
                        new String[] {"sex", "age", "lab"},
                        rows.toArray(String[][]::new));
        return CsvTable.roles(data, Role.PROTECTED, "sex");
    }

    private static Finding finding(Assessment assessment, String id) {
        return assessment.findings().stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /// Newcombe's first example (Stat Med 17:873, table II, method 10): 56 of 70 less 48 of 80 is
    /// 0.2 with the limits 0.0524 and 0.3339. Of two groups the largest gap is this difference.
    @Test
    void theGapOfExcludedSharesIsNewcombesExample() {
        List<String[]> rows = new ArrayList<>();
        add(rows, 56, "F", "80", "1");
        add(rows, 14, "F", "40", "1");
        add(rows, 48, "M", "80", "1");
        add(rows, 32, "M", "40", "1");
        Map<String, Double> metrics = run(table(rows), "age < 75").metrics();
        assertThat(metrics.get("cascade/1/after")).isEqualTo(46);
        assertThat(metrics.get("cascade/1/sex/F/excluded")).isCloseTo(0.8, within(1e-12));
        assertThat(metrics.get("cascade/1/sex/max-gap")).isCloseTo(0.2, within(1e-12));
        assertThat(metrics.get("cascade/1/sex/max-gap/lower")).isCloseTo(0.0524, within(5e-5));
        assertThat(metrics.get("cascade/1/sex/max-gap/upper")).isCloseTo(0.3339, within(5e-5));
    }

    /// Of those who stay 56 of 70 are women, of the 80 excluded 48: the same example times 80/150.
    @Test
    void theChangeOfAShareIsTheDifferenceFromTheExcludedScaled() {
        List<String[]> rows = new ArrayList<>();
        add(rows, 56, "F", "40", "1");
        add(rows, 14, "M", "40", "1");
        add(rows, 48, "F", "80", "1");
        add(rows, 32, "M", "80", "1");
        Map<String, Double> metrics = run(table(rows), "age < 75").metrics();
        double part = 80.0 / 150;
        assertThat(metrics.get("cascade/1/sex/F/change"))
                .isCloseTo(56.0 / 70 - 104.0 / 150, within(1e-12));
        assertThat(metrics.get("cascade/1/sex/F/change/lower"))
                .isCloseTo(0.0524 * part, within(5e-5));
        assertThat(metrics.get("cascade/1/sex/F/change/upper"))
                .isCloseTo(0.3339 * part, within(5e-5));
    }

    @Test
    void criteriaApplyInOrderToThoseStillIn() {
        List<String[]> rows = new ArrayList<>();
        add(rows, 20, "F", "40", "1");
        add(rows, 10, "F", "80", "");
        add(rows, 5, "M", "40", "");
        add(rows, 15, "M", "", "1");
        Assessment assessment = run(table(rows), "age < 75; lab is not missing");
        Map<String, Double> metrics = assessment.metrics();
        assertThat(metrics.get("cascade/1/before")).isEqualTo(50);
        assertThat(metrics.get("cascade/1/after")).isEqualTo(25);
        assertThat(metrics.get("cascade/1/unknown")).isEqualTo(15);
        assertThat(metrics.get("cascade/2/before")).isEqualTo(25);
        assertThat(metrics.get("cascade/2/after")).isEqualTo(20);
        assertThat(metrics.get("cascade/2/sex/M/excluded")).isEqualTo(1);
        assertThat(metrics.get("cascade/all/after")).isEqualTo(20);
        assertThat(metrics.get("cascade/all/unknown")).isEqualTo(20);
        assertThat(metrics.get("cascade/all/sex/F/share")).isEqualTo(1);
        assertThat(finding(assessment, "all").severity()).isEqualTo(Severity.SERIOUS);
    }

    @Test
    void withoutCriteriaIncompleteRowsAreDropped() {
        List<String[]> rows = new ArrayList<>();
        add(rows, 30, "F", "40", "");
        add(rows, 30, "M", "40", "2");
        Assessment assessment = run(table(rows), "");
        assertThat(assessment.metrics().get("cascade/1/after")).isEqualTo(30);
        assertThat(finding(assessment, "criterion-1").headline())
                .isEqualTo(
                        "\"lab is known\" excludes 50.0% of rows: 100.0% of F, 0.0% of M (sex).");
        assertThat(assessment.notes()).anyMatch(note -> note.startsWith("No criteria"));
    }

    @Test
    void semicolonsInQuotesDoNotDivide() {
        List<String[]> rows = new ArrayList<>();
        add(rows, 20, "F", "40", "a;b");
        add(rows, 20, "M", "40", "c");
        Assessment assessment = run(table(rows), "lab = \"a;b\"");
        assertThat(assessment.metrics().get("cascade/1/after")).isEqualTo(20);
    }

    @Test
    void whenNobodyIsLeftLaterCriteriaAreUndefined() {
        List<String[]> rows = new ArrayList<>();
        add(rows, 20, "F", "40", "1");
        add(rows, 20, "M", "40", "1");
        Assessment assessment = run(table(rows), "age > 90; lab = 1");
        assertThat(assessment.metrics().get("cascade/2/sex/max-gap")).isNaN();
        assertThat(finding(assessment, "criterion-2").headline()).startsWith("No row is left");
    }

    @Test
    void aCriterionThatIsNotUnderstoodIsExplained() {
        List<String[]> rows = new ArrayList<>();
        add(rows, 20, "F", "40", "1");
        assertThatThrownBy(() -> run(table(rows), "age < 75; height > 3"))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("height");
    }

    /// Power: 10% against 25% of 250 each is 4.5 standard errors wide; of 7 tests, .05 / 7 needs
    /// 2.7. Criterion and whole may each tell it.
    @Test
    void aCriterionThatExcludesMoreWomenIsFound() {
        int found = 0;
        for (int seed = 0; seed < 40; seed++) {
            found += PlantedMarks.CASCADE.found(500, 0.15, seed) ? 1 : 0;
        }
        assertThat(found).as("of 40").isGreaterThanOrEqualTo(34);
    }

    /// Holm holds 5%; 200 tables give at most 19 alarms in 99.5 of 100 such tests (binomial).
    @Test
    void criteriaThatTakeNoNoticeOfGroupsAreNotFlaggedAboveTheLevel() {
        int alarms = 0;
        for (int seed = 0; seed < 200; seed++) {
            alarms += PlantedMarks.CASCADE.found(400, 0, 500 + seed) ? 1 : 0;
        }
        assertThat(alarms).as("false alarms of 200").isLessThanOrEqualTo(19);
    }
}
