package org.counterpoise.engine.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.counterpoise.engine.synth.SampleTables.category;
import static org.counterpoise.engine.synth.SampleTables.codes;
import static org.counterpoise.engine.synth.SampleTables.integer;
import static org.counterpoise.engine.synth.SampleTables.numbers;
import static org.counterpoise.engine.synth.SampleTables.real;
import static org.counterpoise.engine.synth.SampleTables.table;

import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.CountedProgress;
import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.OriginColumn;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.data.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What every synthesizer in the catalogue promises.
class SynthesizerContractTest {
    private static final int THREADS = Parallel.threads();

    static Stream<Synthesizer<?>> catalogue() {
        return Catalogue.all(Synthesizer.class).stream().map(s -> (Synthesizer<?>) s);
    }

    /// Those that learn from records.
    static Stream<Synthesizer<?>> synthesizers() {
        Schema people = SampleTables.people(1, 0, 1).schema();
        return catalogue().filter(method -> method.applicability(people).ready());
    }

    /// Those that make rows; the others only take rows out.
    static Stream<Synthesizer<?>> makers() {
        return synthesizers().filter(method -> model(method).makesRows());
    }

    /// Those that leave every real row of an augmented result in place.
    static Stream<Synthesizer<?>> keepers() {
        return makers().filter(method -> model(method).cleaning().isEmpty());
    }

    /// Those that take rows out of an augmented result.
    static Stream<Synthesizer<?>> cleaners() {
        return synthesizers().filter(method -> model(method).cleaning().isPresent());
    }

    private static FittedSynthesizer model(Synthesizer<?> method) {
        return fit(method, SampleTables.people(60, 0, 1), Progress.NONE);
    }

    @AfterEach
    void giveThreadsBack() {
        Parallel.setThreads(THREADS);
    }

    private static <S extends Record> FittedSynthesizer fit(
            Synthesizer<S> method, Dataset data, Progress progress) {
        return method.fit(data, method.defaults(), 7, progress);
    }

    private static Synthesis draw(Synthesizer<?> method, Dataset data, SamplingPlan plan) {
        FittedSynthesizer fitted = fit(method, data, Progress.NONE);
        return Drawing.draw(fitted, plan, data, Optional.empty(), 3, Progress.NONE);
    }

    /// Draws as many rows as the table has, and checks that they are there or their lack is said.
    private static Dataset keep(Synthesizer<?> method, Dataset data) {
        Synthesis drawn = draw(method, data, SamplingPlan.keep(0));
        checkCounts(drawn, data.rows());
        checkSchema(data, drawn.data());
        return drawn.data();
    }

    private static void checkCounts(Synthesis drawn, int wanted) {
        int missing = drawn.shortfalls().stream().mapToInt(s -> s.target().rows() - s.made()).sum();
        assertThat(drawn.data().rows()).isEqualTo(wanted - missing);
        assertThat(drawn.shortfalls()).allMatch(s -> !s.reason().isBlank());
    }

    private static void checkSchema(Dataset training, Dataset drawn) {
        List<ColumnInfo> expected =
                new ArrayList<>(
                        training.schema().columns().stream().filter(Learnable::modelled).toList());
        expected.add(drawn.schema().column(OriginColumn.NAME));
        assertThat(drawn.schema().columns()).isEqualTo(expected);
        for (ColumnInfo info : expected) {
            if (info.type().coded() && !info.name().equals(OriginColumn.NAME)) {
                assertThat(drawn.codes(info.name()).levels())
                        .isEqualTo(training.codes(info.name()).levels());
            }
        }
    }

