package org.counterpoise.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TableUtilityTest {

    @Test
    void equalSharesAreOfFullUtilityWhateverTheSizes() {
        TableUtility utility = TableUtility.of(new long[] {10, 20, 0}, new long[] {30, 60, 0});
        assertThat(utility.degreesOfFreedom()).isEqualTo(1);
        assertThat(utility.voasWilliamson()).isZero();
        assertThat(utility.standardised()).isZero();
        assertThat(utility.jensenShannon()).isZero();
    }

    /// With no cell in common every distance is at its end, and the propensity is 0 or 1: pMSE is
    /// c(1 − c).
    @Test
    void disjointTablesAreAtTheEndOfEveryScale() {
        TableUtility utility = TableUtility.of(new long[] {30, 0}, new long[] {0, 10});
        assertThat(utility.jensenShannon()).isCloseTo(1, within(1e-12));
        assertThat(utility.absoluteDifference()).isCloseTo(2, within(1e-12));
        assertThat(utility.bhattacharyya()).isCloseTo(1, within(1e-12));
        assertThat(utility.pmse()).isCloseTo(0.25 * 0.75, within(1e-12));
    }

    @Test
    void anEmptyTableIsUndefined() {
        TableUtility utility = TableUtility.of(new long[] {3, 4}, new long[] {0, 0});
        assertThat(utility.pmse()).isNaN();
        assertThat(utility.jensenShannon()).isNaN();
    }
}
