package org.counterpoise.engine.synth.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.synth.Apportion;
import org.counterpoise.engine.synth.Cleaning;
import org.counterpoise.engine.synth.SampleTables;
import org.counterpoise.engine.synth.Synthesis;
import org.counterpoise.engine.synth.Synthesizer;
import org.counterpoise.engine.synth.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Sets, weights and counts of imbalanced-learn 0.14.2 on 20 points, and what must always hold.
class ResamplingTest {
    private static final SmoteSettings.Scaling NONE = SmoteSettings.Scaling.NONE;

    private static int[] kept(Cleaning cleaning) throws IOException {
        return cleaning.keep(Fixture20.read(), List.of(), 1, Progress.NONE).rows();
    }

    private static int[] keptOfClassOne(Cleaning cleaning) throws IOException {
        int[] y = Fixture20.read().codes("y").codes();
        return Arrays.stream(kept(cleaning)).filter(row -> y[row] == 1).toArray();
    }

    private static Synthesis make(String id, Dataset data, Map<String, String> cell, int rows) {
        Synthesizer<?> method = Catalogue.find(Synthesizer.class, id);
        return make(method, data, cell, rows);
    }

    private static <S extends Record> Synthesis make(
            Synthesizer<S> method, Dataset data, Map<String, String> cell, int rows) {
        return method.fit(data, method.defaults(), 1, Progress.NONE)
                .sample(List.of(new Target(cell, rows)), 3, Progress.NONE);
    }

    @Test
    void rowsInDangerAreThoseOfTheReference() throws IOException {
        ClassRows minority = Fixture20.members(Fixture20.read(), 0);
        assertThat(BorderJoin.danger(minority, 10, Progress.NONE))
                .containsExactly(0, 2, 3, 4, 11, 17, 19);
    }

    @Test
    void crowdingAndItsCountsAreThoseOfTheReference() throws IOException {
        ClassRows minority = Fixture20.members(Fixture20.read(), 0);
        double[] r = AdaptiveJoin.crowding(minority, 5, Progress.NONE);
        assertThat(r).containsExactly(.8, .2, .8, .4, .8, .4, .8, .2);
        assertThat(Apportion.largestRemainder(4, r)).containsExactly(1, 0, 1, 0, 1, 0, 1, 0);
        int[] bases = new AdaptiveJoin(5).draft(minority, 4, 1, Progress.NONE).bases();
        assertThat(bases).containsExactly(0, 3, 11, 17);
    }

    @Test
    void supportVectorsAreThoseOfTheReference() throws IOException {
        ClassRows minority = Fixture20.members(Fixture20.read(), 0);
        assertThat(
                        SupportVectors.of(
                                minority.metric(), minority.rows(), minority.rest(), Progress.NONE))
                .containsExactly(0, 2, 3, 4, 11, 12, 17, 19);
    }

