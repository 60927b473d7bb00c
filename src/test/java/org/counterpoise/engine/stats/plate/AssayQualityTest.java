package org.counterpoise.engine.stats.plate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Streams;
import org.counterpoise.engine.finding.Interval;
import org.junit.jupiter.api.Test;

import java.util.random.RandomGenerator;

/// Intervals of the measures of controls, by hand and by simulation.
class AssayQualityTest {

    /// Means 10 and 0, deviations 1, three wells each; the variances worked out by hand.
    @Test
    void intervalsFollowTheDeltaMethod() {
        AssayQuality quality = AssayQuality.of(new double[] {9, 10, 11}, new double[] {-1, 0, 1});
        assertThat(quality.zPrime()).isEqualTo(0.4, within(1e-12));
        around(quality.zPrimeInterval(), 0.4, 0.0474);
        assertThat(quality.ssmd()).isEqualTo(10 / Math.sqrt(2), within(1e-12));
        around(quality.ssmdInterval(), 10 / Math.sqrt(2), 1 / 3.0 + 6.25);
        assertThat(quality.signalWindow()).isEqualTo(4, within(1e-12));
        around(quality.signalWindowInterval(), 4, 2 / 3.0 + 12.25 + 2.25);
    }

    private static void around(Interval interval, double value, double variance) {
        double reach = 1.959963984540054 * Math.sqrt(variance);
        assertThat(interval.lower()).isEqualTo(value - reach, within(1e-9));
        assertThat(interval.upper()).isEqualTo(value + reach, within(1e-9));
    }

    @Test
    void intervalsHoldTheTruthAboutAsOftenAsTheySay() {
        RandomGenerator random = Streams.of(5, 0);
        int[] held = new int[3];
        int rounds = 2000;
        for (int round = 0; round < rounds; round++) {
            AssayQuality q = AssayQuality.of(draw(random, 100, 8), draw(random, 20, 4));
            held[0] += q.zPrimeInterval().contains(1 - 3 * 12 / 80.0) ? 1 : 0;
            held[1] += q.ssmdInterval().contains(80 / Math.sqrt(80)) ? 1 : 0;
            held[2] += q.signalWindowInterval().contains((80 - 36) / 8.0) ? 1 : 0;
        }
        for (int count : held) {
            assertThat(count / (double) rounds).isBetween(0.92, 0.97);
        }
    }

    private static double[] draw(RandomGenerator random, double mean, double deviation) {
        return random.doubles(32).map(_ -> mean + deviation * random.nextGaussian()).toArray();
    }

    @Test
    void oneControlHasNoInterval() {
        AssayQuality quality = AssayQuality.of(new double[] {9}, new double[] {-1, 0, 1});
        assertThat(quality.zPrimeInterval().defined()).isFalse();
        assertThat(quality.ssmdInterval().defined()).isFalse();
    }
}
