package org.counterpoise.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AssociationTest {
    private static final double NAN = Double.NaN;

    @Test
    void pearsonMatchesAnscombesQuartet() {
        // Anscombe 1973: all four sets have r = 0.816.
        double[] x = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
        double[] y = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};
        assertThat(Association.pearson(x, y)).isCloseTo(0.8164205163448399, within(1e-12));
    }

    @Test
    void pearsonUsesTheRowsInWhichBothArePresent() {
        assertThat(Association.pearson(new double[] {1, 2, 3, NAN}, new double[] {2, 4, 6, 99}))
                .isCloseTo(1, within(1e-15));
        assertThat(Association.pearson(new double[] {1, NAN}, new double[] {NAN, 2})).isNaN();
    }

    @Test
    void associationWithAConstantIsUndefined() {
        double[] constant = {0.1, 0.1, 0.1};
        double[] varying = {1, 2, 3};
        assertThat(Association.pearson(constant, varying)).isNaN();
        assertThat(Association.spearman(constant, varying)).isNaN();
        assertThat(Association.cramersV(new int[] {0, 0, 0}, new int[] {0, 1, 0})).isNaN();
        assertThat(Association.correlationRatio(new int[] {0, 0, 0}, varying)).isNaN();
        assertThat(Association.correlationRatio(new int[] {0, 1, 0}, constant)).isNaN();
    }

    @Test
    void spearmanUsesMidranksForTies() {
        // Ranks 1, 2.5, 2.5, 4 against 1, 3, 2, 4: cov 4.5, variances 4.5 and 5.
        assertThat(Association.spearman(new double[] {10, 20, 20, 30}, new double[] {1, 3, 2, 9}))
                .isCloseTo(4.5 / Math.sqrt(4.5 * 5), within(1e-12));
        assertThat(Association.spearman(new double[] {1, 2, 3, 4}, new double[] {1, 8, 27, 64}))
                .isCloseTo(1, within(1e-15));
    }

    @Test
    void spearmanRanksAnewAmongTheCompleteRows() {
        double[] x = {5, 1, 2, 3, 100};
        double[] y = {NAN, 30, 20, 10, NAN};
        assertThat(Association.spearman(x, y)).isCloseTo(-1, within(1e-15));
    }

    @Test
    void correlationRatioIsTheShareOfVarianceBetweenGroups() {
        // The example of Fisher's correlation ratio: algebra 45 70 29 15 21, geometry 40 20 30 42,
        // statistics 65 95 80 70 85 73; η² = 6780/9640.
        int[] groups = {0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2};
        double[] marks = {45, 70, 29, 15, 21, 40, 20, 30, 42, 65, 95, 80, 70, 85, 73};
        assertThat(Association.correlationRatio(groups, marks))
                .isCloseTo(Math.sqrt(6780.0 / 9640), within(1e-12));
    }
}
