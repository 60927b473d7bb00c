package org.counterpoise.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.stats.ModelMatrix.Term;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

class ModelMatrixTest {
    /// More than a block of rows, and not a multiple of one.
    private static final int ROWS = 1_300;

    private final RandomGenerator random = Streams.of(1, 1);
    private final double[] x = random.doubles(ROWS).toArray();
    private final int[] first = random.ints(ROWS, 0, 4).toArray();
    private final double[] z = random.doubles(ROWS).toArray();
    private final int[] second = random.ints(ROWS, 0, 3).toArray();
    private final ModelMatrix matrix =
            new ModelMatrix(
                    ROWS,
                    List.of(
                            new Term.Numbers(x),
                            new Term.Levels(first, 4),
                            new Term.Numbers(z),
                            new Term.Levels(second, 3)));

    /// The same columns written out by hand.
    private final double[][] columns = {
        x,
        indicator(first, 1),
        indicator(first, 2),
        indicator(first, 3),
        z,
        indicator(second, 1),
        indicator(second, 2)
    };

    private static double[] indicator(int[] codes, int level) {
        return IntStream.of(codes).mapToDouble(code -> code == level ? 1 : 0).toArray();
    }

    @Test
    void columnsAreThoseWrittenOut() {
        assertThat(matrix.columns()).isDeepEqualTo(columns);
        assertThat(matrix.width()).isEqualTo(8);
    }

    @Test
    void crossProductsAreThoseOfTheColumns() {
        var products = matrix.crossProducts(100, ROWS, Progress.NONE);
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 8; j++) {
                double sum = 0;
                for (int row = 100; row < ROWS; row++) {
                    sum += cell(i, row) * cell(j, row);
                }
                assertThat(products.get(i, j)).isCloseTo(sum, within(1e-9));
            }
        }
    }

    private double cell(int column, int row) {
        return column == 0 ? 1 : columns[column - 1][row];
    }

    @Test
    void aFitIsThatOfTheColumnsWrittenOut() {
        byte[] y = new byte[ROWS];
        for (int row = 0; row < ROWS; row++) {
            double eta = x[row] - 2 * z[row] + 0.5 * first[row] - second[row];
            y[row] = (byte) (random.nextDouble() < LogisticFit.logistic(eta) ? 1 : 0);
        }
        LogisticFit coded = LogisticFit.of(matrix, y, 0.5, Progress.NONE);
        LogisticFit written = LogisticFit.of(columns, y, 0.5, Progress.NONE);
        assertThat(coded.coefficients()).containsExactly(written.coefficients(), within(1e-10));
        assertThat(coded.standardErrors()).containsExactly(written.standardErrors(), within(1e-10));
        assertThat(matrix.times(coded.coefficients()))
                .containsExactly(
                        ModelMatrix.ofNumbers(ROWS, columns).times(coded.coefficients()),
                        within(1e-12));
    }

    @Test
    void selectedColumnsStayAndOtherLevelsJoinTheFirst() {
        assertThat(matrix.select(new int[] {1, 3, 7}).columns())
                .isDeepEqualTo(new double[][] {columns[0], columns[2], columns[6]});
    }

    @Test
    void columnsThatAreTheSameInAllRowsDoNotVary() {
        int[] sole = new int[ROWS];
        Arrays.fill(sole, 2);
        double[] constant = new double[ROWS];
        Arrays.fill(constant, 7);
        ModelMatrix flat =
                new ModelMatrix(
                        ROWS,
                        List.of(
                                new Term.Levels(sole, 4),
                                new Term.Numbers(constant),
                                new Term.Numbers(x),
                                new Term.Levels(second, 4)));
        assertThat(flat.varying()).containsExactly(5, 6, 7);
    }
}
