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
import org.counterpoise.engine.finding.Severity;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

class ExplainAuditTest {
    private static final ExplainAudit AUDIT = new ExplainAudit();
    private static final Dataset TABLE = table();
    private static final Dataset SCORED = scored();

    /// Illness depends on dose (log-odds 3 from low to high) and on sex (2), not on noise. Row 1 is
    /// a man with a low dose and no noise.
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
                        Double.toString(i == 0 ? 0 : random.nextGaussian()),
                        random.nextDouble() < 1 / (1 + Math.exp(-odds)) ? "yes" : "no"
                    };
        }
        Dataset data = CsvTable.of("t", new String[] {"sex", "dose", "noise", "ill"}, cells);
        data = CsvTable.roles(data, Role.PROTECTED, "sex");
        return CsvTable.roles(data, Role.OUTCOME, "ill");
    }

    static ExplainSettings settings(int row, String change, List<String> immutable) {
        ExplainSettings defaults = AUDIT.defaults();
        return new ExplainSettings(
                defaults.explains(),
                row,
                change,
                immutable,
                defaults.cut(),
                defaults.points(),
                defaults.level(),
                2,
                defaults.modelRows(),
                3,
                defaults.smallestGroup(),
                defaults.confidence());
    }

    private static Assessment run(Dataset data, int row, String change, List<String> immutable) {
        return AUDIT.run(
                new AuditInput(data, Optional.empty()),
                settings(row, change, immutable),
                1,
                Progress.NONE);
    }

    private static double metric(Assessment assessment, String name) {
        assertThat(assessment.metrics()).containsKey(name);
        return assessment.metrics().getOrDefault(name, Double.NaN);
    }

    private static double logit(double p) {
        return Math.log(p / (1 - p));
    }

    private static Finding finding(Assessment assessment, String id) {
        return assessment.findings().stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theModelLeansOnWhatMatters() {
        Assessment assessment = run(TABLE, 0, "", List.of());
        // Half of the rows are 1.5 above and half 1.5 below the mean by dose, 1 by sex.
        assertThat(metric(assessment, "explain/shap/dose")).isCloseTo(1.5, within(0.25));
        assertThat(metric(assessment, "explain/shap/sex")).isCloseTo(1, within(0.2));
        assertThat(metric(assessment, "explain/shap/noise")).isLessThan(0.2);
        assertThat(metric(assessment, "explain/shuffled/dose")).isGreaterThan(0.1);
        assertThat(metric(assessment, "explain/shuffled/noise")).isCloseTo(0, within(0.02));
        Finding model = finding(assessment, "model");
        Figure.Curves curve = (Figure.Curves) model.figures().get(1);
        // Of women σ(−.5) = .38 with a low dose and σ(2.5) = .92 with a high one.
        Figure.Curves.Series women = curve.series().getFirst();
        assertThat(women.name()).isEqualTo("F");
        assertThat(women.y()[1]).isCloseTo(0.38, within(0.08));
        assertThat(women.y()[women.y().length - 2]).isCloseTo(0.92, within(0.05));
        Figure.Scatter points = (Figure.Scatter) model.figures().get(2);
        assertThat(points.series()).hasSize(2);
    }

    @Test
    void aProtectedAttributeThatCountsIsFound() {
        Assessment assessment = run(TABLE, 0, "", List.of());
        Finding sex = finding(assessment, "leaning/sex");
        assertThat(sex.severity()).isEqualTo(Severity.WARNING);
        // From σ(−2.5) = .08 to σ(−.5) = .38 and from σ(.5) = .62 to σ(2.5) = .92: by .3 always.
        assertThat(metric(assessment, "explain/leaning/sex/change")).isCloseTo(0.3, within(0.04));
        assertThat(metric(assessment, "explain/leaning/sex/without"))
                .isLessThan(metric(assessment, "explain/auc") - 0.03);
    }

    @Test
    void aRowIsToldWithOtherSex() {
        Assessment assessment = run(TABLE, 1, "", List.of());
        double man = metric(assessment, "explain/row/value");
        double woman = metric(assessment, "explain/row/if/sex = F");
        // σ(−2.5) = .08 and σ(−.5) = .38.
        assertThat(man).isCloseTo(0.08, within(0.05));
        assertThat(woman).isCloseTo(0.38, within(0.08));
        assertThat(finding(assessment, "row/1").headline()).contains("row 1");
        // The effects of dose and sex add up in truth, so that both say the same of them.
        for (String column : List.of("dose", "sex")) {
            assertThat(metric(assessment, "explain/row/local/" + column))
                    .isCloseTo(metric(assessment, "explain/row/shap/" + column), within(0.25));
        }
        assertThat(metric(assessment, "explain/row/local-fit")).isGreaterThan(0.9);
    }

    @Test
    void whatIfTakesSeveralCells() {
        Assessment assessment = run(TABLE, 1, "sex = F; dose=0.9", List.of());
        // σ(2.5) = .92.
        assertThat(metric(assessment, "explain/row/if/sex = F, dose = 0.9"))
                .isCloseTo(0.92, within(0.06));
    }

    @Test
    void theNearestOtherOutcomeLeavesSexAlone() {
        Assessment assessment = run(TABLE, 1, "", List.of());
        // Half of the doses lie below the step: from 0.1 it is about 0.4 of a range of 0.96.
        assertThat(metric(assessment, "explain/row/nearest/distance")).isBetween(0.35, 0.55);
        assertThat(metric(assessment, "explain/row/nearest/value")).isGreaterThanOrEqualTo(0.5);
    }

    @Test
    void immutableColumnsStay() {
        Assessment assessment = run(TABLE, 1, "", List.of("dose"));
        assertThat(assessment.metrics()).doesNotContainKey("explain/row/nearest/distance");
        assertThat(finding(assessment, "row/1").explanation()).contains("No change of two columns");
    }

    @Test
    void mistakesAreExplained() {
        assertThatThrownBy(() -> run(TABLE, 1, "sex", List.of()))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("not a change");
        assertThatThrownBy(() -> run(TABLE, 1, "sex = X", List.of()))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("not a level");
        assertThatThrownBy(() -> run(TABLE, 1, "dose = much", List.of()))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("not a value");
        assertThatThrownBy(() -> run(TABLE, 4000, "", List.of()))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("no row 4,000");
    }

    /// Score 3 u + v of two numbers even between 0 and 1, an unused one, and a sex that does not
    /// count, though u is higher in women.
    private static Dataset scored() {
        RandomGenerator random = Streams.of(92, 1);
        String[][] cells = new String[4000][];
        for (int i = 0; i < cells.length; i++) {
            double u = random.nextDouble();
            double v = random.nextDouble();
            boolean woman = random.nextDouble() < 0.2 + 0.6 * u;
            cells[i] =
                    new String[] {
                        woman ? "F" : "M",
                        Double.toString(u),
                        Double.toString(v),
                        Double.toString(random.nextDouble()),
                        Double.toString(3 * u + v)
                    };
        }
        Dataset data = CsvTable.of("t", new String[] {"sex", "u", "v", "w", "risk"}, cells);
        data = CsvTable.roles(data, Role.PROTECTED, "sex");
        return CsvTable.roles(data, Role.SCORE, "risk");
    }

    @Test
    void aScoreWithKnownCoefficientsIsExplained() {
        Assessment assessment = run(SCORED, 1, "", List.of());
        assertThat(metric(assessment, "explain/r2")).isGreaterThan(0.98);
        // The mean distance of an even number from its mean is 1/4.
        assertThat(metric(assessment, "explain/shap/u")).isCloseTo(0.75, within(0.04));
        assertThat(metric(assessment, "explain/shap/v")).isCloseTo(0.25, within(0.02));
        assertThat(metric(assessment, "explain/shap/w")).isLessThan(0.01);
        // Shuffling adds 2 β² var(x) to the squared error, which is 2 β² / (3² + 1²) of R².
        assertThat(metric(assessment, "explain/shuffled/u")).isCloseTo(1.8, within(0.12));
        assertThat(metric(assessment, "explain/shuffled/v")).isCloseTo(0.2, within(0.03));
        assertThat(metric(assessment, "explain/shuffled/w")).isCloseTo(0, within(0.003));
        Finding sex = finding(assessment, "leaning/sex");
        assertThat(sex.severity()).isEqualTo(Severity.OK);
    }

    @Test
    void shapleyValuesAddUpToWhatTheModelSays() {
        RowModel odds = RowModel.of(TABLE, settings(0, "", List.of()), 1, Progress.NONE);
        RowModel.Answer answer = odds.ask(0, Map.of("sex", "F"));
        assertThat(answer.expected() + sum(answer.shap()))
                .isCloseTo(logit(answer.value()), within(1e-9));
        RowModel numbers = RowModel.of(SCORED, settings(0, "", List.of()), 1, Progress.NONE);
        RowModel.Answer risk = numbers.ask(3, Map.of("u", "0.9"));
        assertThat(risk.expected() + sum(risk.shap())).isCloseTo(risk.value(), within(1e-9));
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    @Test
    void theAuditAndTheRowModelSayTheSame() {
        Assessment assessment = run(TABLE, 1, "sex = F; dose = 0.9", List.of());
        RowModel model = RowModel.of(TABLE, settings(0, "", List.of()), 1, Progress.NONE);
        assertThat(model.ask(0, Map.of()).value())
                .isEqualTo(metric(assessment, "explain/row/value"));
        assertThat(model.ask(0, Map.of("sex", "F", "dose", "0.9")).value())
                .isEqualTo(metric(assessment, "explain/row/if/sex = F, dose = 0.9"));
        assertThat(model.cells(0)).startsWith("M", "0.1");
    }

    @Test
    void theNearestOtherRowLeavesImmutableColumnsAlone() {
        RowModel model = RowModel.of(TABLE, settings(0, "", List.of()), 1, Progress.NONE);
        RowModel.Nearest nearest = model.nearest(0, Progress.NONE).orElseThrow();
        assertThat(nearest.changes()).doesNotContainKey("sex");
        assertThat(Double.parseDouble(nearest.changes().getOrDefault("dose", "0")))
                .isGreaterThan(0.5);
        assertThat(nearest.value()).isGreaterThanOrEqualTo(0.5);
        assertThat(model.ask(0, nearest.changes()).value()).isEqualTo(nearest.value());
        assertThat(model.kept()).extracting(info -> info.name()).containsExactly("sex");
        RowModel fixed = RowModel.of(TABLE, settings(0, "", List.of("dose")), 1, Progress.NONE);
        assertThat(fixed.nearest(0, Progress.NONE)).isEmpty();
        assertThat(fixed.kept()).extracting(info -> info.name()).containsExactly("sex", "dose");
    }

    @Test
    void whatTheModelHasNotLearntFromIsSaid() {
        RowModel model = RowModel.of(TABLE, settings(0, "", List.of()), 1, Progress.NONE);
        assertThat(model.levels(0)).containsExactlyInAnyOrder("F", "M");
        assertThat(model.levels(1)).isEmpty();
        assertThat(model.problem(1, "1e999")).isPresent();
        assertThat(model.problem(1, "a lot")).isPresent();
        assertThat(model.problem(0, "X")).isPresent();
        assertThat(model.problem(1, "0.5")).isEmpty();
        assertThat(model.caution(1, "0.5")).isEmpty();
        assertThat(model.caution(1, "7").orElse("")).contains("only");
        assertThat(model.caution(1, "").orElse("")).contains("missing");
    }

    @Test
    void changesReadBackOrAreRefused() {
        Map<String, String> changes = Map.of("sex", "F", "dose", "");
        assertThat(OneRow.changes(RowModel.setting(changes))).isEqualTo(changes);
        assertThatThrownBy(() -> RowModel.setting(Map.of("sex", "F; M")))
                .isInstanceOf(UserProblem.class);
    }
}
