package org.counterpoise.engine.audit.representation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.CsvTable;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.audit.PlantedMarks;
import org.counterpoise.engine.data.Benchmark;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.finding.Finding;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.stats.Proportion;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class RepresentationAuditTest {
    private static final RepresentationAudit AUDIT = new RepresentationAudit();

    private static Dataset nhanes() {
        Dataset data = CsvTable.read(Path.of("sample-data/survey_nhanes.csv"));
        data = CsvTable.roles(data, Role.PROTECTED, "race", "RIAGENDR");
        data = CsvTable.roles(data, Role.OUTCOME, "HI_CHOL");
        return CsvTable.roles(data, Role.WEIGHT, "WTMEC2YR");
    }

    private static Assessment run(Dataset data, Optional<Benchmark> benchmark) {
        return AUDIT.run(new AuditInput(data, benchmark), AUDIT.defaults(), 1, Progress.NONE);
    }

    private static Finding finding(Assessment assessment, String id) {
        return assessment.findings().stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Benchmark weights(Dataset data) {
        return new Benchmark(
                "survey weights WTMEC2YR",
                List.of(
                        Benchmark.weighted(data, List.of("race"), "WTMEC2YR"),
                        Benchmark.weighted(data, List.of("RIAGENDR"), "WTMEC2YR"),
                        Benchmark.weighted(data, List.of("race", "RIAGENDR"), "WTMEC2YR")));
    }

    private static Benchmark typed(String column, Map<String, Double> shares) {
        Map<List<String>, Double> table = new LinkedHashMap<>();
        shares.forEach((level, share) -> table.put(List.of(level), share));
        return new Benchmark("typed in", List.of(new Benchmark.Table(List.of(column), table)));
    }

    private static Dataset sexes(int women, int men) {
        String[][] rows = new String[women + men][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new String[] {i < women ? "F" : "M"};
        }
        return CsvTable.roles(
                CsvTable.of("sexes", new String[] {"sex"}, rows), Role.PROTECTED, "sex");
    }

    /// R package survey, data set nhanes: Hispanic (race 1) .316 unweighted, .151 weighted.
    @Test
    void hispanicPeopleAreOverrepresentedInTheUnweightedSurvey() {
        Dataset data = nhanes();
        Assessment assessment = run(data, Optional.of(weights(data)));
        Map<String, Double> metrics = assessment.metrics();
        assertThat(metrics.get("representation/race/1/share")).isCloseTo(0.316, within(0.0005));
        assertThat(metrics.get("representation/race/1/benchmark")).isCloseTo(0.151, within(0.0005));
        assertThat(metrics.get("representation/race/1/gap")).isCloseTo(0.165, within(0.001));
        assertThat(metrics.get("representation/race/chi-square/p")).isLessThan(1e-10);
        assertThat(metrics.get("representation/race/js-distance")).isBetween(0.1, 0.3);
        assertThat(metrics).containsKey("representation/race,RIAGENDR/1,2/share");
        Finding race = finding(assessment, "race");
        assertThat(race.severity()).isEqualTo(Severity.SERIOUS);
        assertThat(race.threshold().orElseThrow().source()).isEqualTo("founding guide");
        assertThat(race.headline())
                .endsWith(
                        "; race = 1 is overrepresented: 31.6% here, 15.1% of the target population.");
        assertThat(race.remedies()).extracting(Remedy::action).contains(Remedy.Action.GENERATE);
        assertThat(finding(assessment, "RIAGENDR").severity()).isEqualTo(Severity.OK);
    }

    @Test
    void aGapOfTwelvePointsIsAWarningAndOneOfNineIsNot() {
        Map<String, Double> even = Map.of("F", 0.5, "M", 0.5);
        Assessment twelve = run(sexes(62, 38), Optional.of(typed("sex", even)));
        assertThat(finding(twelve, "sex").severity()).isEqualTo(Severity.WARNING);
        assertThat(finding(twelve, "sex").headline())
                .isEqualTo(
                        "sex = F is overrepresented: 62.0% here, 50.0% of the target"
                                + " population; sex = M is underrepresented: 38.0% here, 50.0% of"
                                + " the target population.");
        Assessment nine = run(sexes(59, 41), Optional.of(typed("sex", even)));
        assertThat(finding(nine, "sex").severity()).isEqualTo(Severity.OK);
    }

    @Test
    void aGroupThatOnlyTheTargetPopulationHasIsAbsent() {
        Assessment assessment =
                run(sexes(50, 50), Optional.of(typed("sex", Map.of("F", 0.4, "M", 0.4, "X", 0.2))));
        assertThat(finding(assessment, "sex").headline())
                .startsWith("sex = X is absent here, but 20.0% of the target population");
        assertThat(assessment.metrics()).containsEntry("representation/sex/X/share", 0.0);
    }

    @Test
    void aBenchmarkOfTheCrossingAlsoServesItsMargins() {
        Dataset data = nhanes();
        Benchmark crossed =
                new Benchmark(
                        "weights",
                        List.of(Benchmark.weighted(data, List.of("RIAGENDR", "race"), "WTMEC2YR")));
        assertThat(run(data, Optional.of(crossed)).metrics().get("representation/race/1/benchmark"))
                .isCloseTo(
                        run(data, Optional.of(weights(data)))
                                .metrics()
                                .get("representation/race/1/benchmark"),
                        within(1e-12));
    }

    @Test
    void aBenchmarkWithOtherNamesIsExplained() {
        assertThatThrownBy(
                        () ->
                                run(
                                        sexes(5, 5),
                                        Optional.of(
                                                typed("sex", Map.of("women", 0.5, "men", 0.5)))))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("none of the data's groups")
                .hasMessageContaining("F; M");
    }

    @Test
    void withoutABenchmarkNothingIsJudged() {
        Assessment assessment = run(nhanes(), Optional.empty());
        assertThat(assessment.severity()).isEqualTo(Severity.NOTE);
        assertThat(assessment.metrics()).doesNotContainKey("representation/race/1/gap");
        assertThat(assessment.notes()).anyMatch(note -> note.contains("\"WTMEC2YR\" could serve"));
    }

    @Test
    void theOutcomesImbalanceIsMeasuredOverallAndPerGroup() {
        Dataset data = CsvTable.read(Path.of("sample-data/kidtran.csv"));
        data = CsvTable.roles(data, Role.PROTECTED, "race", "gender");
        data = CsvTable.roles(data, Role.OUTCOME, "delta");
        Assessment assessment = run(data, Optional.empty());
        // Klein and Moeschberger: 140 deaths of 863; 14 of 59 black women (race 2, gender 2).
        assertThat(assessment.metrics().get("representation/outcome/imbalance-factor"))
                .isCloseTo(723.0 / 140, within(1e-12));
        assertThat(assessment.metrics().get("representation/gender,race/2,2/imbalance-factor"))
                .isCloseTo(45.0 / 14, within(1e-12));
        assertThat(assessment.metrics().get("representation/gender,race/2,2/n")).isEqualTo(59);
        assertThat(finding(assessment, "outcome-balance").evidence().rows()).hasSize(1 + 2 + 2 + 4);
    }

    @Test
    void smallGroupsArePointedOut() {
        Assessment assessment =
                run(sexes(95, 5), Optional.of(typed("sex", Map.of("F", 0.9, "M", 0.1))));
        assertThat(finding(assessment, "sex").explanation())
                .contains("fewer than 11 rows: sex = M (5)");
    }

    /// Sex by site, 100 rows: the cells in `few` have so many rows, the rest is shared by F, s1 and
    /// M, s1.
    private static Dataset crossed(int few, int cells) {
        String[][] rows = new String[100][];
        for (int i = 0; i < rows.length; i++) {
            int cell = i / few;
            rows[i] =
                    new String[] {
                        i % 2 == 0 ? "F" : "M", cell < cells / 2 ? "s" + (cell + 2) : "s1"
                    };
        }
        Dataset data = CsvTable.of("crossed", new String[] {"sex", "site"}, rows);
        return CsvTable.roles(data, Role.PROTECTED, "sex", "site");
    }

    private static Benchmark crossing(Map<List<String>, Double> shares) {
        return new Benchmark(
                "typed in", List.of(new Benchmark.Table(List.of("sex", "site"), shares)));
    }

    /// Sites 2 to 6 have 4 rows each, 2 women and 2 men: 10 cells of 2 rows, together 20 of 100.
    @Test
    void smallCellsOfACrossingArePutTogether() {
        Assessment assessment = run(crossed(4, 10), Optional.empty());
        Map<String, Double> metrics = assessment.metrics();
        assertThat(metrics).containsEntry("representation/sex,site/small groups/n", 20.0);
        assertThat(metrics).containsEntry("representation/sex,site/small groups/share", 0.2);
        assertThat(metrics).containsEntry("representation/sex,site/F,s1/n", 40.0);
        assertThat(metrics).doesNotContainKey("representation/sex,site/F,s2/n");
        // A level of one attribute is marked, not hidden.
        assertThat(metrics).containsEntry("representation/site/s2/n", 4.0);
        Finding crossing = finding(assessment, "sex,site");
        assertThat(crossing.explanation()).contains("10 groups have fewer than 11 rows");
        assertThat(crossing.evidence().rows()).hasSize(3);
        assertThat(crossing.evidence().rows().getLast().getFirst())
                .isEqualTo("10 small groups together");
        assertThat(crossing.evidence().cell(2)).isEmpty();
        assertThat(finding(assessment, "sample-size").explanation()).contains("not listed: 10.");
    }

    /// A group of 6 rows where none are expected would by itself make chi-square infinite.
    @Test
    void aSmallCellIsNeitherTestedNorFlaggedOnItsOwn() {
        Dataset data = sexes(94, 6);
        Assessment alone = run(data, Optional.of(typed("sex", Map.of("F", 1.0))));
        assertThat(alone.metrics().get("representation/sex/chi-square/p")).isNaN();
        assertThat(finding(alone, "sex").severity()).isEqualTo(Severity.OK);
        assertThat(finding(alone, "sex").evidence().rows().getLast())
                .contains("too small to judge");
        Assessment few = run(sexes(30, 8), Optional.of(typed("sex", Map.of("F", 0.99, "M", 0.01))));
        assertThat(finding(few, "sex").severity())
                .as("a gap of 20 points, but 8 rows and under one expected")
                .isEqualTo(Severity.NOTE);
        Assessment absent =
                run(sexes(92, 8), Optional.of(typed("sex", Map.of("F", 0.5, "M", 0.5))));
        assertThat(finding(absent, "sex").headline())
                .as("8 rows, but 50 expected")
                .contains("sex = M is underrepresented: 8.0% here");
    }

    /// 10 cells of 2 rows where 6 per cent each are expected: no cell by itself is 10 points off,
    /// together they are 40 points short.
    @Test
    void smallCellsTogetherAreJudged() {
        Map<List<String>, Double> shares = new LinkedHashMap<>();
        for (String sex : List.of("F", "M")) {
            shares.put(List.of(sex, "s1"), 0.2);
            for (int site = 2; site <= 6; site++) {
                shares.put(List.of(sex, "s" + site), 0.06);
            }
        }
        Finding crossing = finding(run(crossed(4, 10), Optional.of(crossing(shares))), "sex,site");
        assertThat(crossing.severity()).isEqualTo(Severity.SERIOUS);
        assertThat(crossing.headline())
                .contains("the rest (10 small groups together) is underrepresented: 20.0% here");
        assertThat(crossing.remedies()).hasSize(1);
    }

    /// At p = ½ Wilson's interval is z / √(n + z²) wide, so n = z²(1/w² − 1): 92.2 rows for 20
    /// points at 95%, 380.3 for 10.
    @Test
    void theRowsNeededForAnIntervalAreTheClosedForm() {
        assertThat(Proportion.rowsForWidth(0.5, 0.2, 0.95)).isEqualTo(93);
        assertThat(Proportion.rowsForWidth(0.5, 0.1, 0.95)).isEqualTo(381);
        assertThat(Proportion.rowsForWidth(0.1, 0.1, 0.95)).isLessThan(381);
    }

    @Test
    void groupsTooSmallForTheWantedIntervalAreNamed() {
        Assessment assessment = run(sexes(92, 93), Optional.empty());
        assertThat(assessment.metrics()).containsEntry("representation/groups-too-small", 1.0);
        Finding size = finding(assessment, "sample-size");
        assertThat(size.severity()).isEqualTo(Severity.NOTE);
        assertThat(size.remedies().getFirst().label())
                .isEqualTo("Collect at least 1 more with sex = F");
        assertThat(finding(run(sexes(93, 93), Optional.empty()), "sample-size").severity())
                .isEqualTo(Severity.OK);
    }

    /// Power: women 30% of 200 against 50% is 5.7 standard errors of 3.5 points wide; the 10 points
    /// tolerated lie 3.1 of 3.2 points below.
    @Test
    void aGroupThatIsTooSmallIsFound() {
        int found = 0;
        for (int seed = 0; seed < 40; seed++) {
            found += PlantedMarks.REPRESENTATION.found(200, 0.2, seed) ? 1 : 0;
        }
        assertThat(found).as("of 40").isGreaterThanOrEqualTo(36);
    }

    /// Of 50 people with half women, women stray by more than 10 points in 11.9% of samples, and by
    /// as much as the test at 5% asks (7 people) in 6.5% (binomial, exact). 400 tables then give 26
    /// alarms, at most 38 in 99 of 100 such tests; the threshold alone would give 48.
    @Test
    void smallRandomSamplesAreNotFlaggedAboveTheLevel() {
        int alarms = 0;
        for (int seed = 0; seed < 400; seed++) {
            alarms += PlantedMarks.REPRESENTATION.found(50, 0, 500 + seed) ? 1 : 0;
        }
        assertThat(alarms).as("false alarms of 400").isLessThanOrEqualTo(38);
    }

    @Test
    void groupsOfOneSizeAreSaidToBe() {
        Dataset data =
                CsvTable.of("even", new String[] {"sex"}, new String[][] {{"F"}, {"M"}, {"X"}});
        Assessment assessment = run(CsvTable.roles(data, Role.PROTECTED, "sex"), Optional.empty());
        assertThat(finding(assessment, "sex").headline())
                .isEqualTo("All 3 groups by sex have as many rows.");
    }

    /// Expected are 30, 30, 2, 2 and 1 of 65, observed 20, 35, 4, 3 and 3: the last three are one
    /// cell of 10 against 5, so that chi-square is 100/30 + 25/30 + 25/5 with 2 degrees of freedom,
    /// of which the upper tail is exp(−x/2).
    @Test
    void groupsWithFewExpectedAreTestedTogether() {
        Map<String, Double> shares = new LinkedHashMap<>();
        shares.put("a", 30 / 65.0);
        shares.put("b", 30 / 65.0);
        shares.put("c", 2 / 65.0);
        shares.put("d", 2 / 65.0);
        shares.put("e", 1 / 65.0);
        String letters = "a".repeat(20) + "b".repeat(35) + "cccc" + "ddd" + "eee";
        Dataset data =
                CsvTable.of(
                        "letters",
                        new String[] {"group"},
                        letters.chars()
                                .mapToObj(c -> new String[] {Character.toString(c)})
                                .toArray(String[][]::new));
        data = CsvTable.roles(data, Role.PROTECTED, "group");
        Assessment assessment = run(data, Optional.of(typed("group", shares)));
        double statistic = 100 / 30.0 + 25 / 30.0 + 25 / 5.0;
        assertThat(assessment.metrics().get("representation/group/chi-square/statistic"))
                .isCloseTo(statistic, within(1e-9));
        assertThat(assessment.metrics().get("representation/group/chi-square/p"))
                .isCloseTo(Math.exp(-statistic / 2), within(1e-12));
        assertThat(finding(assessment, "group").explanation())
                .contains("the 3 smallest groups were tested as one");
    }

    @Test
    void questionsNoTableAnswersAreAskedOnlyWhereTheDataSuggestThem() {
        Dataset kidney = CsvTable.read(Path.of("sample-data/kidtran.csv"));
        kidney = CsvTable.roles(kidney, Role.PROTECTED, "race");
        assertThat(run(kidney, Optional.empty()).findings())
                .extracting(Finding::id)
                .doesNotContain("survivorship", "volunteers");
        Finding survivors =
                finding(
                        run(CsvTable.roles(kidney, Role.TIME, "time"), Optional.empty()),
                        "survivorship");
        assertThat(survivors.severity()).isEqualTo(Severity.NOTE);
        assertThat(survivors.headline()).endsWith("?");
        assertThat(survivors.measure().orElseThrow().value()).isEqualTo(1);
        Finding volunteers = finding(run(nhanes(), Optional.empty()), "volunteers");
        assertThat(volunteers.severity()).isEqualTo(Severity.NOTE);
        assertThat(volunteers.explanation()).contains("WTMEC2YR");
    }

    @Test
    void nobodyWithAnEarlyEndIsSaidToLookLikeSurvivorship() {
        String[][] rows = new String[50][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new String[] {i % 2 == 0 ? "F" : "M", Integer.toString(90 + i)};
        }
        Dataset data = CsvTable.of("late", new String[] {"sex", "days"}, rows);
        data = CsvTable.roles(data, Role.PROTECTED, "sex");
        data = CsvTable.roles(data, Role.TIME, "days");
        assertThat(finding(run(data, Optional.empty()), "survivorship").explanation())
                .startsWith("Nobody's \"days\" is under 90");
    }
}
