package org.counterpoise.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

/// Against R's nlme and the closed forms of balanced designs.
class RandomInterceptTest {
    /// nlme's Rail: travel times of six rails, three each.
    private static final double[] RAIL = {
        55, 53, 54, 26, 37, 32, 78, 91, 85, 92, 100, 96, 49, 51, 50, 80, 85, 83
    };

    private static RandomIntercept rail(boolean restricted) {
        double[][] ones = new double[RAIL.length][];
        int[] rails = new int[RAIL.length];
        for (int i = 0; i < RAIL.length; i++) {
            ones[i] = new double[] {1};
            rails[i] = i / 3;
        }
        return RandomIntercept.fit(ones, RAIL, rails, 6, restricted);
    }

    @Test
    void railByRestrictedLikelihoodIsThatOfNlme() {
        RandomIntercept fit = rail(true);
        assertThat(fit.beta()[0]).isCloseTo(66.5, within(1e-9));
        assertThat(fit.between()).isCloseTo(24.8054653131966, within(1e-5));
        assertThat(fit.within()).isCloseTo(4.02077936290018, within(1e-6));
        assertThat(fit.logLikelihood()).isCloseTo(-61.0885004042987, within(1e-9));
        assertThat(fit.intercepts()[1]).isCloseTo(-34.5309, within(5e-5));
        assertThat(fit.varianceP()).isLessThan(1e-6);
    }

    @Test
    void railByFullLikelihoodIsThatOfNlme() {
        RandomIntercept fit = rail(false);
        assertThat(fit.between()).isCloseTo(22.6243477496147, within(1e-5));
        assertThat(fit.logLikelihood()).isCloseTo(-64.2800184692173, within(1e-9));
    }

    /// One way, balanced: Satterthwaite's freedom of the mean is that of rails, 6 − 1.
    @Test
    void freedomOfTheMeanOfABalancedDesignIsGroupsLessOne() {
        assertThat(rail(true).freedom()[0]).isCloseTo(5, within(1e-3));
    }

    /// Two treatments within each block: the paired t-test (Student), to every digit.
    @Test
    void aTreatmentWithinBlocksIsThePairedTest() {
        double[] first = {3.1, 4.0, 5.2, 6.9, 8.1, 2.2};
        double[] second = {3.9, 4.4, 6.5, 7.1, 9.0, 3.4};
        double[][] x = new double[12][];
        double[] y = new double[12];
        int[] blocks = new int[12];
        double[] d = new double[6];
        for (int i = 0; i < 6; i++) {
            x[2 * i] = new double[] {1, 0};
            x[2 * i + 1] = new double[] {1, 1};
            y[2 * i] = first[i];
            y[2 * i + 1] = second[i];
            blocks[2 * i] = i;
            blocks[2 * i + 1] = i;
            d[i] = second[i] - first[i];
        }
        double mean = Arrays.stream(d).average().orElseThrow();
        double squares = Arrays.stream(d).map(v -> (v - mean) * (v - mean)).sum();
        RandomIntercept fit = RandomIntercept.fit(x, y, blocks, 6, true);
        assertThat(fit.beta()[1]).isCloseTo(mean, within(1e-9));
        assertThat(fit.errors()[1]).isCloseTo(Math.sqrt(squares / 5 / 6), within(1e-6));
        assertThat(fit.freedom()[1]).isCloseTo(5, within(1e-2));
    }

    /// Groups whose means differ less than chance makes them: the variance between is 0.
    @Test
    void noVarianceBetweenGroupsIsNone() {
        double[][] ones = new double[8][];
        Arrays.setAll(ones, i -> new double[] {1});
        RandomIntercept fit =
                RandomIntercept.fit(
                        ones,
                        new double[] {1, 5, 2, 4, 0, 6, 3, 3},
                        new int[] {0, 0, 1, 1, 2, 2, 3, 3},
                        4,
                        true);
        assertThat(fit.between()).isZero();
        assertThat(fit.varianceP()).isEqualTo(1);
        assertThat(fit.errors()[0]).isCloseTo(Math.sqrt(28.0 / 7 / 8), within(1e-12));
    }
}
