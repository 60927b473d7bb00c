package org.counterpoise.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.stats.Calibration.Bin;
import org.junit.jupiter.api.Test;

import java.util.List;

class CalibrationTest {
    private static final byte[] Y = {0, 0, 1, 1, 1, 0, 1, 0, 1, 0};
    private static final double[] SCORES = {0.1, 0.4, 0.35, 0.8, 0.7, 0.2, 0.9, 0.55, 0.3, 0.65};

    /// R 4.2.2: glm(y ~ qlogis(s)), glm(y ~ offset(qlogis(s))), mean((y − s)²) ± qt(.975, 9) se,
    /// where qt(.975, 9) is 2.262157 (tables) and se·qnorm(.975) is 0.1188080822429537.
    @Test
    void slopeInterceptAndBrierAreRs() {
        Calibration calibration = Calibration.of(Y, SCORES, 0.95, Progress.NONE);
        assertThat(calibration.slope()).isCloseTo(0.953214843277885, within(1e-10));
        double half = 1.959963984540054 * 0.6882812565602738;
        assertThat(calibration.slopeInterval().lower())
                .isCloseTo(0.953214843277885 - half, within(1e-8));
        assertThat(calibration.intercept()).isCloseTo(0.0268418424908492, within(1e-12));
        assertThat(calibration.brier()).isCloseTo(0.19875, within(1e-15));
        double halfOfBrier = 0.1188080822429537 / 1.959963984540054 * 2.262157;
        assertThat(calibration.brierInterval().lower())
                .isCloseTo(0.19875 - halfOfBrier, within(2e-4));
        assertThat(calibration.brierInterval().upper())
                .isCloseTo(0.19875 + halfOfBrier, within(2e-4));
    }

    @Test
    void constantScoresOrOneClassHaveNoSlope() {
        double[] constant = {0.5, 0.5, 0.5};
        Calibration flat = Calibration.of(new byte[] {0, 1, 1}, constant, 0.95, Progress.NONE);
        assertThat(flat.slope()).isNaN();
        assertThat(flat.brier()).isEqualTo(0.25);
        Calibration oneClass =
                Calibration.of(
                        new byte[] {1, 1, 1}, new double[] {0.1, 0.5, 0.9}, 0.95, Progress.NONE);
        assertThat(oneClass.slope()).isNaN();
        assertThat(oneClass.intercept()).isNaN();
    }

    @Test
    void noRowsAreUndefined() {
        Calibration none = Calibration.of(new byte[0], new double[0], 0.95, Progress.NONE);
        assertThat(none.brier()).isNaN();
        assertThat(none.slope()).isNaN();
        assertThat(Calibration.curve(new byte[0], new double[0], 10)).isEmpty();
    }

    @Test
    void certainScoresDoNotBreakTheSlope() {
        Calibration calibration =
                Calibration.of(
                        new byte[] {0, 1, 1, 0, 1, 0},
                        new double[] {0, 1, 1, 0, 0, 1},
                        0.95,
                        Progress.NONE);
        assertThat(calibration.slope()).isBetween(0.0, 0.2);
    }

    @Test
    void curveBinsHoldEquallyManyRows() {
        List<Bin> bins = Calibration.curve(Y, SCORES, 2);
        assertThat(bins).hasSize(2);
        assertThat(bins).allMatch(bin -> bin.positives().n() == 5);
        assertThat(bins.getFirst().score()).isCloseTo(0.27, within(1e-15));
        assertThat(bins.getFirst().positives().count()).isEqualTo(2);
    }
}
