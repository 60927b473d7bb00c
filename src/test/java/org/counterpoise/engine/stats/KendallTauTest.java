package org.counterpoise.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KendallTauTest {
    /// The example of SciPy's kendalltau.
    @Test
    void tiesAreThoseOfTauB() {
        assertThat(KendallTau.b(new double[] {12, 2, 1, 12, 2}, new double[] {1, 4, 7, 1, 0}))
                .isCloseTo(-0.4714045207910316, within(1e-15));
    }

    @Test
    void sameAndReversedOrdersAreOneAndMinusOne() {
        double[] up = {1, 2, 3, 4};
        assertThat(KendallTau.b(up, new double[] {0.1, 5, 7, 9})).isEqualTo(1);
        assertThat(KendallTau.b(up, new double[] {9, 7, 5, 0.1})).isEqualTo(-1);
        assertThat(KendallTau.b(up, new double[] {1, 1, 1, 1})).isNaN();
    }
}
