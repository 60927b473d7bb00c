package org.counterpoise.workbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.counterpoise.engine.CancelledException;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Schema;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

class RowOrderTest {
    private static final Dataset DATA =
            new Dataset(
                    "five",
                    Part.WHOLE,
                    new Schema(
                            List.of(
                                    ColumnInfo.of("x", ColumnType.REAL),
                                    ColumnInfo.of("sex", ColumnType.CATEGORY),
                                    ColumnInfo.of("note", ColumnType.TEXT))),
                    List.of(
                            new Column.Numbers(new double[] {3, Double.NaN, 1, 3, 2}),
                            new Column.Codes(new int[] {1, 0, -1, 0, 1}, List.of("M", "F")),
                            new Column.Texts(new String[] {"b", "A", null, "ab", "c"})));

    @Test
    void missingCellsComeLastInBothDirections() {
        assertThat(sorted("x", true)).containsExactly(2, 4, 0, 3, 1);
        assertThat(sorted("x", false)).containsExactly(0, 3, 4, 2, 1);
    }

    @Test
    void levelsAreSortedByTheirWordsNotTheirCodes() {
        assertThat(sorted("sex", true)).containsExactly(0, 4, 1, 3, 2);
    }

    @Test
    void tiesAreBrokenByTheNextKeyAndThenByTheOldOrder() {
        assertThat(
                        RowOrder.of(
                                DATA,
                                List.of(),
                                List.of(new RowOrder.Key("sex", true), new RowOrder.Key("x", true)),
                                Progress.NONE))
                .containsExactly(4, 0, 3, 1, 2);
    }

    @Test
    void filtersKeepWhatPassesAllOfThem() {
        assertThat(
                        RowOrder.of(
                                DATA,
                                List.of(
                                        new RowFilter.Range("x", 2, 3),
                                        new RowFilter.Contains("note", "B")),
                                List.of(),
                                Progress.NONE))
                .containsExactly(0, 3);
        assertThat(
                        RowOrder.of(
                                DATA,
                                List.of(new RowFilter.Missing("sex")),
                                List.of(),
                                Progress.NONE))
                .containsExactly(2);
    }

    @Test
    void sortOfManyRowsAgreesWithTheLibrarysStableSort() {
        int rows = 50_000;
        double[] values = new java.util.Random(7).ints(rows, 0, 900).asDoubleStream().toArray();
        Dataset data =
                new Dataset(
                        "many",
                        Part.WHOLE,
                        new Schema(List.of(ColumnInfo.of("x", ColumnType.INTEGER))),
                        List.of(new Column.Numbers(values)));
        int[] expected =
                IntStream.range(0, rows)
                        .boxed()
                        .sorted((a, b) -> Double.compare(values[b], values[a]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        assertThat(
                        RowOrder.of(
                                data,
                                List.of(),
                                List.of(new RowOrder.Key("x", false)),
                                Progress.NONE))
                .isEqualTo(expected);
    }

    @Test
    void sortStopsWhenCancelled() {
        Progress cancelled =
                new Progress() {
                    @Override
                    public void report(double fraction, String phrase) {}

                    @Override
                    public boolean cancelled() {
                        return true;
                    }
                };
        assertThatThrownBy(() -> RowOrder.of(DATA, List.of(), List.of(), cancelled))
                .isInstanceOf(CancelledException.class);
    }

    private static List<Integer> sorted(String column, boolean ascending) {
        return Arrays.stream(
                        RowOrder.of(
                                DATA,
                                List.of(),
                                List.of(new RowOrder.Key(column, ascending)),
                                Progress.NONE))
                .boxed()
                .toList();
    }
}
