package org.counterpoise.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.counterpoise.engine.data.Fixtures.codes;
import static org.counterpoise.engine.data.Fixtures.problem;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// A table keeps its promises: shape, types, names, content hash.
class DatasetTest {

    private static Dataset table() {
        return new Dataset(
                "t",
                Part.WHOLE,
                new Schema(
                        List.of(
                                ColumnInfo.of("x", ColumnType.REAL),
                                ColumnInfo.of("g", ColumnType.CATEGORY),
                                ColumnInfo.of("w", ColumnType.TEXT))),
                List.of(
                        new Column.Numbers(new double[] {1.5, Double.NaN, 3}),
                        codes(List.of("a", "b"), 1, 0, -1),
                        new Column.Texts(new String[] {"u", null, "v"})));
    }

    @Test
    void cellsReadAsText() {
        Dataset data = table();
        assertThat(data.text(0, 0)).isEqualTo("1.5");
        assertThat(data.text(1, 0)).isEmpty();
        assertThat(data.text(0, 1)).isEqualTo("b");
        assertThat(data.text(2, 1)).isEmpty();
        assertThat(data.text(1, 2)).isEmpty();
        assertThat(data.present("w")).containsExactly(0, 2);
    }

    @Test
    void theHashSeesValuesAndSchemaButNotTheNameOrPart() {
        Dataset data = table();
        assertThat(data.withName("other").withPart(Part.SYNTHETIC).hash()).isEqualTo(data.hash());
        assertThat(data.select(new int[] {0, 2, 1}).hash()).isNotEqualTo(data.hash());
        assertThat(data.withSchema(data.schema().with("x", i -> i.withUnit("kg"))).hash())
                .isNotEqualTo(data.hash());
        assertThat(data.withSchema(data.schema().with("x", i -> i.withRole(Role.WEIGHT))).hash())
                .isNotEqualTo(data.hash());
        assertThat(table().hash()).isEqualTo(data.hash()).hasSize(64);
    }

    @Test
    void everyMissingNumberAndBothZerosHashAlike() {
        double otherNan = Double.longBitsToDouble(0x7FF8_0000_0000_0001L);
        assertThat(Fixtures.numbers("x", -0.0, otherNan).hash())
                .isEqualTo(Fixtures.numbers("x", 0.0, Double.NaN).hash());
    }

    @Test
    void rowsAndColumnsAreChosenInTheOrderAskedFor() {
        Dataset chosen = table().select(new int[] {2, 0}).project(List.of("g", "x"));
        assertThat(chosen.schema().names()).containsExactly("g", "x");
        assertThat(chosen.numbers("x")).containsExactly(3, 1.5);
        assertThat(chosen.text(1, 0)).isEqualTo("b");
    }

    @Test
    void columnsThatDoNotFitAreABug() {
        Schema schema = new Schema(List.of(ColumnInfo.of("x", ColumnType.REAL)));
        assertThatThrownBy(
                        () -> new Dataset("t", Part.WHOLE, schema, List.of(codes(List.of("a"), 0))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                Fixtures.numbers("x", 1, 2)
                                        .with(
                                                ColumnInfo.of("y", ColumnType.REAL),
                                                new Column.Numbers(new double[1])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wrongColumnsAreToldWithThoseThatExist() {
        assertThat(problem(() -> table().numbers("y")).remedy()).contains("x, g, w");
        assertThat(problem(() -> table().numbers("g")).what()).contains("does not hold numbers");
        assertThat(
                        problem(
                                        () ->
                                                new Schema(
                                                        List.of(
                                                                ColumnInfo.of("a", ColumnType.REAL),
                                                                ColumnInfo.of(
                                                                        "a", ColumnType.TEXT))))
                                .what())
                .contains("\"a\"");
    }

    @Test
    void theFrameSharesTheValues() {
        Dataset data = table();
        assertThat(data.frame().nrow()).isEqualTo(3);
        assertThat(data.frame().column("x").getDouble(2)).isEqualTo(3);
        assertThat(data.frame().column("g").getInt(2)).isEqualTo(-1);
    }

    @Test
    void anOutcomeIsPositiveWhereItIsMarkedOrLaterOfTwo() {
        Dataset data = table();
        assertThat(BinaryOutcome.of(data, "g").positive()).isEqualTo("b");
        assertThat(BinaryOutcome.of(data, "g").values()).containsExactly(1, 0, -1);
        Dataset marked =
                data.withSchema(data.schema().with("g", i -> i.withPositive(Optional.of("a"))));
        assertThat(BinaryOutcome.of(marked, "g").values()).containsExactly(0, 1, -1);
        Dataset three = Fixtures.numbers("y", 0, 1, 2);
        assertThat(problem(() -> BinaryOutcome.of(three, "y")).what()).contains("3 values");
    }

    @Test
    void numbersAreWrittenInTheShortestFormThatReadsBack() {
        assertThat(CellText.number(3)).isEqualTo("3");
        assertThat(CellText.number(-0.0)).isEqualTo("0");
        assertThat(CellText.number(0.1)).isEqualTo("0.1");
        assertThat(CellText.number(1e21)).isEqualTo("1000000000000000000000");
        assertThat(CellText.number(1.5e-7)).isEqualTo("0.00000015");
        for (double value :
                new double[] {Math.PI, Double.MIN_VALUE, Double.MAX_VALUE, 1e15 + 0.3}) {
            assertThat(Double.parseDouble(CellText.number(value))).isEqualTo(value);
        }
    }

    @Test
    void datesAreWrittenByIso() {
        assertThat(CellText.of(19782, ColumnType.DATE)).isEqualTo("2024-02-29");
        assertThat(CellText.of(-1, ColumnType.DATE)).isEqualTo("1969-12-31");
        assertThat(CellText.of(1709209815, ColumnType.DATE_TIME)).isEqualTo("2024-02-29T12:30:15");
        assertThat(CellText.of(-0.5, ColumnType.DATE_TIME)).isEqualTo("1969-12-31T23:59:59.500");
        assertThat(CellText.of(Double.NaN, ColumnType.DATE)).isEmpty();
        assertThat(CellText.of(1e300, ColumnType.DATE)).isNotEmpty();
    }
}
