package org.counterpoise.engine.learn.downstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.finding.Interval;
import org.junit.jupiter.api.Test;

class PairedDifferenceTest {

    @Test
    void oneVarianceAloneGivesStudentsInterval() {
        // R: 0.3 + c(-1, 1) * qt(0.975, 19) * 0.1 = 0.0906976, 0.5093024
        PairedDifference difference = PairedDifference.of(0.3, 0, 200, 0.01, 20, 50);
        Interval interval = difference.interval(0.95);
        assertThat(interval.lower()).isCloseTo(0.0906976, within(1e-6));
        assertThat(interval.upper()).isCloseTo(0.5093024, within(1e-6));
    }

    @Test
    void twoVariancesHaveSatterthwaitesDegreesOfFreedom() {
        // (0.01 + 0.03)² / (0.01²/199 + 0.03²/19)
        PairedDifference difference = PairedDifference.of(0.3, 0.01, 200, 0.03, 20, 50);
        assertThat(difference.freedom()).isCloseTo(33.4233, within(1e-4));
        assertThat(difference.error()).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void theRowsItNeedsBringTheLimitToTheThreshold() {
        PairedDifference difference = PairedDifference.of(0, 0.04, 1_000_000, 0, 2, 100);
        long rows = difference.rowsFor(-0.1, 0.95).orElseThrow();
        // Normal: (1.959964 · 0.2 / 0.1)² · 100
        assertThat(rows).isCloseTo(1537, within(2L));
        PairedDifference more = PairedDifference.of(0, 0.04 * 100 / rows, 1_000_000, 0, 2, rows);
        assertThat(more.interval(0.95).lower()).isCloseTo(-0.1, within(1e-4));
    }

    @Test
    void noNumberOfRowsSettlesWhatChanceInTrainingLeavesOpen() {
        PairedDifference difference = PairedDifference.of(0, 0.001, 200, 0.04, 20, 100);
        assertThat(difference.rowsFor(-0.1, 0.95)).isEmpty();
    }
}
