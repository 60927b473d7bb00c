package org.counterpoise.engine.audit.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.CsvTable;
import org.counterpoise.Shared;
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

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/// Several predictions, other kinds of outcome, named measures of fairness, and whether planted
/// gaps are found and clean tables left alone.
class PredictionKindsTest {
    private static final PerformanceAudit AUDIT = new PerformanceAudit();

    private static Assessment run(Dataset data, PerformanceSettings settings) {
        return AUDIT.run(new AuditInput(data, Optional.empty()), settings, 1, Progress.NONE);
    }

    private static Assessment run(Dataset data) {
        return run(data, AUDIT.defaults());
    }

    private static PerformanceSettings with(String name, String value) {
        return AUDIT.settings().with(AUDIT.defaults(), name, value);
    }

    private static Dataset table(String[] columns, int rows, IntFunction<String[]> row) {
        String[][] cells = new String[rows][];
        for (int i = 0; i < rows; i++) {
            cells[i] = row.apply(i);
        }
        return CsvTable.of("table", columns, cells);
    }

    private static Finding finding(Assessment assessment, String id) {
        return assessment.findings().stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /// AIF360, tests/test_classification_metric.py: two predictions of the same ten outcomes.
    @Test
    void everyPredictionIsJudgedByItself() {
        String y = "1001001011";
        String first = "1000111010";
        String second = "0110000111";
        Dataset data =
                table(
                        new String[] {"y", "p", "q", "g"},
                        10,
                        i ->
                                new String[] {
                                    y.substring(i, i + 1),
                                    first.substring(i, i + 1),
                                    second.substring(i, i + 1),
                                    i % 2 == 0 ? "a" : "b"
                                });
        data = CsvTable.roles(data, Role.OUTCOME, "y");
        data = CsvTable.roles(data, Role.PREDICTION, "p", "q");
        data = CsvTable.roles(data, Role.PROTECTED, "g");
        Assessment assessment = run(data);
        Map<String, Double> metrics = assessment.metrics();
        assertThat(metrics.get("performance/generalized-entropy/overall"))
                .isCloseTo(0.2, within(1e-12));
        assertThat(metrics.get("performance/theil/overall"))
                .isCloseTo(4 * Math.log(2) / 10, within(1e-12));
        assertThat(metrics.get("performance/by=q/generalized-entropy/overall"))
                .isCloseTo(0.3, within(1e-12));
        assertThat(assessment.findings())
                .extracting(Finding::id)
                .contains("overall", "by=q/overall", "gaps", "by=q/gaps")
                .doesNotHaveDuplicates();
        assertThat(finding(assessment, "by=q/overall").headline()).contains("\"q\"");
    }

    /// UCI Adult against AIF360, through the audit: the label as its own prediction.
    @Test
    void adultComesOutAsInAif360() throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (String file : List.of("adult.data", "adult.test")) {
            for (String line : Files.readAllLines(Shared.file("data/conformance/" + file))) {
                String[] cells = line.split(", ");
                if (cells.length == 15 && !List.of(cells).contains("?")) {
                    String rich = cells[14].startsWith(">50K") ? "1" : "0";
                    rows.add(new String[] {rich, rich, cells[9], cells[8]});
                }
            }
        }
        Dataset data =
                table(new String[] {"income", "label", "sex", "race"}, rows.size(), rows::get);
        data = CsvTable.roles(data, Role.OUTCOME, "income");
        data = CsvTable.roles(data, Role.PREDICTION, "label");
        data = CsvTable.roles(data, Role.PROTECTED, "sex", "race");
        Map<String, Double> metrics = run(data).metrics();
        assertThat(metrics.get("performance/differential-fairness-outcome/sex,race"))
                .isCloseTo(1.7547611985549287, within(1e-12));
        assertThat(metrics.get("performance/selection-rate/sex=Female/difference"))
                .isCloseTo(-0.198901432678815, within(1e-12));
        assertThat(metrics.get("performance/disparate-impact/sex=Female"))
                .isEqualTo(metrics.get("performance/demographic-parity-ratio/sex"));
    }

    /// Aequitas on COMPAS, against the majority of each attribute (expected/aequitas_compas.txt).
    @Test
    void disparitiesOfCompasAreAequitass() {
        Dataset data = CsvTable.read(Shared.file("data/conformance/compas_for_aequitas.csv"));
        data = CsvTable.roles(data, Role.OUTCOME, "label_value");
        data = CsvTable.roles(data, Role.PREDICTION, "score");
        data = CsvTable.roles(data, Role.PROTECTED, "race");
        Map<String, Double> metrics = run(data, with("reference", "race=Caucasian")).metrics();
        String black = "/race=African-American/ratio";
        assertThat(metrics.get("performance/fdr" + black)).isCloseTo(0.906085, within(5e-7));
        assertThat(metrics.get("performance/for" + black)).isCloseTo(1.213154, within(5e-7));
        assertThat(metrics.get("performance/fnr" + black)).isCloseTo(0.586416, within(5e-7));
        assertThat(metrics.get("performance/average-odds-difference/race=African-American"))
                .isCloseTo((0.720147 - 0.522774 + 0.448468 - 0.234543) / 2, within(1e-6));
        assertThat(metrics.get("performance/fpr/race=Caucasian/difference-to-overall"))
                .isCloseTo(0.234543 - 1282.0 / 3963, within(1e-6));
    }

