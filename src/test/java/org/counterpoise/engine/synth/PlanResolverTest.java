package org.counterpoise.engine.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Benchmark;
import org.counterpoise.engine.data.Binning;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.data.Schema;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.rule.Condition;
import org.counterpoise.engine.synth.SamplingPlan.Goal;
import org.counterpoise.engine.synth.SamplingPlan.Result;
import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class PlanResolverTest {
    /// 60 women under 70, 20 women and 15 men of 70 and over, 5 of unknown sex; no men under 70.
    private static final Dataset TRAINING = training();

    private static Dataset training() {
        int[] sex = new int[100];
        double[] age = new double[100];
        for (int i = 0; i < 100; i++) {
            sex[i] = i < 80 ? 0 : i < 95 ? 1 : -1;
            age[i] = i < 60 ? 50 + i % 20 : 70 + i % 20;
        }
        return new Dataset(
                "people",
                Part.TRAINING,
                new Schema(
                        List.of(
                                ColumnInfo.of("sex", ColumnType.CATEGORY).withRole(Role.PROTECTED),
                                ColumnInfo.of("age", ColumnType.INTEGER)
                                        .withBinning(Optional.of(new Binning(List.of(70.0)))),
                                ColumnInfo.of("id", ColumnType.INTEGER).withRole(Role.IDENTIFIER))),
                List.of(
                        new Column.Codes(sex, List.of("F", "M")),
                        new Column.Numbers(age),
                        new Column.Numbers(new double[100])));
    }

    private static SamplingPlan plan(Goal goal, int rows, Result result, String... columns) {
        return new SamplingPlan(goal, List.of(columns), rows, List.of(), result);
    }

    private static ResolvedPlan resolve(SamplingPlan plan) {
        return PlanResolver.resolve(plan, TRAINING, Optional.empty());
    }

    private static ResolvedPlan match(int rows, Result result, Map<String, Double> sexShares) {
        Map<List<String>, Double> shares = new LinkedHashMap<>();
        sexShares.forEach((level, share) -> shares.put(List.of(level), share));
        Benchmark benchmark =
                new Benchmark("typed", List.of(new Benchmark.Table(List.of("sex"), shares)));
        return PlanResolver.resolve(
                plan(Goal.MATCH_BENCHMARK, rows, result, "sex"), TRAINING, Optional.of(benchmark));
    }

    private static int[] generated(ResolvedPlan resolved) {
        return resolved.allocations().stream()
                .mapToInt(ResolvedPlan.Allocation::toGenerate)
                .toArray();
    }

    @Test
    void keepingMakesAsManyRowsAsTheTrainingSet() {
        assertThat(generated(resolve(SamplingPlan.keep(0)))).containsExactly(100);
        assertThat(generated(resolve(SamplingPlan.keep(7)))).containsExactly(7);
        assertThat(generated(resolve(plan(Goal.KEEP, 0, Result.AUGMENTED)))).containsExactly(100);
        assertThat(generated(resolve(plan(Goal.KEEP, 130, Result.AUGMENTED)))).containsExactly(30);
    }

    @Test
    void balancingAnAugmentedTableFillsEveryGroupUpToTheLargest() {
        ResolvedPlan resolved = resolve(plan(Goal.BALANCE, 0, Result.AUGMENTED, "sex"));
        assertThat(generated(resolved)).containsExactly(0, 65);
        assertThat(resolved.warnings()).singleElement().asString().contains("5 training rows");
        assertThat(generated(resolve(plan(Goal.BALANCE, 201, Result.AUGMENTED, "sex"))))
                .containsExactly(101 - 80, 100 - 15);
    }

    @Test
    void balancingASyntheticTableSplitsItsRowsByLargestRemainder() {
        ResolvedPlan resolved = resolve(plan(Goal.BALANCE, 0, Result.SYNTHETIC, "sex", "age"));
        assertThat(resolved.allocations().stream().map(ResolvedPlan.Allocation::label))
                .containsExactly("F, <70", "F, 70+", "M, 70+");
        assertThat(generated(resolved)).containsExactly(34, 33, 33);
    }

    @Test
    void matchingASyntheticTableSplitsItsRowsByTheShares() {
        Map<String, Double> shares = new LinkedHashMap<>(Map.of("F", .51));
        shares.put("M", .49);
        assertThat(generated(match(1000, Result.SYNTHETIC, shares))).containsExactly(510, 490);
    }

    @Test
    void matchingAnAugmentedTableDropsNoRealRow() {
        // 80 women must be half: 160 rows, of which 15 men are there.
        ResolvedPlan resolved = match(0, Result.AUGMENTED, Map.of("F", .5, "M", .5));
        assertThat(generated(resolved)).containsExactly(0, 65);
        // 80 women as 1 % would take 8,000 rows: the cap of 20 × 100 holds.
        ResolvedPlan capped = match(0, Result.AUGMENTED, Map.of("F", .01, "M", .99));
        assertThat(generated(capped)).containsExactly(0, 1980 - 15);
        assertThat(capped.warnings()).anyMatch(w -> w.contains("takes 8000 rows"));
    }

    @Test
    void levelsThatDoNotOccurAreReportedAsUnreachable() {
        ResolvedPlan resolved = match(100, Result.SYNTHETIC, Map.of("F", .5, "X", .5));
        assertThat(generated(resolved)).containsExactly(50, 0, 0);
        assertThat(resolved.warnings())
                .anyMatch(w -> w.startsWith("X cannot be reached"))
                .anyMatch(w -> w.startsWith("M is not in the benchmark"));
    }

    @Test
    void aCrossingThatDoesNotOccurIsLeftToTheModelWithAWarning() {
        SamplingPlan typed =
                new SamplingPlan(
                        Goal.TYPED,
                        List.of("sex", "age"),
                        0,
                        List.of(new Target(Map.of("sex", "M", "age", "<70"), 10)),
                        Result.SYNTHETIC);
        ResolvedPlan resolved = resolve(typed);
        assertThat(generated(resolved)).containsExactly(10);
        assertThat(resolved.warnings()).singleElement().asString().contains("extrapolates");
    }

    @Test
    void typedTotalsCountRealRows() {
        SamplingPlan typed =
                new SamplingPlan(
                        Goal.TYPED,
                        List.of("sex"),
                        0,
                        List.of(
                                new Target(Map.of("sex", "F"), 50),
                                new Target(Map.of("sex", "M"), 50)),
                        Result.AUGMENTED);
        ResolvedPlan resolved = resolve(typed);
        assertThat(generated(resolved)).containsExactly(0, 35);
        assertThat(resolved.targets()).hasSize(1);
        assertThat(PlanFigure.bars(resolved).series())
                .extracting(s -> s.hue())
                .containsExactly(Hue.REAL, Hue.TARGET, Hue.AUGMENTED);
        assertThat(PlanFigure.bars(resolved).series().getLast().values()).containsExactly(80, 50);
    }

    @Test
    void whatAPlanLacksIsSaid() {
        assertProblem(plan(Goal.BALANCE, 0, Result.SYNTHETIC), "which groups");
        assertProblem(plan(Goal.BALANCE, 0, Result.SYNTHETIC, "race"), "no column called");
        assertProblem(plan(Goal.BALANCE, 0, Result.SYNTHETIC, "id"), "not synthesised");
        assertProblem(plan(Goal.MATCH_BENCHMARK, 0, Result.SYNTHETIC, "sex"), "no benchmark");
        assertProblem(plan(Goal.TYPED, 0, Result.SYNTHETIC), "No numbers of rows");
        assertProblem(
                new SamplingPlan(
                        Goal.TYPED,
                        List.of(),
                        0,
                        List.of(new Target(Map.of("sex", "female"), 1)),
                        Result.SYNTHETIC),
                "no level \"female\"");
    }

    private static void assertProblem(SamplingPlan plan, String words) {
        assertThatThrownBy(() -> resolve(plan))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining(words);
    }

    /// 80 F and 15 M with a sex; all M are aged 70+ (rows 80 to 94), 60 of the F below.
    @Test
    void severalSharesAreReachedTogether() {
        List<Margin> margins =
                List.of(
                        new Margin(List.of("sex"), Margin.Aim.BALANCE),
                        new Margin(
                                List.of("age"),
                                Margin.Aim.TYPED,
                                List.of(
                                        new Margin.Share(Map.of("age", "<70"), 20),
                                        new Margin.Share(Map.of("age", "70+"), 80))));
        ResolvedPlan resolved = resolve(SamplingPlan.margins(margins, 100, Result.SYNTHETIC));
        // The zero at M, <70 leaves one table: F <70 20, F 70+ 30, M 70+ 50.
        assertThat(generated(resolved)).containsExactly(20, 30, 50);
    }

    @Test
    void aBenchmarkOfSingleColumnsIsRaked() {
        Benchmark benchmark =
                new Benchmark(
                        "typed",
                        List.of(
                                new Benchmark.Table(
                                        List.of("sex"), Map.of(List.of("F"), .6, List.of("M"), .4)),
                                new Benchmark.Table(
                                        List.of("age"),
                                        Map.of(List.of("<70"), .5, List.of("70+"), .5))));
        ResolvedPlan resolved =
                PlanResolver.resolve(
                        plan(Goal.MATCH_BENCHMARK, 100, Result.SYNTHETIC, "sex", "age"),
                        TRAINING,
                        Optional.of(benchmark));
        assertThat(generated(resolved)).containsExactly(50, 10, 40);
    }

    @Test
    void sharesThatCannotBeTogetherAreSaid() {
        List<Margin> margins =
                List.of(
                        new Margin(
                                List.of("sex"),
                                Margin.Aim.TYPED,
                                List.of(new Margin.Share(Map.of("sex", "M"), 1))),
                        new Margin(
                                List.of("age"),
                                Margin.Aim.TYPED,
                                List.of(
                                        new Margin.Share(Map.of("age", "<70"), .5),
                                        new Margin.Share(Map.of("age", "70+"), .5))));
        assertThat(resolve(SamplingPlan.margins(margins, 10, Result.SYNTHETIC)).warnings())
                .anyMatch(warning -> warning.contains("off by up to 50.0 percentage points"));
    }

    @Test
    void aConditionCountsItsRowsAndIsChecked() {
        Target old = new Target(Condition.of("sex = F and age >= 85"), 50);
        SamplingPlan typed =
                new SamplingPlan(Goal.TYPED, List.of(), 0, List.of(old), Result.AUGMENTED);
        // Of the 20 F aged 70 + i % 20 with i = 60 to 79, those of i = 75 to 79 are 85 or older.
        assertThat(resolve(typed).allocations().getFirst().existing()).isEqualTo(5);
        assertThat(generated(resolve(typed))).containsExactly(45);
        Target wrong = new Target(Condition.of("sex = X"), 50);
        SamplingPlan bad =
                new SamplingPlan(Goal.TYPED, List.of(), 0, List.of(wrong), Result.AUGMENTED);
        assertThatThrownBy(() -> resolve(bad)).hasMessageContaining("no level \"X\"");
    }
}
