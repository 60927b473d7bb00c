package org.counterpoise.engine.synth.copula;

import org.counterpoise.engine.stats.Normal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.counterpoise.engine.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Maximum likelihood fits against SciPy 1.17.1 (`fit(x, floc=0)`, sums of `logpdf`).
class BestFitTest {
    private static final double[] X = {.12, .25, .31, .08, .55, .42, .19, .33, .61, .27, .15, .48};

    private static BestFit.Candidate candidate(String name) {
        double[] sorted = X.clone();
        Arrays.sort(sorted);
        return new BestFit(StepScores.of(sorted, Progress.NONE))
                .candidates().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "normal, 4.661556972519185",
        "log-normal, 4.91188896162173",
        "gamma, 5.282912501021867",
        "beta, 5.565681427918298"
    })
    void likelihoodsAreThoseOfTheReference(String name, double logLikelihood) {
        assertThat(candidate(name).aic()).isCloseTo(4 - 2 * logLikelihood, within(1e-6));
    }

    @Test
    void parametersAreThoseOfTheReference() {
        GammaDistribution gamma = (GammaDistribution) candidate("gamma").distribution();
        assertThat(gamma.getShape()).isCloseTo(3.238688765124533, within(1e-4));
        assertThat(gamma.getScale()).isCloseTo(0.09674697263516926, within(1e-5));
        BetaDistribution beta = (BetaDistribution) candidate("beta").distribution();
        assertThat(beta.getAlpha()).isCloseTo(2.3206206509874296, within(1e-4));
        assertThat(beta.getBeta()).isCloseTo(5.089868989718367, within(1e-4));
    }

    @Test
    void theShapeThatMadeTheDataIsChosen() {
        SplittableRandom random = new SplittableRandom(5);
        double[] normal = random.doubles(5000).map(u -> 20 + 3 * Normal.quantile(u)).toArray();
        double[] lognormal = Arrays.stream(normal).map(x -> Math.exp((x - 20) / 3)).toArray();
        double[] uniform = random.doubles(5000, 3, 9).toArray();
        double[] gamma =
                random.doubles(5000)
                        .map(GammaDistribution.of(2, 3)::inverseCumulativeProbability)
                        .toArray();
        assertThat(best(normal)).isEqualTo("normal");
        assertThat(best(lognormal)).isEqualTo("log-normal");
        assertThat(best(uniform)).isEqualTo("uniform");
        assertThat(best(gamma)).isEqualTo("gamma");
    }

    private static String best(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        return new BestFit(StepScores.of(sorted, Progress.NONE)).candidates().getFirst().name();
    }
}