    @Test
    void tomekLinksAreThoseOfTheReference() throws IOException {
        assertThat(kept(new LinkCleaning(Scope.ALL, NONE)))
                .containsExactly(0, 1, 4, 5, 6, 7, 8, 11, 12, 13, 15, 16, 18, 19);
        assertThat(kept(new LinkCleaning(Scope.LARGER, NONE)))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 15, 16, 17, 18, 19);
    }

    @Test
    void editedNeighboursAreThoseOfTheReference() throws IOException {
        assertThat(kept(new EditCleaning(3, EditedSettings.Rule.ALL, Scope.ALL, NONE)))
                .containsExactly(4, 5, 6, 18);
        assertThat(kept(new EditCleaning(3, EditedSettings.Rule.ALL, Scope.LARGER, NONE)))
                .containsExactly(0, 2, 3, 4, 5, 6, 11, 12, 17, 18, 19);
        assertThat(kept(new EditCleaning(3, EditedSettings.Rule.MODE, Scope.ALL, NONE)))
                .containsExactly(1, 2, 4, 5, 6, 7, 12, 13, 15, 16, 18, 19);
        assertThat(kept(new EditCleaning(3, EditedSettings.Rule.MODE, Scope.LARGER, NONE)))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 11, 12, 13, 15, 16, 17, 18, 19);
    }

    @Test
    void nearMissIsThatOfTheReference() throws IOException {
        assertThat(keptOfClassOne(new NearestKept(3, NONE)))
                .containsExactly(1, 7, 8, 9, 10, 14, 15, 16);
        assertThat(kept(new NearestKept(3, NONE))).hasSize(16);
    }

    @Test
    void undersamplingLeavesTheSmallestClassWholeAndTheOthersAsLarge() throws IOException {
        assertThat(kept(new RandomKept(1))).contains(0, 2, 3, 4, 11, 12, 17, 19).hasSize(16);
        assertThat(kept(new RandomKept(1.25))).hasSize(18);
    }

    @Test
    void theBandwidthIsThatOfMenardiAndTorelli() throws IOException {
        // (4 / ((2 + 2) * 8))^(1 / 6) = 8^(-1/6), times the population deviations in class 0
        // by Python's statistics.pstdev: 0.6892278225693078 and 0.347879434807446.
        double[] spread = Bootstrap.spread(Fixture20.members(Fixture20.read(), 0), 1);
        assertThat(spread[0]).isCloseTo(0.6892278225693078 / Math.sqrt(2), within(1e-12));
        assertThat(spread[1]).isCloseTo(0.347879434807446 / Math.sqrt(2), within(1e-12));
        assertThat(spread[2]).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "adasyn",
                "borderline-smote",
                "k-means-smote",
                "random-oversampling",
                "rose",
                "smote-enn",
                "smote-nc",
                "smote-tomek",
                "svm-smote"
            })
    void countsAreExactAndNoRangeGrows(String id) throws IOException {
        Dataset data = Fixture20.read();
        Synthesis made = make(id, data, Map.of("y", "0"), 1234);
        assertThat(made.data().rows()).isEqualTo(1234);
        assertThat(made.shortfalls()).isEmpty();
        assertThat(made.data().codes("y").codes()).containsOnly(0);
        for (String column : List.of("x0", "x1")) {
            double low = Arrays.stream(data.numbers(column)).min().orElseThrow();
            double high = Arrays.stream(data.numbers(column)).max().orElseThrow();
            assertThat(Arrays.stream(made.data().numbers(column)))
                    .allMatch(value -> value >= low && value <= high);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"adasyn", "borderline-smote", "k-means-smote", "random-oversampling"})
    void everyRowLiesOnASegmentBetweenTwoRowsOfItsClass(String id) throws IOException {
        Dataset data = Fixture20.read();
        int[] rows = Fixture20.members(data, 0).rows();
        Dataset made = make(id, data, Map.of("y", "0"), 300).data();
        for (int i = 0; i < made.rows(); i++) {
            double x = made.numbers("x0")[i];
            double y = made.numbers("x1")[i];
            assertThat(
                            Arrays.stream(rows)
                                    .anyMatch(
                                            a ->
                                                    Arrays.stream(rows)
                                                            .anyMatch(
                                                                    b ->
                                                                            between(
                                                                                    data, a, b, x,
                                                                                    y))))
                    .isTrue();
        }
    }

    private static boolean between(Dataset data, int a, int b, double x, double y) {
        double[] first = data.numbers("x0");
        double[] second = data.numbers("x1");
        double whole = Math.hypot(first[a] - first[b], second[a] - second[b]);
        double parts =
                Math.hypot(first[a] - x, second[a] - y) + Math.hypot(first[b] - x, second[b] - y);
        return parts - whole < 1e-9;
    }

    @Test
    void withoutAnotherClassTheVariantsSayThatTheyAreSmote() {
        Dataset data = SampleTables.people(200, 0, 3);
        Dataset one =
                data.select(
                        IntStream.range(0, 200)
                                .filter(row -> data.codes("dead").codes()[row] == 0)
                                .toArray());
        for (String id : List.of("adasyn", "borderline-smote", "svm-smote")) {
            Synthesis made = make(id, one, Map.of(), 50);
            assertThat(made.data().rows()).isEqualTo(50);
            assertThat(made.notes()).anyMatch(note -> note.contains("as by SMOTE"));
        }
    }

    @Test
    void withoutClassesCleanersAskForThem() throws IOException {
        Dataset data = Fixture20.read();
        Dataset unmarked = data.withSchema(data.schema().with("y", y -> y.withRole(Role.FEATURE)));
        assertThatThrownBy(
                        () ->
                                new LinkCleaning(Scope.ALL, NONE)
                                        .keep(unmarked, List.of(), 1, Progress.NONE))
                .isInstanceOf(UserProblem.class);
        assertThat(
                        new LinkCleaning(Scope.ALL, NONE)
                                .keep(unmarked, List.of("y"), 1, Progress.NONE)
                                .rows())
                .hasSize(14);
    }
}
