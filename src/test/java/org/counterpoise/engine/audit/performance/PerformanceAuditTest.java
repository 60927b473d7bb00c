package org.counterpoise.engine.audit.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.CsvTable;
import org.counterpoise.Shared;
import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.audit.PlantedMarks;
import org.counterpoise.engine.data.Binning;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Severity;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class PerformanceAuditTest {
    private static final PerformanceAudit AUDIT = new PerformanceAudit();

    private static Assessment run(Dataset data) {
        return run(data, AUDIT.defaults());
    }

    private static Assessment run(Dataset data, PerformanceSettings settings) {
        return AUDIT.run(new AuditInput(data, Optional.empty()), settings, 1, Progress.NONE);
    }

    private static PerformanceSettings with(String name, String value) {
        return AUDIT.settings().with(AUDIT.defaults(), name, value);
    }

    private static Dataset marked(
            Dataset data, String outcome, String prediction, String... groups) {
        Dataset roles = CsvTable.roles(data, Role.OUTCOME, outcome);
        roles = CsvTable.roles(roles, Role.PREDICTION, prediction);
        return CsvTable.roles(roles, Role.PROTECTED, groups);
    }

    private static Finding finding(Assessment assessment, String id) {
        return assessment.findings().stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /// fairlearn, docs/user_guide/assessment/perform_fairness_assessment.rst.
    private static Dataset fairlearn() {
        String truth = "011110101000111111";
        String prediction = "001011100111100110";
        String group = "bbabbcccaacabccbcc";
        String[][] rows = new String[18][];
        for (int i = 0; i < 18; i++) {
            rows[i] =
                    new String[] {
                        truth.substring(i, i + 1),
                        prediction.substring(i, i + 1),
                        group.substring(i, i + 1)
                    };
        }
        return marked(
                CsvTable.of("guide", new String[] {"y", "pred", "sf"}, rows), "y", "pred", "sf");
    }

    @Test
    void theFairlearnGuideComesOutExactly() {
        Map<String, Double> metrics = run(fairlearn()).metrics();
        assertThat(metrics)
                .containsEntry("performance/tpr/overall", 0.5)
                .containsEntry("performance/fpr/overall", 4.0 / 6)
                .containsEntry("performance/selection-rate/overall", 10.0 / 18)
                .containsEntry("performance/n/overall", 18.0)
                .containsEntry("performance/tpr/sf=a", 0.5)
                .containsEntry("performance/tpr/sf=b", 0.6)
                .containsEntry("performance/tpr/sf=c", 0.4)
                .containsEntry("performance/fpr/sf=a", 1.0)
                .containsEntry("performance/fpr/sf=b", 0.0)
                .containsEntry("performance/fpr/sf=c", 2.0 / 3)
                .containsEntry("performance/selection-rate/sf=a", 0.75)
                .containsEntry("performance/selection-rate/sf=b", 0.5)
                .containsEntry("performance/selection-rate/sf=c", 0.5)
                .containsEntry("performance/n/sf=c", 8.0)
                .containsEntry("performance/fpr/max-gap", 1.0)
                .containsEntry("performance/selection-rate/max-gap", 0.25)
                .containsEntry("performance/demographic-parity-difference/sf", 0.25)
                .containsEntry("performance/demographic-parity-ratio/sf", 0.5 / 0.75)
                .containsEntry("performance/equalized-odds-difference/sf", 1.0);
        assertThat(metrics.get("performance/tpr/max-gap")).isCloseTo(0.2, within(1e-15));
    }

    @Test
    void anUndefinedRateIsReportedNotZero() {
        Dataset data =
                marked(
                        CsvTable.of(
                                "undefined",
                                new String[] {"y", "pred", "sex"},
                                new String[][] {
                                    {"0", "0", "F"}, {"0", "1", "F"},
                                    {"1", "1", "M"}, {"0", "0", "M"}
                                }),
                        "y",
                        "pred",
                        "sex");
        Assessment assessment = run(data);
        assertThat(assessment.metrics().get("performance/tpr/sex=F")).isNaN();
        assertThat(assessment.metrics().get("performance/f1/sex=F")).isNaN();
        assertThat(assessment.metrics().get("performance/tpr/max-gap")).isNaN();
        Evidence table = finding(assessment, "f1/sex").evidence();
        assertThat(table.rows().getFirst().get(table.columns().indexOf("F1")))
                .isEqualTo("undefined (n = 0)");
    }

    /// Aequitas on COMPAS (expected/aequitas_compas.txt): every rate of every group.
    @Test
    void compasComesOutAsInAequitas() throws IOException {
        Path csv = Shared.file("data/conformance/compas_for_aequitas.csv");
        List<String> lines =
                Files.readAllLines(Shared.file("methods/expected/aequitas_compas.txt"));
        Dataset data = marked(CsvTable.read(csv), "label_value", "score", "race", "sex", "age_cat");
        data = CsvTable.roles(data, Role.IDENTIFIER, "entity_id");
        // Aequitas compares with the majority group it was given.
        Map<String, Double> metrics = run(data, with("reference", "race=Caucasian")).metrics();
        int compared = 0;
        for (String line : lines.subList(2, 13)) {
            // Columns are parted by runs of spaces; level names hold single spaces.
            String[] cells =
                    line.replace("Greater than 45", "Greater_than_45")
                            .replace("Less than 25", "Less_than_25")
                            .replace("25 - 45", "25_-_45")
                            .replace("Native American", "Native_American")
                            .strip()
                            .split("\\s+");
            String group = cells[2] + "=" + cells[3].replace('_', ' ');
            compared += compare(metrics, "accuracy", group, cells[4]);
            compared += compare(metrics, "tpr", group, cells[5]);
            compared += compare(metrics, "tnr", group, cells[6]);
            compared += compare(metrics, "fpr", group, cells[9]);
            compared += compare(metrics, "fnr", group, cells[10]);
            compared += compare(metrics, "npv", group, cells[11]);
            compared += compare(metrics, "ppv", group, cells[12]);
            compared += compare(metrics, "selection-rate", group, cells[16]);
            compared += compare(metrics, "n", group, cells[23]);
            compared += compare(metrics, "prevalence", group, cells[25]);
        }
        assertThat(compared).isEqualTo(110);
        assertThat(metrics.get("performance/fpr/race=African-American/ratio"))
                .isCloseTo(1.912093, within(5e-7));
    }

    private static int compare(
            Map<String, Double> metrics, String metric, String group, String expected) {
        assertThat(metrics.get("performance/" + metric + "/" + group))
                .as(metric + " of " + group)
                .isCloseTo(Double.parseDouble(expected), within(5.1e-7));
        return 1;
    }

    @Test
    void compasIsFlaggedForItsFalseAlarms() {
        Dataset data =
                marked(
                        CsvTable.read(Shared.file("data/conformance/compas_for_aequitas.csv")),
                        "label_value",
                        "score",
                        "race");
        Finding odds = finding(run(data), "equalized-odds/race");
        assertThat(odds.severity()).isEqualTo(Severity.SERIOUS);
        assertThat(odds.headline())
                .startsWith("The prediction misses race = Other: it finds 32.3%");
        assertThat(odds.measure().orElseThrow().adjustedP()).isLessThan(0.05);
    }

    @Test
    void withoutAPredictionAModelIsTrainedAndThreadsDoNotMatter() {
        Dataset data = flchain();
        int threads = Parallel.threads();
        Parallel.setThreads(1);
        Assessment one = run(data);
        Parallel.setThreads(2);
        Assessment two = run(data);
        Parallel.setThreads(threads);
        assertThat(one.metrics()).isEqualTo(two.metrics());
        assertThat(one.findings().toString()).isNotEmpty();
        assertThat(one.metrics().get("performance/auc/overall")).isBetween(0.78, 0.88);
        assertThat(one.metrics().get("performance/brier/overall")).isBetween(0.1, 0.2);
        assertThat(one.metrics().get("performance/calibration-slope/overall")).isBetween(0.9, 1.1);
        assertThat(one.metrics()).containsKey("performance/tpr/age=70–79,sex=F");
        // Almost nobody under 60 dies: the model must find far fewer of those who do.
        assertThat(finding(one, "equalized-odds/age").severity()).isEqualTo(Severity.SERIOUS);
        assertThat(finding(one, "auc/sex").figures()).hasSize(2);
        assertThat(finding(one, "calibration/sex").figures()).hasSize(1);
    }

    private static Dataset flchain() {
        Dataset data = CsvTable.read(Path.of("sample-data/flchain.csv"));
        data = CsvTable.roles(data, Role.PROTECTED, "sex", "age");
        data = CsvTable.roles(data, Role.IGNORED, "chapter", "futime");
        data = CsvTable.roles(data, Role.OUTCOME, "death");
        return data.withSchema(
                data.schema()
                        .with(
                                "age",
                                info ->
                                        info.withBinning(
                                                Optional.of(
                                                        new Binning(List.of(60.0, 70.0, 80.0))))));
    }

    @Test
    void aScoreIsCutAtTheThreshold() {
        Dataset data =
                CsvTable.of(
                        "scores",
                        new String[] {"y", "s", "g"},
                        new String[][] {
                            {"no", "0.2", "a"},
                            {"yes", "0.6", "a"},
                            {"yes", "0.4", "b"},
                            {"no", "0.5", "b"}
                        });
        data = CsvTable.roles(data, Role.OUTCOME, "y");
        data = CsvTable.roles(data, Role.SCORE, "s");
        data = CsvTable.roles(data, Role.PROTECTED, "g");
        assertThat(run(data).metrics())
                .containsEntry("performance/tpr/g=a", 1.0)
                .containsEntry("performance/tpr/g=b", 0.0)
                .containsEntry("performance/fpr/g=b", 1.0)
                .containsEntry("performance/auc/g=a", 1.0)
                .containsEntry("performance/auc/overall", 0.75);
        assertThat(run(data, with("threshold", "0.3")).metrics())
                .containsEntry("performance/tpr/g=b", 1.0);
    }

    @Test
    void aScoreThatIsNoProbabilityHasNoBrier() {
        Dataset data =
                CsvTable.of(
                        "deciles",
                        new String[] {"y", "s", "g"},
                        new String[][] {{"0", "2", "a"}, {"1", "6", "a"}, {"1", "9", "b"}});
        data = CsvTable.roles(data, Role.OUTCOME, "y");
        data = CsvTable.roles(data, Role.SCORE, "s");
        data = CsvTable.roles(data, Role.PROTECTED, "g");
        Assessment assessment = run(data, with("threshold", "5"));
        assertThat(assessment.metrics())
                .containsEntry("performance/auc/g=a", 1.0)
                .doesNotContainKey("performance/brier/overall");
        assertThat(assessment.notes()).anyMatch(note -> note.contains("not a probability"));
    }

    @Test
    void aPredictionInOtherWordsThanTheOutcomeIsExplained() {
        Dataset data =
                marked(
                        CsvTable.of(
                                "words",
                                new String[] {"y", "pred", "g"},
                                new String[][] {{"1", "high", "a"}, {"0", "low", "b"}}),
                        "y",
                        "pred",
                        "g");
        assertThatThrownBy(() -> run(data))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("holds \"high\", which is not a value of the outcome");
    }

    @Test
    void theReferenceGroupCanBeChosen() {
        Map<String, Double> metrics = run(fairlearn(), with("reference", "sf=a")).metrics();
        assertThat(metrics.get("performance/selection-rate/sf=b/difference")).isEqualTo(-0.25);
        assertThat(metrics.get("performance/selection-rate/sf=b/ratio")).isEqualTo(0.5 / 0.75);
        assertThat(metrics).doesNotContainKey("performance/selection-rate/sf=a/difference");
        assertThatThrownBy(() -> run(fairlearn(), with("reference", "sf=z")))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("sf=a; sf=b; sf=c");
    }

    @Test
    void tinyGroupsAreShownButNotFlagged() {
        Finding odds = finding(run(fairlearn()), "equalized-odds/sf");
        assertThat(odds.severity()).isEqualTo(Severity.NOTE);
        Finding flagged =
                finding(run(fairlearn(), with("smallestGroup", "1")), "equalized-odds/sf");
        assertThat(flagged.headline()).startsWith("Cannot tell");
        assertThat(flagged.measure().orElseThrow().n()).isPositive();
    }

    /// A gap of 20 points between 10 and 10 people is past every threshold, and within chance.
    @Test
    void aThresholdPassedByChanceIsANoteThatSaysWhatWouldHaveBeenSeen() {
        Assessment small = run(lessFound(1), with("reference", "sex=M"));
        Assessment large = run(lessFound(50), with("reference", "sex=M"));
        for (String id : List.of("equalized-odds/sex", "demographic-parity/sex", "f1/sex")) {
            Finding cannotTell = finding(small, id);
            assertThat(cannotTell.severity()).as(id).isEqualTo(Severity.NOTE);
            assertThat(cannotTell.headline())
                    .startsWith("Cannot tell whether")
                    .containsPattern("a gap of [0-9.]+ points would have been seen");
            assertThat(cannotTell.remedies()).isEmpty();
            Finding told = finding(large, id);
            assertThat(told.severity()).as(id).isGreaterThan(Severity.NOTE);
            assertThat(told.measure().orElseThrow().value())
                    .isEqualTo(cannotTell.measure().orElseThrow().value());
            assertThat(told.remedies()).isNotEmpty();
        }
    }

    /// Of 10 ill men 8 are found, of 10 ill women 6; of the healthy, nobody is.
    private static Dataset lessFound(int times) {
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < 40 * times; i++) {
            boolean woman = i % 2 == 0;
            boolean ill = i % 4 < 2;
            boolean found = ill && i / 4 % 10 < (woman ? 6 : 8);
            rows.add(new String[] {ill ? "1" : "0", found ? "1" : "0", woman ? "F" : "M"});
        }
        String[] header = {"y", "p", "sex"};
        return marked(CsvTable.of("found", header, rows.toArray(String[][]::new)), "y", "p", "sex");
    }

    @Test
    void aPlantedMarkIsFound() {
        int found = 0;
        for (int seed = 0; seed < 20; seed++) {
            found += PlantedMarks.PERFORMANCE.found(2_000, 0.2, seed) ? 1 : 0;
        }
        assertThat(found).as("of 20").isGreaterThanOrEqualTo(18);
    }

    /// Holm holds 5%; 100 tables give at most 12 alarms in 99.8 of 100 such tests (binomial).
    @Test
    void cleanTablesAreNotWarnedAboutAboveTheLevel() {
        int alarms = 0;
        for (int seed = 0; seed < 100; seed++) {
            alarms += PlantedMarks.PERFORMANCE.found(400, 0, 900 + seed) ? 1 : 0;
        }
        assertThat(alarms).as("false alarms of 100").isLessThanOrEqualTo(12);
    }

    @Test
    void aDropInF1BeyondFivePointsIsFlagged() {
        String[][] rows = new String[400][];
        for (int i = 0; i < 400; i++) {
            boolean woman = i < 200;
            boolean ill = i % 2 == 0;
            boolean found = ill && (!woman || i % 4 == 0);
            rows[i] = new String[] {ill ? "1" : "0", found ? "1" : "0", woman ? "F" : "M"};
        }
        Finding f1 =
                finding(
                        run(
                                marked(
                                        CsvTable.of("drop", new String[] {"y", "p", "sex"}, rows),
                                        "y",
                                        "p",
                                        "sex"),
                                with("reference", "sex=M")),
                        "f1/sex");
        // F1 of women is 2·50/(2·50 + 0 + 50) = 2/3, of men 1.
        assertThat(f1.headline())
                .isEqualTo(
                        "The prediction works worse for sex = F than for sex = M:"
                                + " F1 0.667 against 1.000.");
        assertThat(f1.severity()).isEqualTo(Severity.SERIOUS);
        assertThat(f1.measure().orElseThrow().value()).isCloseTo(-1.0 / 3, within(1e-12));
    }

    @Test
    void germanCreditBaseRatesComeOut() {
        Dataset data = CsvTable.read(Shared.file("data/conformance/GermanCredit_age25.csv"));
        ColumnInfo outcome = data.schema().column("CreditEval");
        assertThat(outcome.name()).isEqualTo("CreditEval");
        // Age over 25 is privileged: 810 of 1,000.
        Dataset banded =
                data.withSchema(
                        data.schema()
                                .with(
                                        "Age",
                                        info ->
                                                info.withRole(Role.PROTECTED)
                                                        .withBinning(
                                                                Optional.of(
                                                                        new Binning(
                                                                                List.of(26.0)))))
                                .with(
                                        "CreditEval",
                                        info ->
                                                info.withRole(Role.OUTCOME)
                                                        .withPositive(Optional.of("1"))));
        Map<String, Double> metrics = run(banded).metrics();
        assertThat(metrics.get("performance/prevalence/Age=26+"))
                .isCloseTo(0.728395061728395, within(1e-12));
        assertThat(metrics.get("performance/prevalence/Age=<26"))
                .isCloseTo(0.578947368421053, within(1e-12));
        assertThat(metrics.get("performance/prevalence/Age=<26/difference"))
                .isCloseTo(-0.149447693307342, within(1e-12));
        assertThat(metrics.get("performance/prevalence/Age=<26/ratio"))
                .isCloseTo(0.794826048171276, within(1e-12));
    }
}