    @Test
    void onlyChosenMetricsAreMeasured() {
        Dataset data = simulated(400, 3, 0, 1);
        Assessment assessment = run(data, with("metrics", "tpr,fpr"));
        assertThat(assessment.metrics())
                .containsKeys("performance/tpr/overall", "performance/equalized-odds-difference/g")
                .doesNotContainKey("performance/accuracy/overall");
        assertThat(assessment.findings())
                .extracting(Finding::id)
                .contains("equalized-odds/g")
                .doesNotContain("f1/g");
        assertThatThrownBy(() -> run(data, with("metrics", "tpr,sensitivity")))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("sensitivity");
    }

    /// Seven in ten decisions are right in the first group, all in the second.
    @Test
    void classesAreJudgedOneByOne() {
        String[] levels = {"mild", "moderate", "severe"};
        Dataset data =
                table(
                        new String[] {"grade", "predicted", "sex"},
                        600,
                        i -> {
                            boolean woman = i < 300;
                            String right = levels[i % 3];
                            String said = woman && i % 10 < 3 ? levels[(i + 1) % 3] : right;
                            return new String[] {right, said, woman ? "F" : "M"};
                        });
        data = CsvTable.roles(data, Role.OUTCOME, "grade");
        data = CsvTable.roles(data, Role.PREDICTION, "predicted");
        data = CsvTable.roles(data, Role.PROTECTED, "sex");
        Assessment assessment = run(data);
        assertThat(assessment.metrics().get("performance/accuracy/sex=F"))
                .isCloseTo(0.7, within(1e-12));
        assertThat(assessment.metrics())
                .containsEntry("performance/accuracy/sex=M", 1.0)
                .containsEntry("performance/tpr[severe]/sex=M", 1.0)
                .containsKey("performance/macro-f1/max-gap/sex/adjusted-p");
        Finding accuracy = finding(assessment, "accuracy/sex");
        assertThat(accuracy.severity()).isEqualTo(Severity.WARNING);
        assertThat(accuracy.headline())
                .isEqualTo(
                        "Accuracy of the prediction is 100.0% for sex = M and 70.0% for sex = F.");
    }

    /// Predictions are right on average for men and 2 too low for women.
    @Test
    void quantitiesAreJudgedByTheirErrors() {
        RandomGenerator random = Streams.of(4, 4);
        Dataset data =
                table(
                        new String[] {"egfr", "estimate", "sex"},
                        500,
                        i -> {
                            double truth = 80 + 15 * random.nextGaussian();
                            double error = 3 * random.nextGaussian() - (i % 2 == 0 ? 2 : 0);
                            return new String[] {
                                Double.toString(truth),
                                Double.toString(truth + error),
                                i % 2 == 0 ? "F" : "M"
                            };
                        });
        data = CsvTable.roles(data, Role.OUTCOME, "egfr");
        data = CsvTable.roles(data, Role.SCORE, "estimate");
        data = CsvTable.roles(data, Role.PROTECTED, "sex");
        Assessment assessment = run(data);
        Map<String, Double> metrics = assessment.metrics();
        assertThat(metrics.get("performance/bias/sex=F")).isCloseTo(-2, within(0.7));
        assertThat(metrics.get("performance/r2/overall")).isBetween(0.93, 0.98);
        assertThat(metrics.get("performance/bias/max-gap/sex/lower")).isGreaterThan(0.9);
        assertThat(finding(assessment, "bias/sex").severity()).isEqualTo(Severity.WARNING);
    }

    /// In the second group the score is noise: C is a half there.
    @Test
    void timesToAnEventAreRanked() {
        RandomGenerator random = Streams.of(4, 5);
        Dataset data =
                table(
                        new String[] {"died", "risk", "days", "g"},
                        1200,
                        i -> {
                            double risk = random.nextDouble();
                            double known = i % 2 == 0 ? risk : random.nextDouble();
                            double time = -Math.log(1 - random.nextDouble()) / (0.1 + 4 * known);
                            double end = 2 * random.nextDouble();
                            return new String[] {
                                time <= end ? "1" : "0",
                                Double.toString(risk),
                                Double.toString(Math.min(time, end)),
                                i % 2 == 0 ? "a" : "b"
                            };
                        });
        data = CsvTable.roles(data, Role.OUTCOME, "died");
        data = CsvTable.roles(data, Role.SCORE, "risk");
        data = CsvTable.roles(data, Role.TIME, "days");
        data = CsvTable.roles(data, Role.PROTECTED, "g");
        Assessment assessment = run(data, with("horizon", "1"));
        assertThat(assessment.metrics().get("performance/c-index/g=a")).isGreaterThan(0.65);
        assertThat(assessment.metrics().get("performance/c-index/g=b")).isBetween(0.43, 0.57);
        assertThat(finding(assessment, "c-index/g").severity()).isEqualTo(Severity.WARNING);
        assertThat(assessment.metrics()).containsKey("performance/calibration-at-t/g=a/lower");
    }

