package org.counterpoise.workbench.findings;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.finding.Measure;
import org.junit.jupiter.api.Test;

class MeasureTextTest {

    @Test
    void aMeasureIsSaidWithItsIntervalNumberTestAndP() {
        Measure measure =
                Measure.of(
                                "true positive rate",
                                0.8123,
                                new Interval(0.771, 0.843, 0.95, "Wilson"),
                                1517)
                        .withTest("permutation", 0.0004, 0.012);
        assertThat(MeasureText.full(measure))
                .isEqualTo(
                        "true positive rate 0.812 [0.771, 0.843] · 95% interval (Wilson)"
                                + " · n = 1,517 · permutation · p adj. = .012");
    }

    @Test
    void anUndefinedMeasureIsSaidToBeUndefined() {
        assertThat(MeasureText.full(Measure.of("precision", Double.NaN, 0)))
                .isEqualTo("precision undefined (n = 0)");
    }
}
