package org.counterpoise.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Streams;
import org.junit.jupiter.api.Test;

import java.util.random.RandomGenerator;

class MantelHaenszelTest {

    /// Admissions to Berkeley in 1973 by sex and department (Bickel et al. 1975), R's
    /// `mantelhaen.test(UCBAdmissions, correct = FALSE)`: X-squared = 1.5246, p = 0.2169.
    @Test
    void berkeleyIsAsInR() {
        long[][] admitted = {{512, 89}, {353, 17}, {120, 202}, {138, 131}, {53, 94}, {22, 24}};
        long[][] sizes = {{825, 108}, {560, 25}, {325, 593}, {417, 375}, {191, 393}, {373, 341}};
        MantelHaenszel test = MantelHaenszel.of(admitted, sizes);
        assertThat(test.z() * test.z()).isCloseTo(1.5246, within(5e-5));
        assertThat(test.z()).isNegative();
        assertThat(test.p()).isCloseTo(0.2169, within(5e-5));
    }

    /// With one stratum and equal shares Sato's variance is pq (1/n + 1/m).
    @Test
    void oneStratumIsAPlainDifference() {
        MantelHaenszel test = MantelHaenszel.of(new long[][] {{30, 60}}, new long[][] {{100, 200}});
        assertThat(test.difference()).isCloseTo(0, within(1e-12));
        assertThat(test.error()).isCloseTo(Math.sqrt(0.21 * (0.01 + 0.005)), within(1e-12));
    }

    @Test
    void theIntervalCoversInSparseStrata() {
        int covered = 0;
        for (int sample = 0; sample < 500; sample++) {
            RandomGenerator random = Streams.of(12, sample);
            long[][] events = new long[60][2];
            long[][] sizes = new long[60][2];
            for (int s = 0; s < 60; s++) {
                sizes[s] = new long[] {3, 5};
                double base = 0.1 + 0.5 * random.nextDouble();
                for (int i = 0; i < 3; i++) {
                    events[s][0] += random.nextDouble() < base + 0.15 ? 1 : 0;
                }
                for (int i = 0; i < 5; i++) {
                    events[s][1] += random.nextDouble() < base ? 1 : 0;
                }
            }
            covered += MantelHaenszel.of(events, sizes).interval(0.95).contains(0.15) ? 1 : 0;
        }
        // 95 % of 500 is 475, with a standard error of 4.9.
        assertThat(covered).isBetween(460, 490);
    }

    @Test
    void noCommonStratumIsUndefined() {
        MantelHaenszel test =
                MantelHaenszel.of(new long[][] {{1, 0}, {0, 1}}, new long[][] {{2, 0}, {0, 2}});
        assertThat(test.p()).isNaN();
        assertThat(test.interval(0.95).defined()).isFalse();
    }
}
