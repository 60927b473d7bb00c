package org.counterpoise.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.junit.jupiter.api.Test;

import java.util.random.RandomGenerator;

class RandomInterceptLogitTest {
    private static final int CHOICES = 120;
    private final long[] trials = new long[CHOICES];
    private final long[] successes = new long[CHOICES];
    private final double[] x = new double[CHOICES];
    private final double[] chance = new double[CHOICES];

    private void simulate(double slope, double sigma, long seed) {
        RandomGenerator random = Streams.of(seed, 0);
        for (int j = 0; j < CHOICES; j++) {
            trials[j] = 1L + random.nextInt(60);
            x[j] = Math.log(trials[j]);
            successes[j] = 0;
            chance[j] = LogisticFit.logistic(-0.4 + slope * x[j] + sigma * random.nextGaussian());
            for (int i = 0; i < trials[j]; i++) {
                successes[j] += random.nextDouble() < chance[j] ? 1 : 0;
            }
        }
    }

    /// The same likelihood by the trapezoidal rule with 40,000 points over ±10 σ.
    @Test
    void theLikelihoodIsTheIntegral() {
        simulate(0.3, 0.8, 1);
        double brute = 0;
        double sigma = 0.8;
        for (int j = 0; j < CHOICES; j++) {
            double sum = 0;
            double step = 20 * sigma / 40_000;
            for (int i = 0; i <= 40_000; i++) {
                double u = -10 * sigma + i * step;
                double p = LogisticFit.logistic(-0.4 + 0.3 * x[j] + u);
                sum +=
                        Math.exp(
                                        successes[j] * Math.log(p)
                                                + (trials[j] - successes[j]) * Math.log1p(-p)
                                                - u * u / (2 * sigma * sigma))
                                * step;
            }
            brute -= Math.log(sum / (sigma * Math.sqrt(2 * Math.PI)));
        }
        assertThat(RandomInterceptLogit.loss(successes, trials, x, -0.4, 0.3, Math.log(sigma)))
                .isCloseTo(brute, within(1e-5));
    }

    /// Without differences between choices this is ordinary logistic regression.
    @Test
    void withoutDifferencesItIsLogisticRegression() {
        for (int j = 0; j < CHOICES; j++) {
            trials[j] = 40;
            x[j] = j % 3;
            successes[j] = 10L + 5L * (j % 3);
        }
        RandomInterceptLogit fit =
                RandomInterceptLogit.fit(successes, trials, x, 0.95, Progress.NONE);
        int rows = CHOICES * 40;
        byte[] y = new byte[rows];
        double[] column = new double[rows];
        for (int row = 0; row < rows; row++) {
            int j = row / 40;
            column[row] = x[j];
            y[row] = (byte) (row % 40 < successes[j] ? 1 : 0);
        }
        LogisticFit plain =
                LogisticFit.of(
                        new double[][] {column}, y, 0, org.counterpoise.engine.Progress.NONE);
        assertThat(fit.intercept()).isCloseTo(plain.coefficients()[0], within(1e-4));
        assertThat(fit.slope()).isCloseTo(plain.coefficients()[1], within(1e-4));
        assertThat((fit.slopeInterval().upper() - fit.slope()) / Normal.z(0.95))
                .isCloseTo(plain.standardErrors()[1], within(1e-3));
        assertThat(fit.sigma()).isLessThan(0.05);
    }

    /// Over 24 tables: the planted slope lies within its interval about 95 times of 100, and
    /// without a slope the test is significant about 5 times of 100.
    @Test
    void plantedParametersAreRecoveredAndTheTestHoldsItsLevel() {
        int covered = 0;
        int alarms = 0;
        double sigmas = 0;
        int tables = 24;
        for (int seed = 0; seed < tables; seed++) {
            simulate(0.3, 0.8, 100 + seed);
            RandomInterceptLogit fit =
                    RandomInterceptLogit.fit(successes, trials, x, 0.95, Progress.NONE);
            covered += fit.slopeInterval().contains(0.3) ? 1 : 0;
            sigmas += fit.sigma() / tables;
            simulate(0, 0.8, 500 + seed);
            alarms +=
                    RandomInterceptLogit.fit(successes, trials, x, 0.95, Progress.NONE).p() < 0.05
                            ? 1
                            : 0;
        }
        // 99.9 % limits of a binomial with 24 draws at 0.95 and 0.05.
        assertThat(covered).isGreaterThanOrEqualTo(18);
        assertThat(alarms).isLessThanOrEqualTo(6);
        assertThat(sigmas).isCloseTo(0.8, within(0.1));
    }

    @Test
    void fewTrialsAreShrunkTowardsTheOthers() {
        simulate(0, 0.5, 7);
        trials[0] = 2;
        successes[0] = 2;
        RandomInterceptLogit fit =
                RandomInterceptLogit.fit(successes, trials, x, 0.95, Progress.NONE);
        assertThat(fit.shrunken()[0]).isBetween(0.3, 0.8);
        assertThat(fit.shrunkenIntervals()[0].contains(fit.shrunken()[0])).isTrue();
    }

    /// Whether choices differ or not, the true chance of a choice lies in its 95 % interval in
    /// about 95 of 100 cases; with σ held at its maximum, often 0, most would lie outside.
    @Test
    void intervalsOfShrunkenSharesHoldTheirLevel() {
        for (double sigma : new double[] {0, 0.5, 0.8}) {
            int covered = 0;
            int tables = 4;
            for (int seed = 0; seed < tables; seed++) {
                simulate(0.1, sigma, 900 + seed);
                RandomInterceptLogit fit =
                        RandomInterceptLogit.fit(successes, trials, x, 0.95, Progress.NONE);
                for (int j = 0; j < CHOICES; j++) {
                    covered += fit.shrunkenIntervals()[j].contains(chance[j]) ? 1 : 0;
                }
            }
            assertThat((double) covered / (tables * CHOICES))
                    .isBetween(0.92, sigma == 0 ? 1 : 0.985);
        }
    }
}
