package org.counterpoise.engine.synth.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.counterpoise.engine.synth.SampleTables.category;
import static org.counterpoise.engine.synth.SampleTables.codes;
import static org.counterpoise.engine.synth.SampleTables.numbers;
import static org.counterpoise.engine.synth.SampleTables.real;
import static org.counterpoise.engine.synth.SampleTables.table;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.synth.SampleTables;
import org.counterpoise.engine.synth.Synthesis;
import org.counterpoise.engine.synth.Target;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Deterministic parts against imbalanced-learn 0.14.2, random parts by what must always hold.
class SmoteNcTest {
    private static final SmoteSettings PUBLISHED =
            new SmoteSettings(5, SmoteSettings.Scaling.NONE, false, 10_000);

    private static List<Feature.Continuous> numbersOf(Dataset data) {
        return List.of(
                (Feature.Continuous) Feature.of(data, 0), (Feature.Continuous) Feature.of(data, 1));
    }

    private static int[][] nearest(Dataset data, int k) {
        int[] all = IntStream.range(0, data.rows()).toArray();
        return new NeighbourSearch(
                        numbersOf(data),
                        List.of(),
                        new double[] {1, 1},
                        0,
                        CategoryDistance.mismatch(0),
                        all)
                .nearest(all, k, Progress.NONE);
    }