    private static SamplingPlan typed(int rows, String... cell) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < cell.length; i += 2) {
            map.put(cell[i], cell[i + 1]);
        }
        return new SamplingPlan(
                SamplingPlan.Goal.TYPED,
                List.of(),
                0,
                List.of(new Target(map, rows)),
                SamplingPlan.Result.SYNTHETIC);
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void theCatalogueEntryIsComplete(Synthesizer<?> method) {
        assertThat(method.id()).matches("[a-z][a-z0-9-]*");
        assertThat(method.card().citation()).isNotBlank();
        assertThat(method.card().limits()).anyMatch(limit -> limit.contains("minority"));
        assertThat(method.settings().fields()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("makers")
    void typesLevelsRolesAndUnitsAreKeptAndIdentifiersLeftOut(Synthesizer<?> method) {
        Dataset data = SampleTables.people(600, .1, 1);
        Dataset drawn = keep(method, data);
        assertThat(drawn.part()).isEqualTo(Part.SYNTHETIC);
        assertThat(drawn.schema().has("id")).isFalse();
        assertThat(drawn.schema().has("remark")).isFalse();
        assertThat(OriginColumn.syntheticRows(drawn)).hasSize(600);
        assertThat(Arrays.stream(drawn.numbers("age")))
                .allMatch(a -> a == Math.rint(a) && a >= 20 && a <= 99);
        assertThat(drawn.codes("race").codes()).doesNotContain(4);
        assertThat(fit(method, data, Progress.NONE).notes())
                .anyMatch(note -> note.contains("id"))
                .anyMatch(note -> note.contains("remark"));
    }

    @ParameterizedTest
    @MethodSource("keepers")
    void augmentedTablesHoldTheRealRowsFirst(Synthesizer<?> method) {
        Dataset data = SampleTables.people(300, .1, 1);
        SamplingPlan balance =
                new SamplingPlan(
                        SamplingPlan.Goal.BALANCE,
                        List.of("sex", "dead"),
                        0,
                        List.of(),
                        SamplingPlan.Result.AUGMENTED);
        Synthesis drawn = draw(method, data, balance);
        assertThat(drawn.data().part()).isEqualTo(Part.AUGMENTED);
        assertThat(OriginColumn.realRows(drawn.data()))
                .isEqualTo(IntStream.range(0, 300).toArray());
        int[][] counts = new int[2][2];
        for (int row = 0; row < drawn.data().rows(); row++) {
            counts[drawn.data().codes("sex").codes()[row]][
                    drawn.data().codes("dead").codes()[row]]++;
        }
        assertThat(Arrays.stream(counts).flatMapToInt(Arrays::stream).distinct().toArray())
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("cleaners")
    void cleanersLeaveRowsOutButNeverChangeOne(Synthesizer<?> method) {
        Dataset data = SampleTables.people(400, .1, 1);
        SamplingPlan balance =
                new SamplingPlan(
                        SamplingPlan.Goal.BALANCE,
                        List.of("dead"),
                        0,
                        List.of(),
                        SamplingPlan.Result.AUGMENTED);
        List<String> hashes = new ArrayList<>();
        for (int threads : new int[] {1, 2}) {
            Parallel.setThreads(threads);
            Synthesis drawn = draw(method, data, balance);
            hashes.add(drawn.data().hash());
            int[] real = OriginColumn.realRows(drawn.data());
            assertThat(real.length).isLessThanOrEqualTo(400).isPositive();
            assertThat(drawn.notes()).anyMatch(note -> note.contains("rows were taken out"));
            int at = 0;
            for (int row : real) {
                at = find(drawn.data(), row, data, at) + 1;
            }
        }
        assertThat(hashes.get(0)).isEqualTo(hashes.get(1));
        FittedSynthesizer fitted = fit(method, data, Progress.NONE);
        CountedProgress.assertStops(
                2, progress -> Drawing.draw(fitted, balance, data, Optional.empty(), 3, progress));
    }

    /// The first row of `data` from `at` on that is this row; fails if there is none.
    private static int find(Dataset drawn, int row, Dataset data, int at) {
        for (int candidate = at; candidate < data.rows(); candidate++) {
            int other = candidate;
            if (drawn.schema().names().stream()
                    .filter(name -> !name.equals(OriginColumn.NAME))
                    .allMatch(
                            name ->
                                    drawn.text(row, drawn.schema().names().indexOf(name))
                                            .equals(
                                                    data.text(
                                                            other,
                                                            data.schema()
                                                                    .names()
                                                                    .indexOf(name))))) {
                return candidate;
            }
        }
        throw new AssertionError("row " + row + " is no row of the training set");
    }

    @ParameterizedTest
    @MethodSource("cleaners")
    void aSyntheticResultIsNeverSilentlyEmptyOrClean(Synthesizer<?> method) {
        Dataset data = SampleTables.people(100, .1, 1);
        if (model(method).makesRows()) {
            assertThat(draw(method, data, SamplingPlan.keep(50)).notes())
                    .anyMatch(note -> note.startsWith("Nothing was cleaned"));
        } else {
            assertThatThrownBy(() -> draw(method, data, SamplingPlan.keep(50)))
                    .isInstanceOf(UserProblem.class);
            FittedSynthesizer fitted = fit(method, data, Progress.NONE);
            checkCounts(fitted.sample(List.of(new Target(Map.of(), 9)), 1, Progress.NONE), 9);
        }
    }

    @ParameterizedTest
    @MethodSource("makers")
    void groupsHaveExactlyTheRowsAskedFor(Synthesizer<?> method) {
        Dataset data = SampleTables.people(600, .1, 1);
        for (String[] cell :
                new String[][] {
                    {"sex", "M"},
                    {"sex", "F", "age", "70+"},
                    {"age", "<50", "dead", "no"},
                    {"cause", "heart"},
                    {"race", "B"}
                }) {
            Synthesis drawn = draw(method, data, typed(123, cell));
            checkCounts(drawn, 123);
            assertThat(drawn.shortfalls()).isEmpty();
            Map<String, String> map = new LinkedHashMap<>();
            for (int i = 0; i < cell.length; i += 2) {
                map.put(cell[i], cell[i + 1]);
            }
            assertThat(Cells.rows(drawn.data(), map)).hasSize(123);
        }
    }

    @ParameterizedTest
    @MethodSource("makers")
    void missingValuesAreHandled(Synthesizer<?> method) {
        Dataset drawn = keep(method, SampleTables.people(1000, .3, 2));
        double share = Arrays.stream(drawn.numbers("lab")).filter(Double::isNaN).count() / 1000.0;
        // These favour rows at a border or in a cluster, and take over how complete those are.
        boolean choosesRows =
                Set.of("borderline-smote", "k-means-smote", "svm-smote").contains(method.id());
        assertThat(share).isBetween(choosesRows ? .15 : .24, choosesRows ? .45 : .36);
        assertThat(Arrays.stream(drawn.numbers("age"))).noneMatch(v -> Double.isNaN(v));
    }

    @ParameterizedTest
    @MethodSource("makers")
    void theSeedDecidesAndTheNumberOfThreadsDoesNot(Synthesizer<?> method) {
        Dataset data = SampleTables.people(3000, .1, 3);
        List<String> hashes = new ArrayList<>();
        for (int threads : new int[] {1, 2, 2}) {
            Parallel.setThreads(threads);
            FittedSynthesizer fitted = fit(method, data, Progress.NONE);
            List<Target> targets =
                    List.of(new Target(Map.of(), 4000), new Target(Map.of("sex", "M"), 2000));
            hashes.add(fitted.sample(targets, 5, Progress.NONE).data().hash());
        }
        assertThat(hashes.stream().distinct()).hasSize(1);
        String other =
                fit(method, data, Progress.NONE)
                        .sample(List.of(new Target(Map.of(), 4000)), 6, Progress.NONE)
                        .data()
                        .hash();
        assertThat(other)
                .isNotEqualTo(
                        fit(method, data, Progress.NONE)
                                .sample(List.of(new Target(Map.of(), 4000)), 5, Progress.NONE)
                                .data()
                                .hash());
    }

    @ParameterizedTest
    @MethodSource("makers")
    void cancellingTakesEffectAtTheNextQuestion(Synthesizer<?> method) {
        Dataset data = SampleTables.mixed(6_000, 20, 4);
        CountedProgress.assertStops(10, progress -> fit(method, data, progress));
        FittedSynthesizer fitted = fit(method, data, Progress.NONE);
        List<Target> many = List.of(new Target(Map.of(), 30_000));
        CountedProgress.assertStops(10, progress -> fitted.sample(many, 1, progress));
    }

    @ParameterizedTest
    @MethodSource("makers")
    void oneRowIsRefusedOrASaidShortfall(Synthesizer<?> method) {
        Dataset one = SampleTables.people(1, 0, 5);
        try {
            Synthesis drawn = draw(method, one, SamplingPlan.keep(10));
            assertThat(drawn.data().rows()).isZero();
            checkCounts(drawn, 10);
        } catch (UserProblem problem) {
            assertThat(problem.remedy()).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("makers")
    void twoAndThreeRowsWork(Synthesizer<?> method) {
        for (int rows : new int[] {2, 3}) {
            Synthesis drawn = draw(method, SampleTables.people(rows, 0, 5), SamplingPlan.keep(10));
            checkCounts(drawn, 10);
        }
    }

    @ParameterizedTest
    @MethodSource("makers")
    void oneClassWorks(Synthesizer<?> method) {
        Dataset data = SampleTables.people(400, .1, 6);
        int[] dead =
                IntStream.range(0, 400)
                        .filter(row -> data.codes("dead").codes()[row] == 1)
                        .toArray();
        Dataset drawn = keep(method, data.select(dead));
        assertThat(drawn.codes("dead").codes()).containsOnly(1);
    }

    @ParameterizedTest
    @MethodSource("makers")
    void constantAndAllMissingColumnsStayThatWay(Synthesizer<?> method) {
        double[] fives = new double[50];
        Arrays.fill(fives, 5);
        double[] nothing = new double[50];
        Arrays.fill(nothing, Double.NaN);
        int[] noCodes = new int[50];
        Arrays.fill(noCodes, -1);
        double[] x = new SplittableRandom(1).doubles(50).toArray();
        Dataset data =
                table(
                        real("x"),
                        numbers(x),
                        integer("five"),
                        numbers(fives),
                        category("one"),
                        codes(List.of("a", "b"), new int[50]),
                        real("none"),
                        numbers(nothing),
                        category("never"),
                        codes(List.of("a"), noCodes));
        Dataset drawn = keep(method, data);
        assertThat(drawn.numbers("five")).containsOnly(5);
        assertThat(drawn.codes("one").codes()).containsOnly(0);
        assertThat(Arrays.stream(drawn.numbers("none"))).allMatch(v -> Double.isNaN(v));
        assertThat(drawn.codes("never").codes()).containsOnly(-1);
    }

    @ParameterizedTest
    @MethodSource("makers")
    void aThousandLevelsWork(Synthesizer<?> method) {
        SplittableRandom random = new SplittableRandom(2);
        int[] codes = random.ints(3000, 0, 1000).toArray();
        List<String> levels = IntStream.range(0, 1000).mapToObj(i -> "level " + i).toList();
        Dataset data =
                table(
                        category("many"),
                        codes(levels, codes),
                        real("x"),
                        numbers(random.doubles(3000).toArray()),
                        category("y").withRole(Role.OUTCOME),
                        codes(List.of("no", "yes"), random.ints(3000, 0, 2).toArray()));
        Dataset drawn = keep(method, data);
        assertThat(Arrays.stream(drawn.codes("many").codes()).distinct().count())
                .isGreaterThan(300);
    }

    @ParameterizedTest
    @MethodSource("makers")
    void tablesOfOneKindOfColumnWork(Synthesizer<?> method) {
        Dataset data = SampleTables.mixed(500, 8, 7);
        for (boolean coded : new boolean[] {true, false}) {
            List<String> names =
                    data.schema().columns().stream()
                            .filter(info -> info.type().coded() == coded)
                            .map(ColumnInfo::name)
                            .toList();
            assertThat(keep(method, data.project(names)).rows()).isEqualTo(500);
        }
    }

    @ParameterizedTest
    @MethodSource("makers")
    void datesStayWholeAndInRange(Synthesizer<?> method) {
        Dataset drawn = keep(method, SampleTables.people(500, .1, 8));
        assertThat(Arrays.stream(drawn.numbers("visit")))
                .allMatch(day -> day == Math.rint(day) && day >= 15000 && day < 17000);
    }

    @ParameterizedTest
    @MethodSource("synthesizers")
    void zeroRowsAndNoTargetsGiveAnEmptyTable(Synthesizer<?> method) {
        FittedSynthesizer fitted = fit(method, SampleTables.people(100, 0, 8), Progress.NONE);
        assertThat(fitted.sample(List.of(), 1, Progress.NONE).data().rows()).isZero();
        Synthesis none = fitted.sample(List.of(new Target(Map.of(), 0)), 1, Progress.NONE);
        assertThat(none.data().rows()).isZero();
        assertThat(none.shortfalls()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("synthesizers")
    void whatCannotBeLearnedFromIsRefusedWithARemedy(Synthesizer<?> method) {
        Dataset people = SampleTables.people(50, 0, 9);
        assertRefused(method, people.withPart(Part.HOLDOUT), "holdout");
        assertRefused(method, people.select(new int[0]), "no rows");
        assertRefused(method, people.project(List.of("id", "remark")), "no column");
        assertRefused(method, table(real("x"), numbers(1, Double.POSITIVE_INFINITY)), "infinite");
        Dataset nothing = new Dataset("none", Part.TRAINING, new Schema(List.of()), List.of());
        assertRefused(method, nothing, "no rows");
    }

    private static void assertRefused(Synthesizer<?> method, Dataset data, String words) {
        assertThatThrownBy(() -> fit(method, data, Progress.NONE))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @MethodSource("makers")
    void aLevelThatDoesNotOccurIsASaidShortfall(Synthesizer<?> method) {
        Dataset data = SampleTables.people(200, 0, 9);
        Synthesis drawn = draw(method, data, typed(10, "race", "never"));
        assertThat(drawn.data().rows()).isZero();
        checkCounts(drawn, 10);
    }

    @ParameterizedTest
    @MethodSource("makers")
    void timesOfDayAndTinyNumbersSurvive(Synthesizer<?> method) {
        SplittableRandom random = new SplittableRandom(10);
        double[] seconds = random.doubles(200).map(u -> Math.rint(u * 1e6) + 1.7e9).toArray();
        double[] tiny = random.doubles(200).map(u -> u * 1e-300).toArray();
        Dataset data =
                table(
                        ColumnInfo.of("at", ColumnType.DATE_TIME),
                        new Column.Numbers(seconds),
                        real("tiny"),
                        new Column.Numbers(tiny));
        Dataset drawn = keep(method, data);
        assertThat(Arrays.stream(drawn.numbers("at"))).allMatch(v -> v == Math.rint(v));
        assertThat(Arrays.stream(drawn.numbers("tiny"))).allMatch(v -> v >= 0 && v < 1e-300);
    }
}
