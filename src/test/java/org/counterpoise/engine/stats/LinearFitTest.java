package org.counterpoise.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Progress;
import org.junit.jupiter.api.Test;

import java.util.Arrays;

class LinearFitTest {
    /// Speed and stopping distance of cars (Ezekiel 1930), the example of R's `lm`.
    private static final double[] SPEED = {
        4, 4, 7, 7, 8, 9, 10, 10, 10, 11, 11, 12, 12, 12, 12, 13, 13, 13, 13, 14, 14, 14, 14, 15,
        15, 15, 16, 16, 17, 17, 17, 18, 18, 18, 18, 19, 19, 19, 20, 20, 20, 20, 20, 22, 23, 24, 24,
        24, 24, 25
    };

    private static final double[] DISTANCE = {
        2, 10, 4, 22, 16, 10, 18, 26, 34, 17, 28, 14, 20, 24, 28, 26, 34, 34, 46, 26, 36, 60, 80,
        20, 26, 54, 32, 40, 32, 40, 50, 42, 56, 76, 84, 36, 46, 68, 32, 48, 52, 56, 64, 66, 54, 70,
        92, 93, 120, 85
    };

    private static LinearFit fit(double[][] columns, double[] y, double ridge) {
        return LinearFit.of(columns, y, ridge, Progress.NONE);
    }

    @Test
    void itIsTheFitOfR() {
        LinearFit fit = fit(new double[][] {SPEED}, DISTANCE, 0);
        // coef(lm(dist ~ speed, cars))
        assertThat(fit.coefficients())
                .containsExactly(new double[] {-17.5791, 3.9324}, within(5e-5));
        double[] predicted =
                ModelMatrix.ofNumbers(SPEED.length, new double[][] {SPEED})
                        .times(fit.coefficients());
        // summary(lm(dist ~ speed, cars))$r.squared
        assertThat(RegressionError.of(DISTANCE, predicted).explained())
                .isCloseTo(0.6511, within(5e-5));
    }

    /// The deletion formula: HC3 is the sum of squares of what leaving each row out changes.
    @Test
    void standardErrorsAreWhatEachRowMoves() {
        double[] squared = Arrays.stream(SPEED).map(s -> Math.sin(s)).toArray();
        LinearFit fit = fit(new double[][] {SPEED, squared}, DISTANCE, 0);
        double[] squares = new double[3];
        for (int left = 0; left < SPEED.length; left++) {
            LinearFit without =
                    fit(
                            new double[][] {without(SPEED, left), without(squared, left)},
                            without(DISTANCE, left),
                            0);
            for (int j = 0; j < 3; j++) {
                squares[j] += Math.pow(fit.coefficients()[j] - without.coefficients()[j], 2);
            }
        }
        for (int j = 0; j < 3; j++) {
            assertThat(fit.standardErrors()[j])
                    .isCloseTo(Math.sqrt(squares[j]), within(1e-9 * Math.sqrt(squares[j])));
        }
    }

    private static double[] without(double[] values, int left) {
        double[] kept = new double[values.length - 1];
        System.arraycopy(values, 0, kept, 0, left);
        System.arraycopy(values, left + 1, kept, left, kept.length - left);
        return kept;
    }

    /// With one centred column of sum of squares s the penalised slope is s/(s + ridge) of it.
    @Test
    void aPenaltyShrinksTheSlope() {
        double mean = Arrays.stream(SPEED).average().orElseThrow();
        double spread = Arrays.stream(SPEED).map(v -> (v - mean) * (v - mean)).sum();
        double plain = fit(new double[][] {SPEED}, DISTANCE, 0).coefficients()[1];
        LinearFit shrunk = fit(new double[][] {SPEED}, DISTANCE, 100);
        assertThat(shrunk.coefficients()[1])
                .isCloseTo(plain * spread / (spread + 100), within(1e-12));
    }

    @Test
    void repeatedColumnsAndEndlessSumsHaveNoSolution() {
        assertThat(fit(new double[][] {SPEED, SPEED}, DISTANCE, 0).solved()).isFalse();
        double[] huge = SPEED.clone();
        huge[0] = 1e300;
        assertThat(fit(new double[][] {huge}, DISTANCE, 0).solved()).isFalse();
    }

    @Test
    void aRowThatCountsTwiceIsTheSameAsTwoRows() {
        double[] y = {1, 2, 4, 3};
        double[] predicted = {1.5, 2, 3, 3.5};
        NumberMetrics weighted =
                NumberMetrics.of(y, predicted, new int[] {0, 1, 2, 3}, new int[] {1, 2, 0, 1});
        RegressionError repeated =
                RegressionError.of(new double[] {1, 2, 2, 3}, new double[] {1.5, 2, 2, 3.5});
        assertThat(weighted.explained()).isCloseTo(repeated.explained(), within(1e-12));
        assertThat(weighted.meanAbsolute()).isCloseTo(repeated.absolute(), within(1e-12));
        assertThat(weighted.rootMeanSquare())
                .isCloseTo(Math.sqrt(repeated.square()), within(1e-12));
        // Around the means: 0.75 + 1.25 over 0.5625 + 2 · 0.0625 + 1.5625.
        assertThat(weighted.slope()).isCloseTo(8.0 / 9, within(1e-12));
    }
}