    private static Synthesis sample(
            Dataset data, SmoteSettings settings, int rows, String... cell) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < cell.length; i += 2) {
            map.put(cell[i], cell[i + 1]);
        }
        return new SmoteNc()
                .fit(data, settings, 1, Progress.NONE)
                .sample(List.of(new Target(map, rows)), 3, Progress.NONE);
    }

    @Test
    void neighboursAreThoseOfTheReference() throws IOException {
        Dataset data = Fixture20.read();
        int[] y = data.codes("y").codes();
        int[][] five = nearest(data, 5);
        int[] minority = IntStream.range(0, 20).filter(i -> y[i] == 0).toArray();
        // ADASYN's r: the share of the other class among the five nearest of all points.
        double[] r =
                Arrays.stream(minority)
                        .mapToDouble(
                                i -> Arrays.stream(five[i]).filter(n -> y[n] == 1).count() / 5.)
                        .toArray();
        assertThat(minority).containsExactly(0, 2, 3, 4, 11, 12, 17, 19);
        assertThat(r).containsExactly(.8, .2, .8, .4, .8, .4, .8, .2);
        // Borderline-SMOTE's danger set: at least half, but not all, of ten nearest differ.
        int[][] ten = nearest(data, 10);
        int[] danger =
                Arrays.stream(minority)
                        .filter(
                                i -> {
                                    long other =
                                            Arrays.stream(ten[i]).filter(n -> y[n] == 1).count();
                                    return other >= 5 && other < 10;
                                })
                        .toArray();
        assertThat(danger).containsExactly(0, 2, 3, 4, 11, 17, 19);
        // Tomek links: mutual nearest neighbours of different class.
        int[][] one = nearest(data, 1);
        int[] tomek =
                IntStream.range(0, 20)
                        .filter(i -> one[one[i][0]][0] == i && y[i] != y[one[i][0]])
                        .toArray();
        assertThat(tomek).containsExactly(2, 3, 9, 10, 14, 17);
    }

    @Test
    void theMedianIsOverPopulationDeviationsInTheClass() throws IOException {
        // By Python's statistics.pstdev: 0.6892278225693078 and 0.347879434807446.
        Dataset data = Fixture20.read();
        int[] y = data.codes("y").codes();
        assertThat(medianOf(data, y, 0, 1)).isCloseTo(0.6892278225693078, within(1e-12));
        assertThat(medianOf(data, y, 0, 2)).isCloseTo(0.518553628688377, within(1e-12));
    }

    private static double medianOf(Dataset data, int[] y, int wanted, int columns) {
        int[] rows = IntStream.range(0, y.length).filter(i -> y[i] == wanted).toArray();
        double[] ones = new double[columns];
        Arrays.fill(ones, 1);
        return ClassRows.medianDeviation(numbersOf(data).subList(0, columns), rows, ones);
    }

    @Test
    void valueDifferencesAreThoseOfTheReference() {
        // Ten rows each; the first class has 8 of green, 7 of red, 1 of blue.
        int[] colours = new int[30];
        int[] classes = new int[30];
        int[] ofFirst = {8, 7, 1};
        for (int i = 0; i < 30; i++) {
            colours[i] = i / 10;
            classes[i] = i % 10 < ofFirst[i / 10] ? 0 : 1;
        }
        Feature.Categorical colour =
                new Feature.Categorical(
                        category("colour"),
                        colours,
                        List.of("green", "red", "blue"),
                        new double[0]);
        ValueDifference vdm = new ValueDifference(List.of(colour), classes, 2);
        double[] fromGreen = new double[4];
        double[] fromRed = new double[4];
        vdm.from(0, 0, fromGreen);
        vdm.from(0, 1, fromRed);
        assertThat(fromGreen[1]).isZero();
        assertThat(fromGreen[2]).isCloseTo(.04, within(1e-12));
        assertThat(fromGreen[3]).isCloseTo(1.96, within(1e-12));
        assertThat(fromRed[3]).isCloseTo(1.44, within(1e-12));
    }

    @Test
    void differingCategoriesCountTheMedianDeviation() {
        // Row 0 is 2 away from row 1 in number, and one category of weight m from row 2.
        Dataset data =
                table(
                        real("x"),
                        numbers(0, 2, 0, 9),
                        category("g"),
                        codes(List.of("a", "b"), 0, 0, 1, 0));
        Feature.Continuous x = (Feature.Continuous) Feature.of(data, 0);
        Feature.Categorical g = (Feature.Categorical) Feature.of(data, 1);
        int[] all = {0, 1, 2, 3};
        for (double m : new double[] {1.9, 2.1}) {
            int[][] found =
                    new NeighbourSearch(
                                    List.of(x),
                                    List.of(g),
                                    new double[] {1},
                                    m * m,
                                    CategoryDistance.mismatch(m * m),
                                    all)
                            .nearest(new int[] {0}, 1, Progress.NONE);
            assertThat(found[0]).containsExactly(m < 2 ? 2 : 1);
        }
    }

    @Test
    void everyPointLiesOnASegmentBetweenTwoRowsOfItsClass() throws IOException {
        Dataset data = Fixture20.read();
        int[] y = data.codes("y").codes();
        Dataset made = sample(data, PUBLISHED, 200, "y", "0").data();
        assertThat(made.rows()).isEqualTo(200);
        assertThat(made.codes("y").codes()).containsOnly(0);
        int[] members = IntStream.range(0, 20).filter(i -> y[i] == 0).toArray();
        for (int i = 0; i < made.rows(); i++) {
            double a = made.numbers("x0")[i];
            double b = made.numbers("x1")[i];
            assertThat(onSegment(data.numbers("x0"), data.numbers("x1"), members, a, b)).isTrue();
        }
    }

    private static boolean onSegment(double[] x, double[] y, int[] members, double a, double b) {
        for (int i : members) {
            for (int j : members) {
                double length = Math.hypot(x[j] - x[i], y[j] - y[i]);
                double detour = Math.hypot(a - x[i], b - y[i]) + Math.hypot(x[j] - a, y[j] - b);
                if (i != j && detour - length < 1e-9) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void rangesNeverGrowAndWholeNumbersStayWhole() {
        Dataset data = SampleTables.people(800, .1, 2);
        Dataset made = sample(data, PUBLISHED, 2000).data();
        for (String name : List.of("age", "lab", "skewed", "visit")) {
            double[] real = present(data.numbers(name));
            assertThat(Arrays.stream(present(made.numbers(name))).boxed())
                    .allMatch(v -> v >= Arrays.stream(real).min().orElseThrow())
                    .allMatch(v -> v <= Arrays.stream(real).max().orElseThrow());
        }
        assertThat(Arrays.stream(made.numbers("age"))).allMatch(v -> v == Math.rint(v));
        assertThat(Arrays.stream(made.numbers("visit"))).allMatch(v -> v == Math.rint(v));
    }

    private static double[] present(double[] x) {
        return Arrays.stream(x).filter(v -> !Double.isNaN(v)).toArray();
    }

    @Test
    void withoutATargetTheOutcomeKeepsItsProportions() {
        Dataset data = SampleTables.people(1000, .05, 3);
        Dataset made = sample(data, PUBLISHED, 1000).data();
        assertThat(made.codes("dead").counts()).isEqualTo(data.codes("dead").counts());
        int[] dead = made.codes("dead").codes();
        int[] cause = made.codes("cause").codes();
        assertThat(IntStream.range(0, 1000)).allMatch(i -> (cause[i] < 0) == (dead[i] == 0));
    }

    @Test
    void categoriesAloneAreVotedOn() {
        SplittableRandom random = new SplittableRandom(4);
        int[] a = new int[200];
        int[] b = new int[200];
        int[] y = new int[200];
        for (int i = 0; i < 200; i++) {
            y[i] = random.nextDouble() < .2 ? 1 : 0;
            a[i] = random.nextInt(3);
            b[i] = random.nextDouble() < .7 ? y[i] : 1 - y[i];
        }
        Dataset data =
                table(
                        category("a"),
                        codes(List.of("x", "y", "z"), a),
                        category("b"),
                        codes(List.of("0", "1"), b),
                        category("y").withRole(Role.OUTCOME),
                        codes(List.of("0", "1"), y));
        Dataset made = sample(data, PUBLISHED, 100, "y", "1").data();
        assertThat(made.codes("y").codes()).containsOnly(1);
        // Rows alike in class come together, so that b stays about as it is in the class.
        double share =
                IntStream.range(0, 200).filter(i -> y[i] == 1 && b[i] == 1).count()
                        / (double) Arrays.stream(y).sum();
        assertThat(made.codes("b").counts()[1] / 100.).isCloseTo(share, within(.15));
    }

    @Test
    void aLoneRowIsAStatedShortfallUnlessCopiesAreAllowed() {
        Dataset data =
                table(
                        real("x"),
                        numbers(1, 2, 3, 4),
                        category("g"),
                        codes(List.of("a", "b"), 0, 0, 0, 1));
        Synthesis none = sample(data, PUBLISHED, 10, "g", "b");
        assertThat(none.data().rows()).isZero();
        assertThat(none.shortfalls())
                .singleElement()
                .matches(s -> s.made() == 0 && s.reason().contains("one row"));
        SmoteSettings copying = new SmoteSettings(5, SmoteSettings.Scaling.NONE, true, 10_000);
        Synthesis copies = sample(data, copying, 10, "g", "b");
        assertThat(copies.shortfalls()).isEmpty();
        assertThat(copies.data().numbers("x")).hasSize(10).containsOnly(4);
        assertThat(copies.notes()).singleElement().asString().contains("copied 10×");
    }

    @Test
    void unitsDoNotDecideWhoIsNearWhenStandardised() {
        // By the large unit of y, rows 0 and 2 are near; standardised, rows 0 and 1 are.
        Dataset data =
                table(real("x"), numbers(0, .1, 10, 10.1), real("y"), numbers(0, 1000, 1, 1001));
        SmoteSettings one = new SmoteSettings(1, SmoteSettings.Scaling.NONE, false, 10_000);
        assertThat(spread(sample(data, one, 200).data())).contains(true);
        Dataset scaled =
                table(real("x"), numbers(0, .1, 10, 10.1), real("y"), numbers(0, 10, 1, 11));
        SmoteSettings standard =
                new SmoteSettings(1, SmoteSettings.Scaling.STANDARDISE, false, 10_000);
        double[] x = sample(scaled, standard, 200).data().numbers("x");
        double[] inKilo = sample(inThousands(scaled), standard, 200).data().numbers("x");
        assertThat(inKilo).containsExactly(x);
    }

    private static TreeSet<Boolean> spread(Dataset made) {
        TreeSet<Boolean> wide = new TreeSet<>();
        for (double x : made.numbers("x")) {
            wide.add(x > 1 && x < 9);
        }
        return wide;
    }

    private static Dataset inThousands(Dataset data) {
        double[] y = Arrays.stream(data.numbers("y")).map(v -> v * 1024).toArray();
        return table(real("x"), data.column("x"), real("y"), numbers(y));
    }
}
