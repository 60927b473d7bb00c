package org.counterpoise.engine.stats.plate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Conformance with AssayCorrector 2.0.0 for R (CRAN) and R's `medpolish`: plates "m" (generated, 8
/// × 12 × 5) and plate 7 of Carralot et al. 2012 (16 × 20), to the last digits R printed.
class PlateReferenceTest {
    private static final String FOLDER = "methods/expected/assaycorrector/";

    private static double[][] matrix(String name) {
        try {
            return Files.readAllLines(Shared.file(FOLDER + name)).stream()
                    .map(
                            line ->
                                    Arrays.stream(line.split(","))
                                            .mapToDouble(Double::parseDouble)
                                            .toArray())
                    .toArray(double[][]::new);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static double[] flat(String name) {
        return Arrays.stream(matrix(name)).flatMapToDouble(Arrays::stream).toArray();
    }

    private static Wells plate(String name) {
        double[][] cells = matrix(name + "_raw.csv");
        return Wells.of(
                cells.length,
                cells[0].length,
                Arrays.stream(cells).flatMapToDouble(Arrays::stream).toArray());
    }

    private static List<Wells> generated() {
        return IntStream.rangeClosed(1, 5).mapToObj(i -> plate("m_plate" + i)).toList();
    }

    private static List<Integer> numbers(boolean[] flags) {
        return IntStream.range(0, flags.length).filter(i -> flags[i]).mapToObj(i -> i + 1).toList();
    }

    private static void close(double[] actual, double[] expected) {
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            assertThat(actual[i]).as("well %d", i).isEqualTo(expected[i], within(1e-12 * largest));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "m_plate1,   0.01, '',  '12'",
        "m_plate2,   0.01, '',  '12'",
        "m_plate3,   0.01, '4', ''",
        "m_plate4,   0.01, '',  ''",
        "m_plate5,   0.01, '',  '12'",
        "plate7_1, 0.01, '1, 2, 3, 5, 13, 14, 15, 16', '19, 20'",
        "plate7_1, 0.05, '1, 2, 3, 5, 13, 14, 15, 16', '19, 20'"
    })
    void theLinesOfTheReferenceAreFlagged(String name, double alpha, String rows, String columns) {
        BiasedLines lines = BiasedLines.find(plate(name), alpha);
        assertThat(numbers(lines.rows())).hasToString("[" + rows + "]");
        assertThat(numbers(lines.columns())).hasToString("[" + columns + "]");
    }

    @ParameterizedTest
    @EnumSource
    void everyCorrectionOfEveryPlateIsThatOfTheReference(Pmp pmp) {
        for (String name :
                List.of("m_plate1", "m_plate2", "m_plate3", "m_plate4", "m_plate5", "plate7_1")) {
            for (String level : List.of("0.01", "0.05")) {
                Wells wells = plate(name);
                BiasedLines lines = BiasedLines.find(wells, Double.parseDouble(level));
                close(
                        pmp.correct(wells, lines),
                        flat(name + "_pmp" + pmp.code() + "_a" + level.replace(".", "") + ".csv"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ADDITIVE_SEQUENCE, 13035.4065972222, 7253.29519160978, 26932.2986111111",
        "MULTIPLICATIVE_SEQUENCE, 13171.8694971082, 3013.75012853509, 17269.6549568446",
        "MULTIPLICATIVE_SUM, 13065.3169341447, NaN, NaN",
        "ADDITIVE_MEAN, 13560.3447916667, NaN, NaN",
        "MULTIPLICATIVE_MEAN, 13499.5013485137, NaN, NaN"
    })
    void plate7HasTheMeansOfTheReference(Pmp pmp, double mean, double deviation, double first) {
        Wells wells = plate("plate7_1");
        double[] corrected = pmp.correct(wells, BiasedLines.find(wells, 0.01));
        assertThat(Arrays.stream(corrected).average().orElseThrow()).isEqualTo(mean, within(1e-8));
        if (!Double.isNaN(deviation)) {
            double m = Arrays.stream(corrected).average().orElseThrow();
            double squares = Arrays.stream(corrected).map(x -> (x - m) * (x - m)).sum();
            assertThat(Math.sqrt(squares / 319)).isEqualTo(deviation, within(1e-8));
            assertThat(corrected[0]).isEqualTo(first, within(1e-8));
        }
        assertThat(
                        IntStream.range(0, 320)
                                .filter(well -> corrected[well] != wells.values()[well])
                                .count())
                .isEqualTo(176);
    }

    @Test
    void theVariantWithAProductDependsOnTheUnit() {
        Wells wells = plate("plate7_1");
        double[] corrected = Pmp.ADDITIVE_PRODUCT.correct(wells, BiasedLines.find(wells, 0.01));
        assertThat(Arrays.stream(corrected).average().orElseThrow()).isBetween(-5.6e6, -5.4e6);
    }

    @Test
    void robustZIsThatOfTheReference() {
        assertThat(Scores.robustZ(plate("m_plate1"))[0])
                .isEqualTo(-1.06019283780484, within(1e-11));
    }

    @Test
    void theBScoreIsThatOfMedpolish() {
        Wells wells = plate("m_plate1");
        double[] scores = Scores.bScore(wells);
        assertThat(scores[0]).isEqualTo(-2.08530899596399, within(1e-11));
        assertThat(scores[95]).isEqualTo(-605.621711168434, within(1e-9));
        close(scores, flat("m_plate1_bscore.csv"));
        Scores.Polish polish = new Scores.Polish(wells);
        polish.run();
        assertThat(polish.overall()).isEqualTo(20.048536681445, within(1e-12));
        assertThat(polish.columnEffects()[11]).isEqualTo(19.9753, within(5e-5));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void assayWiseCorrectionIsThatOfTheReference(int plate) {
        close(
                AssayWise.standardised(generated())[plate - 1],
                flat("m_plate" + plate + "_assaywise.csv"));
    }
}
