package org.counterpoise.engine.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "-0.0|0",
                "1|1",
                "0.8123|0.812",
                "0.99951|1.00",
                "0.9995|1.00",
                "0.9991|0.999",
                "9.994|9.99",
                "9.996|10.0",
                "99.96|100",
                "0.001|0.00100",
                "0.0099949|0.00999",
                "0.009996|0.0100",
                "12.345|12.3",
                "-0.05|−0.0500",
                "0.00123|0.00123",
                "0.000656|0.000656",
                "0.0000123|1.23 × 10⁻⁵",
                "-0.00001|−1.00 × 10⁻⁵",
                "7874|7,874",
                "1234567.8|1,234,568",
                "1e300|1.00 × 10³⁰⁰",
                "NaN|undefined",
                "Infinity|∞",
                "-Infinity|−∞"
            })
    void threeSignificantDigits(double value, String text) {
        assertThat(NumberText.short3(value)).isEqualTo(text);
    }

    @Test
    void estimateAndIntervalHaveTheSameDecimals() {
        assertThat(NumberText.estimate(0.0213, 0.014, 0.031)).isEqualTo("0.0213 [0.0140, 0.0310]");
        assertThat(NumberText.estimate(0.95, 0.9, 1.02)).isEqualTo("0.95 [0.90, 1.02]");
        assertThat(NumberText.estimate(0, 0, 0.0037)).isEqualTo("0.00000 [0.00000, 0.00370]");
        assertThat(NumberText.estimate(0, -0.0, 0)).isEqualTo("0 [0, 0]");
        assertThat(NumberText.estimate(0.5, Double.NaN, Double.NaN)).isEqualTo("0.500");
    }

    @Test
    void pValuesAreSaidAsJournalsDo() {
        assertThat(NumberText.p(0.0004)).isEqualTo("p < .001");
        assertThat(NumberText.p(0.034)).isEqualTo("p = .034");
        assertThat(NumberText.p(1)).isEqualTo("p = 1");
        assertThat(NumberText.p(0.9999)).isEqualTo("p = 1");
        assertThat(NumberText.p(Double.NaN)).isEmpty();
    }

    @Test
    void sharesAndTheirDifferences() {
        assertThat(NumberText.percent(0.1234)).isEqualTo("12.3%");
        assertThat(NumberText.points(0.165)).isEqualTo("+16.5 points");
        assertThat(NumberText.points(-0.051)).isEqualTo("−5.1 points");
        assertThat(NumberText.points(-0.0001)).isEqualTo("0.0 points");
    }

    @Test
    void undefinedIsSaidWithItsNumberOfObservations() {
        assertThat(NumberText.measure(Measure.of("TPR", Double.NaN, 0)))
                .isEqualTo("undefined (n = 0)");
        assertThat(
                        NumberText.measure(
                                Measure.of(
                                        "TPR", 0.812, new Interval(0.771, 0.843, 0.95, "W"), 517)))
                .isEqualTo("0.812 [0.771, 0.843], n = 517");
    }
}
