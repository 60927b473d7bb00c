package org.counterpoise.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Streams;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.random.RandomGenerator;

class QuantileLimitsTest {
    @Test
    void theIntervalIsThatOfManyResamples() {
        RandomGenerator random = Streams.of(3, 9);
        double[] values = random.doubles(200).map(u -> -Math.log1p(-u)).toArray();
        QuantileLimits limits = QuantileLimits.of(values, 0.95, 0.95);
        double[] draws = new double[4000];
        for (int i = 0; i < draws.length; i++) {
            double[] resample = random.ints(200, 0, 200).mapToDouble(j -> values[j]).toArray();
            Arrays.sort(resample);
            // The order statistic next to the 97.5 % quantile of 200 values.
            draws[i] = resample[194];
        }
        Arrays.sort(draws);
        assertThat(limits.upperInterval().lower()).isCloseTo(draws[100], within(0.05));
        assertThat(limits.upperInterval().upper()).isCloseTo(draws[3900], within(0.05));
    }

    @Test
    void theIntervalHoldsTheTruth() {
        int held = 0;
        for (int seed = 0; seed < 200; seed++) {
            double[] values = Streams.of(6, seed).doubles(400).map(u -> -Math.log1p(-u)).toArray();
            held +=
                    QuantileLimits.of(values, 0.95, 0.95).upperInterval().contains(-Math.log(0.025))
                            ? 1
                            : 0;
        }
        // 95 % ± four standard errors of 200 samples.
        assertThat(held).isBetween(177, 200);
    }
}
