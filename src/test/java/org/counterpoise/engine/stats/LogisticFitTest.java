package org.counterpoise.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Progress;
import org.junit.jupiter.api.Test;

import java.util.Arrays;

class LogisticFitTest {
    /// R's mtcars (Motor Trend 1974): transmission, weight and horsepower.
    private static final byte[] MANUAL = {
        1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1,
        1
    };

    private static final double[] WEIGHT = {
        2.62, 2.875, 2.32, 3.215, 3.44, 3.46, 3.57, 3.19, 3.15, 3.44, 3.44, 4.07, 3.73, 3.78, 5.25,
        5.424, 5.345, 2.2, 1.615, 1.835, 2.465, 3.52, 3.435, 3.84, 3.845, 1.935, 2.14, 1.513, 3.17,
        2.77, 3.57, 2.78
    };

    private static final double[] POWER = {
        110, 110, 93, 110, 175, 105, 245, 62, 95, 123, 123, 180, 180, 180, 205, 215, 230, 66, 52,
        65, 97, 150, 150, 245, 175, 66, 91, 113, 264, 175, 335, 109
    };

    /// R 4.2.2: glm(am ~ wt + hp, binomial, mtcars), epsilon 1e-14. R takes the standard errors at
    /// the last but one iteration, which shows in the seventh digit.
    @Test
    void coefficientsAndStandardErrorsAreThoseOfGlm() {
        LogisticFit fit = LogisticFit.of(new double[][] {WEIGHT, POWER}, MANUAL, 0, Progress.NONE);
        assertThat(fit.converged()).isTrue();
        assertThat(fit.coefficients())
                .containsExactly(
                        new double[] {18.86629871720410, -8.08347518244463, 0.03625559608221655},
                        within(1e-9));
        assertThat(fit.standardErrors())
                .containsExactly(
                        new double[] {7.443558060205254, 3.068675113054696, 0.01773415365076935},
                        within(1e-6));
    }

    /// scikit-learn 1.2.1: LogisticRegression(C=1, solver="newton-cg") on wt and hp/100.
    @Test
    void ridgeIsScikitLearns() {
        double[] hundreds = Arrays.stream(POWER).map(value -> value / 100).toArray();
        LogisticFit fit =
                LogisticFit.of(new double[][] {WEIGHT, hundreds}, MANUAL, 1, Progress.NONE);
        assertThat(fit.coefficients())
                .containsExactly(new double[] {5.68841673, -2.26287629, 0.63513456}, within(1e-6));
    }

    @Test
    void separatedClassesDoNotConverge() {
        LogisticFit fit =
                LogisticFit.of(
                        new double[][] {{1, 2, 3, 4}}, new byte[] {0, 0, 1, 1}, 0, Progress.NONE);
        assertThat(fit.converged()).isFalse();
    }

    @Test
    void linearlyDependentColumnsDoNotConverge() {
        LogisticFit fit = LogisticFit.of(new double[][] {WEIGHT, WEIGHT}, MANUAL, 0, Progress.NONE);
        assertThat(fit.converged()).isFalse();
    }

    @Test
    void noRowsDoNotConverge() {
        assertThat(LogisticFit.of(new double[][] {{}}, new byte[0], 0, Progress.NONE).converged())
                .isFalse();
    }

    /// Closed form: with one indicator per level, each coefficient is a difference of log odds.
    /// Many levels of unequal size must not be taken for linearly dependent columns.
    @Test
    void manyUnequalLevelsAreEstimatedExactly() {
        int levels = 24;
        int rows = 0;
        for (int level = 0; level < levels; level++) {
            rows += size(level);
        }
        double[][] columns = new double[levels - 1][rows];
        byte[] y = new byte[rows];
        int row = 0;
        for (int level = 0; level < levels; level++) {
            for (int i = 0; i < size(level); i++, row++) {
                if (level > 0) {
                    columns[level - 1][row] = 1;
                }
                y[row] = (byte) (i <= level ? 1 : 0);
            }
        }
        LogisticFit fit = LogisticFit.of(columns, y, 0, Progress.NONE);
        assertThat(fit.converged()).isTrue();
        for (int level = 1; level < levels; level++) {
            assertThat(fit.coefficients()[level])
                    .isCloseTo(logOdds(level) - logOdds(0), within(1e-9));
        }
    }

    private static int size(int level) {
        return level == 0 ? 5000 : 30 + 7 * level;
    }

    private static double logOdds(int level) {
        return Math.log((level + 1.0) / (size(level) - level - 1.0));
    }
}
