package org.counterpoise.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.counterpoise.engine.data.Fixtures.codes;
import static org.counterpoise.engine.data.Fixtures.problem;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Rows sorted into groups, and groups held against a target population.
class GroupingTest {

    private static Dataset people() {
        return new Dataset(
                "people",
                Part.WHOLE,
                new Schema(
                        List.of(
                                ColumnInfo.of("sex", ColumnType.CATEGORY),
                                ColumnInfo.of("age", ColumnType.INTEGER)
                                        .withBinning(Optional.of(new Binning(List.of(60.0, 70.0)))),
                                ColumnInfo.of("weight", ColumnType.REAL))),
                List.of(
                        codes(List.of("F", "M", "X"), 0, 1, 0, 1, -1, 0),
                        new Column.Numbers(new double[] {59, 60, 69, 70, 80, Double.NaN}),
                        new Column.Numbers(new double[] {1, 3, 2, 2, 9, 1})));
    }

    @Test
    void groupsThatOccurAreInTheOrderOfTheirLevels() {
        Grouping grouping = Grouping.of(people(), List.of("sex", "age"));
        assertThat(grouping.groups())
                .extracting(Grouping.Group::label)
                .containsExactly("F, <60", "F, 60–69", "M, 60–69", "M, 70+");
        assertThat(grouping.codes()).containsExactly(0, 2, 1, 3, -1, -1);
        assertThat(grouping.groups().get(1).key()).isEqualTo("sex=F,age=60–69");
        assertThat(grouping.rows(3)).containsExactly(3);
    }

    @Test
    void withoutColumnsEveryoneIsInOneGroup() {
        Grouping grouping = Grouping.of(people(), List.of());
        assertThat(grouping.groups())
                .singleElement()
                .extracting(Grouping.Group::count)
                .isEqualTo(6);
        assertThat(Grouping.of(Fixtures.numbers("x"), List.of()).groups()).isEmpty();
    }

    @Test
    void numbersWithoutBandsAreGroupedByValue() {
        Grouping grouping = Grouping.of(Fixtures.numbers("x", 10, 9, -0.0, 0.0, 10), List.of("x"));
        assertThat(grouping.groups())
                .extracting(Grouping.Group::label)
                .containsExactly("0", "9", "10");
        assertThat(grouping.largest()).isZero();
    }

    @Test
    void aCrossingOfManyLevelsIsSortedNotTabulated() {
        int rows = 5000;
        double[] up = new double[rows];
        double[] down = new double[rows];
        Arrays.setAll(up, i -> i);
        Arrays.setAll(down, i -> rows - i);
        Dataset data =
                Fixtures.numbers("up", up)
                        .with(ColumnInfo.of("down", ColumnType.REAL), new Column.Numbers(down))
                        .with(ColumnInfo.of("again", ColumnType.REAL), new Column.Numbers(up));
        Grouping grouping = Grouping.of(data, List.of("up", "down", "again"));
        assertThat(grouping.groups()).hasSize(rows);
        assertThat(grouping.codes()).isSorted();
        assertThat(grouping.groups().get(7).label()).isEqualTo("7, 4993, 7");
    }

    @Test
    void aValueOnAnEdgeBelongsToTheBandAbove() {
        Binning binning = new Binning(List.of(60.0, 61.0, 72.5, 80.0));
        assertThat(binning.bands(new double[] {59.9, 60, 61, 72.5, 80, Double.NaN}))
                .containsExactly(0, 1, 2, 3, 4, -1);
        assertThat(binning.band(60)).isEqualTo(1);
        assertThat(binning.labels(true)).containsExactly("<60", "60", "61–<72.5", "72.5–79", "80+");
        assertThat(binning.labels(false))
                .containsExactly("<60", "60–<61", "61–<72.5", "72.5–<80", "80+");
    }

    @Test
    void edgesMustAscend() {
        assertThatThrownBy(() -> new Binning(List.of(2.0, 2.0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Binning(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void weightsGiveTheSharesOfThePopulation() {
        Benchmark.Table table = Benchmark.weighted(people(), List.of("sex"), "weight");
        assertThat(table.shares().get(List.of("F"))).isCloseTo(4.0 / 9, within(1e-15));
        assertThat(table.shares().get(List.of("M"))).isCloseTo(5.0 / 9, within(1e-15));
        Benchmark.Table survey =
                Benchmark.weighted(
                        Fixtures.sample("survey_nhanes.csv"), List.of("race"), "WTMEC2YR");
        assertThat(survey.shares().get(List.of("1"))).isCloseTo(0.151, within(5e-4));
    }

    @Test
    void aBenchmarkFileGivesCountsSharesOrRows() {
        Dataset file = people();
        assertThat(BenchmarkFiles.table(file, List.of("sex"), "weight").shares())
                .containsEntry(List.of("F"), 4.0 / 9)
                .containsEntry(List.of("M"), 5.0 / 9);
        assertThat(BenchmarkFiles.table(file, List.of("sex"), "").shares())
                .containsEntry(List.of("F"), 3.0 / 5);
        assertThat(BenchmarkFiles.table(file, List.of("sex", "age"), "").shares())
                .containsEntry(List.of("M", "70+"), 1.0 / 4);
    }

    @Test
    void impossibleBenchmarksAreTold() {
        Dataset negative = Fixtures.numbers("n", 1, -2);
        assertThat(problem(() -> BenchmarkFiles.table(negative, List.of(), "n")).where())
                .isEqualTo("test, row 2, column \"n\"");
        Dataset zero = Fixtures.numbers("n", 0, 0);
        assertThat(problem(() -> BenchmarkFiles.table(zero, List.of(), "n")).what())
                .contains("add up to 0");
        assertThat(problem(() -> BenchmarkFiles.table(zero, List.of("x"), "")).what())
                .contains("\"x\"");
    }
}
