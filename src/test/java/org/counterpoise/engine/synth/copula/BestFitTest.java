package org.counterpoise.engine.synth.copula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.WeibullDistribution;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.stats.Normal;
import org.counterpoise.engine.synth.Precision;
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
        double[] beta = by(BetaDistribution.of(2, 5));
        assertThat(best(beta)).isEqualTo("beta");
        double[] weibull = by(WeibullDistribution.of(3.5, 2));
        assertThat(best(weibull)).isEqualTo("Weibull");
    }

    private static double[] by(ContinuousDistribution distribution) {
        return new SplittableRandom(6)
                .doubles(5000)
                .map(distribution::inverseCumulativeProbability)
                .toArray();
    }

    @Test
    void weibullParametersSolveTheLikelihoodEquations() {
        WeibullDistribution weibull = (WeibullDistribution) candidate("Weibull").distribution();
        double k = weibull.getShape();
        // Σ xᵏ ln x / Σ xᵏ − 1/k = mean ln x and scaleᵏ = mean xᵏ (Rinne 2008, 11.2).
        double powers = Arrays.stream(X).map(x -> Math.pow(x, k)).sum();
        double logs = Arrays.stream(X).map(x -> Math.pow(x, k) * Math.log(x)).sum();
        double meanLog = Arrays.stream(X).map(Math::log).average().orElseThrow();
        assertThat(logs / powers - 1 / k).isCloseTo(meanLog, within(1e-8));
        assertThat(Math.pow(weibull.getScale(), k)).isCloseTo(powers / X.length, within(1e-8));
        double logLikelihood = Arrays.stream(X).map(weibull::logDensity).sum();
        assertThat(candidate("Weibull").aic()).isCloseTo(4 - 2 * logLikelihood, within(1e-6));
    }

    @Test
    void manyZerosBesidesPositiveNumbersAreZeroInflated() {
        double[] x = by(GammaDistribution.of(2, 3));
        Arrays.fill(x, 0, 1500, 0);
        Arrays.sort(x);
        Marginal marginal =
                BestFit.marginal(StepScores.of(x, Progress.NONE), new Precision(-1)).orElseThrow();
        assertThat(marginal.name()).isEqualTo("zero-inflated gamma");
        SplittableRandom random = new SplittableRandom(8);
        double[] drawn =
                random.doubles(50_000).map(u -> marginal.value(Normal.quantile(u))).toArray();
        double zeros = Arrays.stream(drawn).filter(v -> v == 0).count() / 50_000.0;
        assertThat(zeros).isCloseTo(.3, within(.01));
        // The mean of a gamma distribution of shape 2 and scale 3 is 6.
        double positive = Arrays.stream(drawn).filter(v -> v > 0).average().orElseThrow();
        assertThat(positive).isCloseTo(6, within(.2));
    }

    @Test
    void aKernelDensityKeepsMeanAndBoundsAndRepeatsNoValue() {
        // Exponential: reflection keeps the density at 0, where it is largest.
        double[] x =
                new SplittableRandom(9).doubles(5000).map(u -> -Math.log1p(-u)).sorted().toArray();
        Marginal marginal =
                KernelDensity.marginal(StepScores.of(x, Progress.NONE), new Precision(-1))
                        .orElseThrow();
        SplittableRandom random = new SplittableRandom(10);
        double[] drawn =
                random.doubles(50_000).map(u -> marginal.value(Normal.quantile(u))).toArray();
        assertThat(Arrays.stream(drawn)).allMatch(v -> v >= x[0] && v <= x[x.length - 1]);
        assertThat(Arrays.stream(drawn).average().orElseThrow()).isCloseTo(1, within(.05));
        double low = Arrays.stream(drawn).filter(v -> v < .1).count() / 50_000.0;
        assertThat(low).isCloseTo(-Math.expm1(-.1), within(.015));
        assertThat(Arrays.stream(drawn).distinct().count()).isGreaterThan(49_000);
    }

    private static String best(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        return new BestFit(StepScores.of(sorted, Progress.NONE)).candidates().getFirst().name();
    }
}
