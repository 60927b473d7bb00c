package org.counterpoise.session.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpoise.engine.data.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;

class ColumnBytesTest {

    static Stream<double[]> numbers() {
        double nan = Double.NaN;
        return Stream.of(
                new double[] {},
                new double[] {1, 2, nan, -3},
                new double[] {0.1, 0.25, 1e-6, nan, 97.3},
                new double[] {0.0, -0.0},
                new double[] {2147483647, -2147483648.0, 0.5},
                new double[] {1e9, 0.001},
                new double[] {Math.PI, 1.0 / 3},
                new double[] {Double.MIN_VALUE, Double.MAX_VALUE, Double.POSITIVE_INFINITY, nan},
                new SplittableRandom(1)
                        .doubles(2000)
                        .map(v -> Math.round(v * 1e5) / 1e5)
                        .toArray());
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void numbersComeBackToTheBit(double[] values) throws DataFormatException {
        byte[] plain = ColumnBytes.plain(new Column.Numbers(values));
        Column.Numbers back =
                (Column.Numbers) ColumnBytes.column(ColumnBytes.unpack(ColumnBytes.pack(plain)));
        assertThat(back.values()).containsExactly(values);
        for (int i = 0; i < values.length; i++) {
            assertThat(Double.doubleToLongBits(back.values()[i]))
                    .isEqualTo(Double.doubleToLongBits(values[i]));
        }
    }

    @Test
    void measurementsTakeFourBytesEach() {
        byte[] plain = ColumnBytes.plain(new Column.Numbers(new double[] {36.6, 37.25, 120}));
        assertThat(plain).hasSize(6 + 3 * 4);
    }

    @Test
    void codesAndTextsComeBack() throws DataFormatException {
        Column codes = new Column.Codes(new int[] {0, -1, 2}, List.of("a", "é", ""));
        Column texts = new Column.Texts(new String[] {"x", null, "", "ü"});
        for (Column column : List.of(codes, texts)) {
            byte[] packed = ColumnBytes.pack(ColumnBytes.plain(column));
            assertThat(ColumnBytes.column(ColumnBytes.unpack(packed)))
                    .usingRecursiveComparison()
                    .isEqualTo(column);
        }
    }
}
