package org.counterpoise.engine.stats.mixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.stats.LogisticFit;
import org.junit.jupiter.api.Test;

import java.util.random.RandomGenerator;

class LogisticMixedTest {
    /// lme4's cbpp: cases of contagious bovine pleuropneumonia in 15 herds over four periods
    /// (Lesnoff et al. 2004).
    private static final int[] CASES = {
        2, 3, 4, 0, 3, 1, 1, 8, 2, 0, 2, 2, 0, 2, 0, 5, 0, 0, 1, 3, 0, 0, 1, 8, 1, 3, 0, 12, 2, 0,
        0, 0, 1, 1, 0, 2, 0, 5, 3, 1, 2, 1, 0, 0, 1, 2, 0, 0, 11, 0, 0, 0, 1, 1, 1, 0
    };

    private static final int[] ANIMALS = {
        14, 12, 9, 5, 22, 18, 21, 22, 16, 16, 20, 10, 10, 9, 6, 18, 25, 24, 4, 17, 17, 18, 20, 16,
        10, 9, 5, 34, 9, 6, 8, 6, 22, 22, 18, 22, 25, 27, 22, 22, 10, 8, 6, 5, 21, 24, 19, 23, 19,
        2, 3, 2, 19, 15, 15, 15
    };

    /// Periods in each herd; the eighth was seen once, the second three times.
    private static final int[] PERIODS = {4, 3, 4, 4, 4, 4, 4, 1, 4, 4, 4, 4, 4, 4, 4};

    @Test
    void cattleAreThoseOfLme4() {
        int n = CASES.length;
        int[] herds = new int[n];
        double[][] x = new double[4][n];
        int row = 0;
        for (int herd = 0; herd < PERIODS.length; herd++) {
            for (int period = 0; period < PERIODS[herd]; period++) {
                herds[row] = herd;
                x[0][row] = 1;
                if (period > 0) {
                    x[period][row] = 1;
                }
                row++;
            }
        }
        assertThat(row).isEqualTo(n);
        LogisticMixed fit =
                LogisticMixed.fit(x, CASES, ANIMALS, herds, PERIODS.length, Progress.NONE);
        // lme4's search stops a little early: MixedModels.jl prints -1.3985 for the first, and a
        // log-likelihood of -92.0263.
        double[] beta = {-1.3983, -0.9919, -1.1282, -1.5797};
        double[] errors = {0.2312, 0.3032, 0.3228, 0.4220};
        for (int i = 0; i < 4; i++) {
            assertThat(fit.beta()[i]).isCloseTo(beta[i], within(1e-3));
            // lme4's take σ as known.
            assertThat(Math.sqrt(fit.covariance()[i][i])).isCloseTo(errors[i], within(6e-3));
        }
        assertThat(fit.deviation()).isCloseTo(0.6421, within(1e-3));
        assertThat(fit.logLikelihood()).isCloseTo(-92.0266, within(4e-4));
        assertThat(fit.varianceP()).isLessThan(0.001);
        assertThat(fit.converged()).isTrue();
    }

    /// Groups that do not differ: ordinary logistic regression.
    @Test
    void withoutDifferencesItIsLogisticRegression() {
        int n = 600;
        double[] ones = KnownTables.column(n, i -> 1);
        double[] x = KnownTables.column(n, i -> i % 3);
        int[] successes = KnownTables.groups(n, i -> i / 3 % 10 < 3 + i % 3 ? 1 : 0);
        int[] trials = KnownTables.groups(n, i -> 1);
        int[] groups = KnownTables.groups(n, i -> i / 30);
        LogisticMixed fit =
                LogisticMixed.fit(
                        new double[][] {ones, x}, successes, trials, groups, 20, Progress.NONE);
        byte[] y = new byte[n];
        for (int i = 0; i < n; i++) {
            y[i] = (byte) successes[i];
        }
        LogisticFit plain = LogisticFit.of(new double[][] {x}, y, 0, Progress.NONE);
        assertThat(fit.deviation()).isLessThan(1e-3);
        assertThat(fit.varianceP()).isEqualTo(1);
        for (int i = 0; i < 2; i++) {
            assertThat(fit.beta()[i]).isCloseTo(plain.coefficients()[i], within(1e-6));
            assertThat(Math.sqrt(fit.covariance()[i][i]))
                    .isCloseTo(plain.standardErrors()[i], within(1e-5));
        }
    }

    @Test
    void theGradientIsThatOfTheValue() {
        RandomGenerator random = Streams.of(8, 1);
        int n = 200;
        double[][] x = {KnownTables.column(n, i -> 1), random.doubles(n).toArray()};
        int[] trials = KnownTables.groups(n, i -> 1 + i % 3);
        int[] successes = KnownTables.groups(n, i -> i % 7 == 0 ? 1 : 0);
        LaplaceLikelihood likelihood =
                new LaplaceLikelihood(
                        x,
                        successes,
                        trials,
                        KnownTables.groups(n, i -> i % 25),
                        25,
                        Progress.NONE);
        double[] at = {-1, 0.4, 0.8};
        double[] gradient = likelihood.at(at).gradient();
        for (int i = 0; i < 3; i++) {
            double more = likelihood.at(Curvature.moved(at, i, 1e-5)).value();
            double less = likelihood.at(Curvature.moved(at, i, -1e-5)).value();
            assertThat(gradient[i]).isCloseTo((more - less) / 2e-5, within(1e-6));
        }
    }

    @Test
    void separatedClassesAreTold() {
        int n = 60;
        double[][] x = {KnownTables.column(n, i -> 1), KnownTables.column(n, i -> i % 2)};
        LogisticMixed fit =
                LogisticMixed.fit(
                        x,
                        KnownTables.groups(n, i -> i % 2),
                        KnownTables.groups(n, i -> 1),
                        KnownTables.groups(n, i -> i / 6),
                        10,
                        Progress.NONE);
        assertThat(fit.converged()).isFalse();
    }
}
