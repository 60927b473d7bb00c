package org.counterpoise.engine.audit.substitute;

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
import org.counterpoise.engine.finding.Severity;
import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.random.RandomGenerator;

class SubstituteAuditTest {
    private static final SubstituteAudit AUDIT = new SubstituteAudit();

    /// Equal need in both groups; cost follows need, less by `mark` for one of them.
    private static Dataset costs(int n, int seed, double mark, double noise) {
        RandomGenerator random = Streams.of(51, seed);
        String[][] cells = new String[n][];
        for (int i = 0; i < n; i++) {
            boolean poor = random.nextDouble() < 0.3;
            double need = random.nextGaussian();
            double cost = need - (poor ? mark : 0) + noise * random.nextGaussian();
            cells[i] =
                    new String[] {
                        poor ? "poor" : "rich", Double.toString(cost), Double.toString(need)
                    };
        }
        Dataset data = CsvTable.of("costs", new String[] {"wealth", "cost", "need"}, cells);
        data = CsvTable.roles(data, Role.PROTECTED, "wealth");
        data = CsvTable.roles(data, Role.SCORE, "cost");
        return CsvTable.roles(data, Role.MEASUREMENT, "need");
    }

    private static Assessment run(Dataset data) {
        return AUDIT.run(
                new AuditInput(data, Optional.empty()), AUDIT.defaults(), 1, Progress.NONE);
    }

    private static boolean warns(Assessment assessment) {
        return assessment.findings().stream()
                .anyMatch(finding -> finding.severity().compareTo(Severity.WARNING) >= 0);
    }

    private static double value(Assessment assessment, String name) {
        return assessment.metrics().getOrDefault(name, Double.NaN);
    }

    @Test
    void equalNeedAndUnequalCostIsFoundInNearlyEverySample() {
        int found = 0;
        for (int seed = 0; seed < 40; seed++) {
            found += warns(run(costs(500, seed, 0.5, 1))) ? 1 : 0;
        }
        // Need at equal cost differs by .5 × ½; its standard error is √.5 / √(500 × .21) = .069.
        assertThat(found).isGreaterThanOrEqualTo(34);
    }

    @Test
    void anHonestLabelIsRarelyFlagged() {
        int flagged = 0;
        for (int seed = 0; seed < 200; seed++) {
            flagged += warns(run(costs(300, seed, 0, 1))) ? 1 : 0;
        }
        // Holm keeps the level of 5 %: 10 of 200, and three standard errors more.
        assertThat(flagged).isLessThanOrEqualTo(19);
    }

    /// Without noise need is cost, and `mark` more for the poor.
    @Test
    void theDifferenceAtEqualLabelIsThePlantedOne() {
        Assessment assessment = run(costs(2000, 1, 0.5, 0));
        assertThat(assessment.metrics().get("label/proxy/wealth=poor/gap"))
                .isCloseTo(0.5, within(1e-9));
        assertThat(assessment.metrics().get("label/proxy/wealth=rich/gap"))
                .isCloseTo(-0.5, within(1e-9));
    }

    /// By need the poor are 30 % of those selected; by cost fewer: P(z > t + ½) against P(z > t).
    @Test
    void whoWouldBeSelectedIsTold() {
        Assessment assessment = run(costs(20_000, 2, 0.5, 0));
        assertThat(assessment.metrics().get("label/proxy/wealth=poor/share/direct"))
                .isCloseTo(0.3, within(0.03));
        // Top tenth of cost: .3 P(z > t + .5) + .7 P(z > t) = .1 at t = 1.152; .3 × .0493 / .1.
        assertThat(assessment.metrics().get("label/proxy/wealth=poor/share"))
                .isCloseTo(0.148, within(0.03));
    }

    /// Without noise the poor need `mark` more than their cost lets expect: of all rows at one cost
    /// three tenths are poor, where costs are common to both.
    @Test
    void calibrationTellsWhatTheLabelLeavesOut() {
        Assessment assessment = run(costs(20_000, 3, 0.2, 0));
        double observed = value(assessment, "label/proxy/wealth=poor/observed");
        double expected = value(assessment, "label/proxy/wealth=poor/expected");
        assertThat(observed - expected).isCloseTo(0.2 * 0.7, within(0.02));
        assertThat(assessment.metrics().get("label/proxy/wealth=poor/slope"))
                .isCloseTo(1, within(0.05));
    }

    @Test
    void twoMeasurementsAreNotTakenForALabelUnlessNamed() {
        Dataset data = CsvTable.roles(costs(200, 1, 0.5, 0), Role.MEASUREMENT, "cost");
        AuditInput input = new AuditInput(data, Optional.empty());
        assertThat(AUDIT.applicability(input).ready()).isFalse();
        Assessment unclear = run(data);
        assertThat(unclear.severity()).isEqualTo(Severity.NOTE);
        assertThat(unclear.findings()).hasSize(1);
        SubstituteSettings named = new SubstituteSettings("cost", "need", 0.1, 10, 0.05, 30, 0.95);
        Assessment clear = AUDIT.run(input, named, 1, Progress.NONE);
        assertThat(clear.metrics().get("label/proxy/wealth=poor/gap")).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void aScoreAndOneMeasurementAreClear() {
        AuditInput input = new AuditInput(costs(200, 1, 0.5, 0), Optional.empty());
        assertThat(AUDIT.applicability(input).ready()).isTrue();
    }

    @Test
    void aLabelThatIsNoNumberIsExplained() {
        Dataset data = costs(50, 1, 0, 0);
        SubstituteSettings named =
                new SubstituteSettings("wealth", "need", 0.1, 10, 0.05, 30, 0.95);
        assertThatThrownBy(
                        () ->
                                AUDIT.run(
                                        new AuditInput(data, Optional.empty()),
                                        named,
                                        1,
                                        Progress.NONE))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("wealth");
    }

    @Test
    void smallGroupsAreANote() {
        Assessment assessment = run(costs(40, 1, 0, 0));
        assertThat(assessment.severity()).isEqualTo(Severity.NOTE);
        assertThat(assessment.findings().getFirst().headline()).contains("30 rows");
    }
}
