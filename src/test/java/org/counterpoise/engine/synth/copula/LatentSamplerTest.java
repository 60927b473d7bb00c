package org.counterpoise.engine.synth.copula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.stats.Normal;
import org.junit.jupiter.api.Test;

import java.util.SplittableRandom;

class LatentSamplerTest {
    private static final double FREE = Double.POSITIVE_INFINITY;

    private static double[] means(double rho, double low, int draws) {
        LatentSampler sampler =
                new LatentSampler(
                        new double[][] {{1, rho}, {rho, 1}},
                        Mixing.NONE,
                        new double[] {low, low},
                        new double[] {FREE, FREE});
        SplittableRandom random = new SplittableRandom(2);
        double[] z = new double[2];
        double[] work = new double[2];
        double[] sums = new double[2];
        for (int i = 0; i < draws; i++) {
            sampler.draw(z, work, random);
            assertThat(z[0]).isGreaterThanOrEqualTo(low);
            assertThat(z[1]).isGreaterThanOrEqualTo(low);
            sums[0] += z[0] / draws;
            sums[1] += z[1] / draws;
        }
        return sums;
    }

    @Test
    void intervalsThatHardlyOccurTogetherAreStillDrawnRight() {
        // ρ = -0.9, both at least 1: probability 1.45e-7, E = 1.08845 by SciPy's dblquad.
        double[] means = means(-.9, 1, 4000);
        assertThat(means[0]).isCloseTo(1.088450752103306, within(.006));
        assertThat(means[1]).isCloseTo(1.088450752103306, within(.006));
    }

    @Test
    void likelyIntervalsAreDrawnRight() {
        // ρ = 0.5, both at least 0: P = 1/3, E = φ(0)(1 + ρ)/(2P) (Rosenbaum 1961).
        double expected = 1.5 / (2 * Math.sqrt(2 * Math.PI)) * 3;
        assertThat(means(.5, 0, 40_000)[0]).isCloseTo(expected, within(.015));
    }

    @Test
    void farTailsAreDrawnWithoutLosingPrecision() {
        SplittableRandom random = new SplittableRandom(3);
        double sum = 0;
        for (int i = 0; i < 20_000; i++) {
            double z = Normal.truncated(10, FREE, random);
            assertThat(z).isGreaterThanOrEqualTo(10);
            sum += z / 20_000;
        }
        // φ(10)/(1 − Φ(10)) by the asymptotic series of Mills' ratio.
        assertThat(sum).isCloseTo(10.0981, within(.005));
        assertThat(Normal.truncated(50, 60, random)).isBetween(50., 60.);
    }
}
