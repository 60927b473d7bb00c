package org.counterpoise.engine.collapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.collapse.CollapseSettings.Mode;
import org.junit.jupiter.api.Test;

import java.util.random.RandomGenerator;

/// Chains of Gaussian fits, of which theory says what they lose.
class ChainTest {
    private static final int ROWS = 5;
    private static final int GENERATIONS = 4;
    private static final int CHAINS = 3_000;

    private static Chain chain(Mode mode, int seed) {
        RandomGenerator random = Streams.of(seed, 0);
        double[] x = random.doubles(ROWS).map(_ -> random.nextGaussian()).toArray();
        return Chain.run(
                new GaussianFit(),
                GaussianFit.table(x),
                new GaussianFit.None(),
                new CollapseSettings(GENERATIONS, mode, 0, 1_000, 0.05, 19),
                seed,
                Progress.NONE);
    }

    /// Mean over many chains of what the last generation keeps of the variance.
    private static double kept(Mode mode) {
        double sum = 0;
        for (int seed = 0; seed < CHAINS; seed++) {
            sum += chain(mode, seed).generations().getLast().kept(Quantity.VARIANCE);
        }
        return sum / CHAINS;
    }

    /// A sample of n of a Gaussian has an expected maximum-likelihood variance of 1 − 1/n of it.
    @Test
    void withoutRealRowsTheVarianceFallsByOneOverNEachTime() {
        double expected = Math.pow(1 - 1.0 / ROWS, GENERATIONS);
        assertThat(kept(Mode.REPLACE)).isCloseTo(expected, within(0.045));
    }

    /// Pooling block k with k − 1 before it: the expected variance of the pool falls by
    /// 1 − 1/(n k²), and a block drawn from a pool by 1 − 1/n.
    @Test
    void withAllRowsKeptTheVarianceFallsToALimit() {
        double expected = 1 - 1.0 / ROWS;
        for (int k = 2; k <= GENERATIONS; k++) {
            expected *= 1 - 1.0 / (ROWS * k * k);
        }
        assertThat(kept(Mode.ACCUMULATE)).isCloseTo(expected, within(0.045));
    }

    @Test
    void eachGenerationLearnsFromWhatItsModeSays() {
        assertThat(chain(Mode.REPLACE, 1).generations().stream().map(Generation::learnedFrom))
                .containsExactly(0, 5, 5, 5, 5);
        assertThat(chain(Mode.ACCUMULATE, 1).generations().stream().map(Generation::learnedFrom))
                .containsExactly(0, 5, 10, 15, 20);
    }
}