    /// A model that looks at sex alone decides otherwise for everyone of the other sex.
    @Test
    void aModelThatLooksAtSexFlips() {
        Dataset data =
                table(
                        new String[] {"y", "sex", "x"},
                        400,
                        i -> {
                            boolean woman = i % 2 == 0;
                            boolean ill = i % 10 == 0 ? !woman : woman;
                            return new String[] {
                                ill ? "1" : "0", woman ? "F" : "M", Integer.toString(i * 7919 % 13)
                            };
                        });
        data = CsvTable.roles(data, Role.OUTCOME, "y");
        data = CsvTable.roles(data, Role.PROTECTED, "sex");
        assertThat(run(data).metrics())
                .containsEntry("performance/counterfactual-flip-rate/sex=F", 1.0)
                .containsEntry("performance/counterfactual-flip-rate/sex=M", 1.0);
    }

    @Test
    void whatExplainsSelectionCanBeHeldFixed() {
        Dataset data =
                table(
                        new String[] {"y", "p", "g", "ward"},
                        400,
                        i -> {
                            int ward = i / 200;
                            int place = i % 200;
                            return new String[] {
                                place % 3 == 0 ? "1" : "0",
                                place % 10 < (ward == 0 ? 2 : 8) ? "1" : "0",
                                place < (ward == 0 ? 150 : 50) ? "b" : "a",
                                "W" + ward
                            };
                        });
        data = CsvTable.roles(data, Role.OUTCOME, "y");
        data = CsvTable.roles(data, Role.PREDICTION, "p");
        data = CsvTable.roles(data, Role.PROTECTED, "g");
        Map<String, Double> metrics = run(data, with("condition", "ward")).metrics();
        assertThat(metrics.get("performance/conditional-demographic-disparity/g"))
                .isCloseTo(0, within(1e-12));
    }

    /// Decisions that find a share of those with the outcome, fewer by `gap` in the last group.
    private static Dataset simulated(int rows, int groups, double gap, long seed) {
        RandomGenerator random = Streams.of(seed, 77);
        Dataset data =
                table(
                        new String[] {"y", "p", "g"},
                        rows,
                        i -> {
                            int group = random.nextInt(groups);
                            boolean ill = random.nextDouble() < 0.4;
                            double found = 0.7 - (group == groups - 1 ? gap : 0);
                            boolean said = random.nextDouble() < (ill ? found : 0.2);
                            return new String[] {ill ? "1" : "0", said ? "1" : "0", "g" + group};
                        });
        data = CsvTable.roles(data, Role.OUTCOME, "y");
        data = CsvTable.roles(data, Role.PREDICTION, "p");
        return CsvTable.roles(data, Role.PROTECTED, "g");
    }

    /// Of clean tables at most 5 % (here within 3 standard errors of 300) have any gap that is put
    /// down to more than chance, over all metrics together.
    @Test
    void cleanTablesAreNotFlaggedAboveTheLevel() {
        int alarms = 0;
        int tables = 300;
        for (int t = 0; t < tables; t++) {
            Map<String, Double> metrics = run(simulated(900, 3, 0, t)).metrics();
            boolean any =
                    metrics.entrySet().stream()
                            .anyMatch(
                                    e ->
                                            e.getKey().endsWith("/adjusted-p")
                                                    && e.getValue() < GapTests.LEVEL);
            alarms += any ? 1 : 0;
        }
        assertThat((double) alarms / tables).isLessThan(0.05 + 3 * Math.sqrt(0.05 * 0.95 / tables));
    }

    /// The detectable gap is what the audit finds with 80 % power: a planted gap of that size in
    /// the true positive rate is found about as often, or more where Holm is kinder than
    /// Bonferroni.
    @Test
    void aPlantedGapIsFoundWithThePowerStated() {
        String name = "performance/tpr/max-gap/g/detectable-smallest";
        double detectable =
                run(simulated(3000, 3, 0.1, 999)).metrics().getOrDefault(name, Double.NaN);
        int found = 0;
        int tables = 150;
        for (int t = 0; t < tables; t++) {
            Finding odds = finding(run(simulated(3000, 3, detectable, t)), "equalized-odds/g");
            found += odds.measure().orElseThrow().adjustedP() < GapTests.LEVEL ? 1 : 0;
        }
        assertThat((double) found / tables).isGreaterThan(0.8 - 3 * Math.sqrt(0.16 / tables));
    }
}
