package org.counterpoise.engine.audit.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

class LabelAuditTest {
    private static final LabelAudit AUDIT = new LabelAudit();
    private static final LabelSettings QUICK = new LabelSettings(0.667, 0.05, 20, 100, 0.95);

    /// Two raters of `n` units who err alike; the second also calls as many of the ill women well
    /// as the mark.
    private static Dataset raters(int n, int seed, double mark) {
        RandomGenerator random = Streams.of(41, seed);
        String[][] cells = new String[n][];
        for (int i = 0; i < n; i++) {
            boolean woman = random.nextBoolean();
            boolean ill = random.nextDouble() < 0.4;
            boolean first = ill ^ random.nextDouble() < 0.05;
            boolean second = ill ^ random.nextDouble() < 0.05;
            second &= !(woman && random.nextDouble() < mark);
            cells[i] =
                    new String[] {
                        woman ? "F" : "M", first ? "ill" : "well", second ? "ill" : "well"
                    };
        }
        Dataset data = CsvTable.of("raters", new String[] {"sex", "human", "machine"}, cells);
        data = CsvTable.roles(data, Role.PROTECTED, "sex");
        data = CsvTable.roles(data, Role.MEASUREMENT, "human");
        return CsvTable.roles(data, Role.MEASUREMENT, "machine");
    }

    private static Assessment run(Dataset data) {
        return AUDIT.run(new AuditInput(data, Optional.empty()), QUICK, 1, Progress.NONE);
    }

    private static Severity severity(Assessment assessment, String id) {
        return assessment.findings().stream()
                .filter(finding -> finding.id().equals(id))
                .map(Finding::severity)
                .findFirst()
                .orElseThrow();
    }

    private static boolean warns(Assessment assessment) {
        return assessment.findings().stream()
                .anyMatch(finding -> finding.severity().compareTo(Severity.WARNING) >= 0);
    }

    @Test
    void aRaterStricterWithOneGroupIsFoundInNearlyEverySample() {
        int found = 0;
        for (int seed = 0; seed < 40; seed++) {
            Assessment assessment = run(raters(600, seed, 0.4));
            found +=
                    severity(assessment, "direction/sex/human,machine") == Severity.WARNING ? 1 : 0;
        }
        // Women: .4 × .41 = .16 fewer; standard error about .035, 4.6 of them.
        assertThat(found).isGreaterThanOrEqualTo(37);
    }

    @Test
    void ratersWhoErrAlikeAreRarelyNamed() {
        int named = 0;
        for (int seed = 0; seed < 200; seed++) {
            named += warns(run(raters(200, seed, 0))) ? 1 : 0;
        }
        // Holm keeps the level of 5 %: 10 of 200, and three standard errors more.
        assertThat(named).isLessThanOrEqualTo(19);
    }

    @Test
    void ratersWhoGuessAreFlagged() {
        RandomGenerator random = Streams.of(1, 1);
        String[][] cells = new String[200][];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = new String[] {"" + random.nextInt(4), "" + random.nextInt(4)};
        }
        Dataset data = CsvTable.of("guesses", new String[] {"a", "b"}, cells);
        data = CsvTable.roles(data, Role.MEASUREMENT, "a");
        Assessment assessment = run(CsvTable.roles(data, Role.MEASUREMENT, "b"));
        assertThat(severity(assessment, "agreement")).isEqualTo(Severity.WARNING);
        assertThat(assessment.metrics())
                .containsKeys(
                        "label/kappa",
                        "label/kappa/quadratic/lower",
                        "label/alpha/ordinal",
                        "label/ac1/upper",
                        "label/marginal/p");
    }

    @Test
    void oneRaterIsNotEnough() {
        Dataset data = CsvTable.of("one", new String[] {"x"}, new String[][] {{"a"}, {"b"}});
        assertThatThrownBy(() -> run(CsvTable.roles(data, Role.MEASUREMENT, "x")))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("two columns of labels");
    }
}
