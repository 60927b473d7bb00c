package org.counterpoise.engine.audit.explain;

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
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Finding;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

class ExplainAuditTest {
    private static final ExplainAudit AUDIT = new ExplainAudit();

    /// Illness depends on dose (log-odds 3 from low to high) and on sex (2), not on noise. Row 1 is
    /// a man with a low dose.
    private static Dataset table() {
        RandomGenerator random = Streams.of(91, 1);
        String[][] cells = new String[3000][];
        for (int i = 0; i < cells.length; i++) {
            boolean woman = i > 0 && random.nextBoolean();
            double dose = i == 0 ? 0.1 : random.nextDouble();
            double odds = -2.5 + (dose > 0.5 ? 3 : 0) + (woman ? 2 : 0);
            cells[i] =
                    new String[] {
                        woman ? "F" : "M",
                        Double.toString(dose),
                        Double.toString(random.nextGaussian()),
                        random.nextDouble() < 1 / (1 + Math.exp(-odds)) ? "yes" : "no"
                    };
        }
        Dataset data = CsvTable.of("t", new String[] {"sex", "dose", "noise", "ill"}, cells);
        data = CsvTable.roles(data, Role.PROTECTED, "sex");
        return CsvTable.roles(data, Role.OUTCOME, "ill");
    }

    private static Assessment run(int row, String change, List<String> immutable) {
        ExplainSettings settings =
                new ExplainSettings(row, change, immutable, 0.5, 2, 3, 20, 0.95);
        return AUDIT.run(new AuditInput(table(), Optional.empty()), settings, 1, Progress.NONE);
    }

    private static double logit(double p) {
        return Math.log(p / (1 - p));
    }

    @Test
    void theModelLeansOnWhatMatters() {
        Assessment assessment = run(0, "", List.of());
        Map<String, Double> metrics = assessment.metrics();
        assertThat(metrics.get("explain/shap/dose")).isGreaterThan(metrics.getOrDefault("explain/shap/sex", 9.0));
        assertThat(metrics.get("explain/shap/noise")).isLessThan(0.2);
        assertThat(metrics.get("explain/shuffled/dose")).isGreaterThan(0.1);
        assertThat(metrics.get("explain/shuffled/noise")).isCloseTo(0, within(0.02));
        Figure.Curves curve =
                (Figure.Curves) assessment.findings().getFirst().figures().get(1);
        // Of women σ(−.5) = .38 with a low dose and σ(2.5) = .92 with a high one.
        Figure.Curves.Series women = curve.series().getFirst();
        assertThat(women.name()).isEqualTo("F");
        assertThat(women.y()[1]).isCloseTo(0.38, within(0.08));
        assertThat(women.y()[women.y().length - 2]).isCloseTo(0.92, within(0.05));
    }

    @Test
    void aRowIsToldWithOtherSex() {
        Assessment assessment = run(1, "", List.of());
        Map<String, Double> metrics = assessment.metrics();
        double man = metrics.getOrDefault("explain/row/probability", Double.NaN);
        double woman = metrics.getOrDefault("explain/row/if/sex = F", Double.NaN);
        assertThat(logit(woman) - logit(man)).isCloseTo(2, within(0.6));
        assertThat(assessment.findings().stream().map(Finding::id)).contains("row/1");
    }

    @Test
    void whatIfTakesSeveralCells() {
        Map<String, Double> metrics = run(1, "sex = F; dose=0.9", List.of()).metrics();
        // σ(2.5) = .92.
        assertThat(metrics.get("explain/row/if/sex = F, dose = 0.9")).isCloseTo(0.92, within(0.06));
    }

    @Test
    void theNearestOtherOutcomeLeavesSexAlone() {
        Assessment assessment = run(1, "", List.of());
        // Half of the doses lie below the step: from 0.1 it is about 0.4 of a range of 0.96.
        assertThat(assessment.metrics().get("explain/row/nearest/distance"))
                .isBetween(0.35, 0.55);
        assertThat(assessment.metrics().get("explain/row/nearest/probability"))
                .isGreaterThanOrEqualTo(0.5);
    }

    @Test
    void immutableColumnsStay() {
        Assessment assessment = run(1, "", List.of("dose"));
        assertThat(assessment.metrics()).doesNotContainKey("explain/row/nearest/distance");
        assertThat(assessment.findings().stream().map(Finding::explanation))
                .anyMatch(text -> text.contains("No change of two columns"));
    }

    @Test
    void mistakesAreExplained() {
        assertThatThrownBy(() -> run(1, "sex", List.of()))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("not a change");
        assertThatThrownBy(() -> run(1, "sex = X", List.of()))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("not a level");
        assertThatThrownBy(() -> run(4000, "", List.of()))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("no row 4000");
    }
}
