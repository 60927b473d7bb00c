package org.counterpoise.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.junit.jupiter.api.Test;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

class PassingBablokTest {
    /// Creatinine of heart-surgery patients in serum and plasma (mg/dL), from R's mcr.
    private static final double[] CREATININE = {
        0.82, 0.79, 1.83, 1.62, 1.39, 1.36, 0.81, 1.3, 1.72, 1.88, 3.23, 3.35, 1.23, 1.06, 1.37,
        1.34, 1.72, 1.56, 0.96, 0.94, 0.76, 0.69, 1.15, 1.16, 0.95, 0.71, 1, 0.83, 1.52, 1.44, 1.56,
        1.26, 2.45, 2.36, 1.85, 1.9, 0.89, 0.95, 0.82, 0.77, 1.01, 0.82, 0.96, 0.88, 3.38, 3.42,
        1.31, 1.15, 1.1, 0.96, 1.26, 1.12, 1.15, 1.02, 1.2, 1.29, 1.01, 0.87, 1.33, 1.13, 0.87,
        0.82, 1.66, 1.33, 1.41, 1.14, 1.08, 0.93, 1.17, 1.09, 1.77, 1.89, 1.33, 1.57, 1.23, 1.29,
        1.21, 1.13, 1.2, 1.11, 1.49, 1.61, 0.89, 0.79, 1.09, 1.19, 1.03, 0.96, 1.07, 1.25, 0.89,
        0.87, 1.39, 1.36, 0.96, 0.86, 1.06, 1.03, 1.17, 0.86, 0.9, 0.8, 1.39, 1.22, 0.91, 0.86,
        2.28, 2.25, 0.9, 0.87, 1.34, 1.3, 1.32, 1.04, 1.02, 0.92, 1.04, 1.01, 1.27, 1.21, 1.08,
        1.11, 1.1, 1.21, 1.39, 1.54, 1.07, 0.99, 0.79, 0.79, 1.02, 1.06, 0.94, 1.02, 1.99, 2.15,
        0.7, 0.56, 0.84, 1.01, 0.66, 0.59, 1.1, 1.17, 0.9, 0.82, 2.06, 2.09, 1.31, 1.44, 1.03, 1.22,
        1.61, 1.77, 1.52, 1.6, 1.11, 1.13, 0.85, 1.06, 1.2, 1.38, 1.09, 1.24, 1.27, 1.29, 2.06,
        2.08, 1.21, 1.31, 0.77, 0.82, 1.06, 1.28, 1.02, 1.15, 1, 1.04, 1.47, 1.51, 0.97, 1.13, 1.7,
        1.84, 1.78, 1.94, 0.93, 1.32, 0.92, 1.36, 1.59, 1.88, 0.68, 0.73, 0.7, 0.78, 1.08, 1.01,
        0.83, 0.9, 1.17, 1.3, 0.98, 0.96, 0.77, 0.61, 0.91, 1.27, 1.1, 1.05, 0.8, 1.12, 0.85, 0.72,
        0.82, 0.87
    };

    private static double[] every(double[] values, int from) {
        return IntStream.range(0, values.length / 2)
                .mapToDouble(i -> values[2 * i + from])
                .toArray();
    }

    /// mcr's `mcreg(method.reg = "PaBa", method.ci = "analytical")` of its creatinine table, as
    /// printed by Wicklin, "Passing-Bablok regression in SAS" (2022). mcr takes a neighbouring
    /// slope for the upper end.
    @Test
    void creatinineIsThatOfMcr() {
        PassingBablok line =
                PassingBablok.of(every(CREATININE, 0), every(CREATININE, 1), 0.95, Progress.NONE);
        assertThat(line.slope()).isCloseTo(1.0880089, within(5e-8));
        assertThat(line.intercept()).isCloseTo(-0.1171729, within(5e-8));
        assertThat(line.slopeInterval().lower()).isCloseTo(1.0000000, within(5e-8));
        assertThat(line.slopeInterval().upper()).isCloseTo(1.173005, within(1e-4));
        assertThat(line.interceptInterval().lower()).isCloseTo(-0.2001149, within(2e-4));
        assertThat(line.interceptInterval().upper()).isCloseTo(-0.020000, within(5e-7));
    }

    @Test
    void theLineIsTheSameSeenFromBothSides() {
        double[] x = every(CREATININE, 0);
        double[] y = every(CREATININE, 1);
        PassingBablok one = PassingBablok.of(x, y, 0.95, Progress.NONE);
        PassingBablok other = PassingBablok.of(y, x, 0.95, Progress.NONE);
        assertThat(other.slope()).isCloseTo(1 / one.slope(), within(2e-4));
    }

    @Test
    void manyPointsAreThinnedAndStillHoldTheTruth() {
        RandomGenerator random = Streams.of(4, 2);
        double[] x = new double[20_000];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double truth = 10 + 3 * random.nextGaussian();
            x[i] = truth + 0.3 * random.nextGaussian();
            y[i] = 1 + 1.1 * truth + 0.33 * random.nextGaussian();
        }
        PassingBablok line = PassingBablok.of(x, y, 0.999, Progress.NONE);
        assertThat(line.points()).isEqualTo(PassingBablok.MOST_POINTS);
        assertThat(line.slopeInterval().contains(1.1)).isTrue();
        assertThat(line.interceptInterval().contains(1)).isTrue();
    }

    @Test
    void onePointHasNoLine() {
        PassingBablok line =
                PassingBablok.of(new double[] {1}, new double[] {2}, 0.95, Progress.NONE);
        assertThat(line.slope()).isNaN();
        assertThat(line.intercept()).isNaN();
    }
}
