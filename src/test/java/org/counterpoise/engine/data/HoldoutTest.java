package org.counterpoise.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpoise.engine.data.Fixtures.problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/// The holdout is drawn fairly, the same way each time, and never taught from.
class HoldoutTest {

    /// Rows with a number of their own, an uneven group, a rarer outcome and a person.
    private static Dataset table(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] number = new double[rows];
        int[] group = new int[rows];
        int[] outcome = new int[rows];
        double[] person = new double[rows];
        for (int row = 0; row < rows; row++) {
            number[row] = row;
            group[row] = (int) (6 * random.nextDouble() * random.nextDouble());
            outcome[row] = random.nextInt(10) == 0 ? 1 : random.nextInt(40) == 0 ? -1 : 0;
            person[row] = random.nextInt(rows / 3 + 1);
        }
        return new Dataset(
                "t",
                Part.WHOLE,
                new Schema(
                        List.of(
                                ColumnInfo.of("row", ColumnType.INTEGER),
                                ColumnInfo.of("group", ColumnType.CATEGORY),
                                ColumnInfo.of("outcome", ColumnType.CATEGORY),
                                ColumnInfo.of("person", ColumnType.INTEGER))),
                List.of(
                        new Column.Numbers(number),
                        new Column.Codes(group, List.of("a", "b", "c", "d", "e", "f")),
                        new Column.Codes(outcome, List.of("no", "yes")),
                        new Column.Numbers(person)));
    }

    private static Set<Double> set(Dataset data, String column) {
        Set<Double> set = new HashSet<>();
        Arrays.stream(data.numbers(column)).forEach(set::add);
        return set;
    }

    private static Map<String, Integer> strata(Dataset data) {
        Map<String, Integer> counts = new HashMap<>();
        for (int row = 0; row < data.rows(); row++) {
            counts.merge(data.text(row, 1) + "/" + data.text(row, 2), 1, Integer::sum);
        }
        return counts;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void everyStratumGivesItsShareWithinARow(long seed) {
        Dataset data = table(200 + 331 * (int) seed, seed);
        double share = 0.05 * seed + 0.1;
        Halves halves = Holdout.split(data, share, List.of("group", "outcome"), "", seed);
        Map<String, Integer> all = strata(data);
        Map<String, Integer> held = strata(halves.holdout());
        all.forEach(
                (stratum, n) -> {
                    if (!stratum.endsWith("/")) {
                        assertThat(Math.abs(held.getOrDefault(stratum, 0) - share * n))
                                .as(stratum)
                                .isLessThanOrEqualTo(1 + 1e-9);
                    }
                });
        assertThat(Math.abs(halves.holdout().rows() - share * data.rows()))
                .isLessThanOrEqualTo(1 + 1e-9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "person"})
    void theHalvesAreDisjointAndTogetherTheWhole(String identifier) {
        Dataset data = table(1000, 3);
        Halves halves = Holdout.split(data, 0.3, List.of("outcome"), identifier, 11);
        Set<Double> rows = set(halves.training(), "row");
        Set<Double> held = set(halves.holdout(), "row");
        assertThat(rows.size() + held.size()).isEqualTo(1000);
        rows.retainAll(held);
        assertThat(rows).isEmpty();
        assertThat(halves.training().part()).isEqualTo(Part.TRAINING);
        assertThat(halves.holdout().part()).isEqualTo(Part.HOLDOUT);
        assertThat(halves.holdout().numbers("row")).isSorted();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aPersonIsOnOneSideOnly(long seed) {
        Dataset data = table(900, seed);
        Halves halves = Holdout.split(data, 0.25, List.of("outcome"), "person", seed);
        Set<Double> both = set(halves.training(), "person");
        both.retainAll(set(halves.holdout(), "person"));
        assertThat(both).isEmpty();
        assertThat(halves.holdout().rows()).isBetween(215, 235);
    }

    @Test
    void rowsWithoutAnIdentifierStandForThemselves() {
        double[] person = new double[100];
        Arrays.fill(person, Double.NaN);
        Dataset data = Fixtures.numbers("person", person);
        assertThat(Holdout.split(data, 0.2, List.of(), "person", 1).holdout().rows()).isEqualTo(20);
    }

    @Test
    void theSeedDecidesAndNothingElse() {
        Dataset data = table(500, 1);
        String first = Holdout.split(data, 0.25, List.of("group"), "", 5).holdout().hash();
        assertThat(Holdout.split(data, 0.25, List.of("group"), "", 5).holdout().hash())
                .isEqualTo(first);
        assertThat(Holdout.split(data, 0.25, List.of("group"), "", 6).holdout().hash())
                .isNotEqualTo(first);
    }

    @Test
    void tinyStrataTogetherGiveTheirShareAndEachHasItsChance() {
        double[] own = new double[40];
        Arrays.setAll(own, i -> i);
        Dataset data = Fixtures.numbers("own", own);
        Set<Double> everHeld = new HashSet<>();
        for (long seed = 0; seed < 60; seed++) {
            Halves halves = Holdout.split(data, 0.25, List.of("own"), "", seed);
            assertThat(halves.holdout().rows()).isBetween(9, 11);
            everHeld.addAll(set(halves.holdout(), "own"));
        }
        assertThat(everHeld).hasSize(40);
    }

    @Test
    void everyRowHasTheSameChance() {
        double[] own = new double[20];
        Arrays.setAll(own, i -> i);
        Dataset data = Fixtures.numbers("own", own);
        int[] held = new int[20];
        for (long seed = 0; seed < 4000; seed++) {
            for (double row :
                    Holdout.split(data, 0.25, List.of(), "", seed).holdout().numbers("own")) {
                held[(int) row]++;
            }
        }
        // 1000 expected; the standard deviation is √(4000 × ¼ × ¾) = 27.4, so 5 of them are 137.
        assertThat(Arrays.stream(held).boxed()).allMatch(count -> Math.abs(count - 1000) < 137);
    }

    @Test
    void impossibleSplitsAreTold() {
        Dataset data = table(100, 1);
        assertThat(problem(() -> Holdout.split(data, 0, List.of(), "", 1)).what()).contains("0.0");
        assertThat(problem(() -> Holdout.split(data, 1, List.of(), "", 1)).remedy())
                .contains("between");
        assertThat(problem(() -> Holdout.split(data, 0.2, List.of("no"), "", 1)).what())
                .contains("\"no\"");
        Dataset one = Fixtures.numbers("x", 1);
        assertThat(problem(() -> Holdout.split(one, 0.2, List.of(), "", 1)).what())
                .contains("would be empty");
        Dataset half = Holdout.split(data, 0.5, List.of(), "", 1).training();
        assertThat(problem(() -> Holdout.split(half, 0.5, List.of(), "", 1)).what())
                .contains("not been split");
    }

    @Test
    void nothingIsFittedOnTheHoldout() {
        Halves halves = Holdout.split(table(100, 1), 0.5, List.of(), "", 1);
        assertThat(halves.training().forFitting("A model")).isSameAs(halves.training());
        assertThat(problem(() -> halves.holdout().forFitting("A model")).what())
                .isEqualTo("A model would be fitted on the locked holdout.");
        Dataset copy =
                halves.holdout().select(new int[] {0, 1}).project(List.of("row")).withName("x");
        assertThat(problem(() -> copy.forFitting("A model")).where()).isEqualTo("x");
    }
}
