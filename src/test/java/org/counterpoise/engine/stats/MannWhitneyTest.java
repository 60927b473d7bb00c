package org.counterpoise.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Expected values: SciPy 1.18, `mannwhitneyu(use_continuity=False)`, and counting by hand.
class MannWhitneyTest {

    @Test
    void smallSamplesWithoutTiesAreExact() {
        // {1.1, 2.3, 2.9, 4.2, 5.8, 3.3} and {0.4, 2.5, 3.9, 6.1, 7.7, 8.2, 5.5, 4.9}: U = 14
        assertThat(MannWhitney.p(14, 6, 8, 0)).isEqualTo(0.22843822843822847, within(1e-14));
        // The most extreme of the C(4, 2) = 6 orders, on either side.
        assertThat(MannWhitney.p(0, 2, 2, 0)).isEqualTo(2.0 / 6, within(1e-15));
        assertThat(MannWhitney.p(4, 2, 2, 0)).isEqualTo(2.0 / 6, within(1e-15));
        assertThat(MannWhitney.p(2, 2, 2, 0)).isEqualTo(1);
    }

    @Test
    void tiesTakeTheNormalApproximationWithReducedVariance() {
        // {1, 2, 2, 3, 5} and {2, 3, 4, 4, 6, 7}: U = 6.5, ties of 3, 2 and 2
        assertThat(MannWhitney.p(6.5, 5, 6, 24 + 6 + 6))
                .isEqualTo(0.11560643738731947, within(1e-13));
    }

    @Test
    void fiftyInASampleTakesTheNormalApproximation() {
        double variance = 3.0 * 50 * 54 / 12;
        assertThat(MannWhitney.p(20, 3, 50, 0))
                .isEqualTo(Normal.twoSided((20 - 75) / Math.sqrt(variance)));
    }

    @Test
    void nothingToCompareIsUndefined() {
        assertThat(MannWhitney.p(0, 0, 8, 0)).isNaN();
        assertThat(MannWhitney.p(12.5, 5, 5, 990)).isNaN();
    }
}
