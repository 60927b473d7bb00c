package org.counterpoise.engine.stats.mixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.random.RandomGenerator;

class LaplaceLikelihoodTest {
    private static final int P = 3;
    private static final double STEP = 1e-4;

    private static LaplaceLikelihood likelihood() {
        RandomGenerator random = Streams.of(8, 0);
        int n = 240;
        double[][] x = new double[P][n];
        int[] successes = new int[n];
        int[] trials = new int[n];
        int[] groups = new int[n];
        for (int i = 0; i < n; i++) {
            x[0][i] = 1;
            x[1][i] = random.nextGaussian();
            x[2][i] = i % 2;
            groups[i] = random.nextInt(17);
            trials[i] = 1 + random.nextInt(4);
            successes[i] = random.nextInt(trials[i] + 1);
        }
        return new LaplaceLikelihood(x, successes, trials, groups, 17, Progress.NONE);
    }

    /// Gradients and second derivatives are those of the values, by central differences.
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.4, 1.7})
    void derivativesAreThoseOfTheValues(double sigma) {
        LaplaceLikelihood likelihood = likelihood();
        double[] at = {0.3, -0.8, 0.5, sigma};
        double[] gradient = likelihood.at(at).gradient();
        double[][] curvature = likelihood.curvature(at);
        for (int k = 0; k < P; k++) {
            LaplaceLikelihood.Point more = likelihood.at(Curvature.moved(at, k, STEP));
            LaplaceLikelihood.Point less = likelihood.at(Curvature.moved(at, k, -STEP));
            assertThat(gradient[k])
                    .isCloseTo((more.value() - less.value()) / (2 * STEP), within(1e-5));
            for (int l = 0; l < P; l++) {
                double difference = (more.gradient()[l] - less.gradient()[l]) / (2 * STEP);
                assertThat(curvature[k][l]).isCloseTo(difference, within(1e-5));
            }
        }
    }
}
