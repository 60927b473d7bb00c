package org.counterpoise.engine.synth.copula.vine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.counterpoise.engine.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;

/// Pair copulas against their distribution functions and each other.
class PairCopulaTest {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double[] SCORES = {-2.2, -1, -.3, .4, 1.3, 2.1};

    record Closed(PairCopula copula, DoubleBinaryOperator distribution) {
        @Override
        public String toString() {
            return copula.name();
        }
    }

    /// Distribution functions as in Nelsen 2006, table 4.1.
    static Stream<Closed> closed() {
        return Stream.of(
                new Closed(
                        new ClaytonPair(2.5),
                        (u, v) -> Math.pow(Math.pow(u, -2.5) + Math.pow(v, -2.5) - 1, -1 / 2.5)),
                new Closed(
                        new GumbelPair(1.8),
                        (u, v) ->
                                Math.exp(
                                        -Math.pow(
                                                Math.pow(-Math.log(u), 1.8)
                                                        + Math.pow(-Math.log(v), 1.8),
                                                1 / 1.8))),
                new Closed(new FrankPair(5), (u, v) -> frank(u, v, 5)),
                new Closed(new FrankPair(-4), (u, v) -> frank(u, v, -4)),
                new Closed(
                        new TurnedPair(new ClaytonPair(1.5), true, true),
                        (u, v) ->
                                u
                                        + v
                                        - 1
                                        + Math.pow(
                                                Math.pow(1 - u, -1.5) + Math.pow(1 - v, -1.5) - 1,
                                                -1 / 1.5)),
                new Closed(
                        new TurnedPair(new ClaytonPair(1.5), true, false),
                        (u, v) ->
                                v
                                        - Math.pow(
                                                Math.pow(1 - u, -1.5) + Math.pow(v, -1.5) - 1,
                                                -1 / 1.5)));
    }

    private static double frank(double u, double v, double theta) {
        return -1
                / theta
                * Math.log(
                        1
                                + (Math.exp(-theta * u) - 1)
                                        * (Math.exp(-theta * v) - 1)
                                        / (Math.exp(-theta) - 1));
    }

    @ParameterizedTest
    @MethodSource("closed")
    void hFunctionsAreTheDerivativesOfTheDistributionFunction(Closed closed) {
        double step = 1e-6;
        for (double x : SCORES) {
            for (double y : SCORES) {
                double u = NORMAL.cumulativeProbability(x);
                double v = NORMAL.cumulativeProbability(y);
                DoubleBinaryOperator c = closed.distribution();
                double byV =
                        (c.applyAsDouble(u, v + step) - c.applyAsDouble(u, v - step)) / (2 * step);
                double byU =
                        (c.applyAsDouble(u + step, v) - c.applyAsDouble(u - step, v)) / (2 * step);
                assertThat(NORMAL.cumulativeProbability(closed.copula().first(x, y)))
                        .isCloseTo(byV, within(2e-6));
                assertThat(NORMAL.cumulativeProbability(closed.copula().second(y, x)))
                        .isCloseTo(byU, within(2e-6));
                double wide = 1e-4;
                double density =
                        (c.applyAsDouble(u + wide, v + wide)
                                        - c.applyAsDouble(u - wide, v + wide)
                                        - c.applyAsDouble(u + wide, v - wide)
                                        + c.applyAsDouble(u - wide, v - wide))
                                / (4 * wide * wide);
                assertThat(Math.exp(closed.copula().logDensity(x, y)))
                        .isCloseTo(density, within(1e-3 * (1 + density)));
            }
        }
    }

    static Stream<PairCopula> copulas() {
        return Stream.concat(
                closed().map(Closed::copula),
                Stream.of(
                        new IndependentPair(),
                        new GaussianPair(.7),
                        new GaussianPair(-.3),
                        new StudentPair(.6, 3),
                        new StudentPair(-.5, 7.5),
                        new TurnedPair(new GumbelPair(2.2), false, true),
                        new GumbelPair(6),
                        new ClaytonPair(.05)));
    }

    @ParameterizedTest
    @MethodSource("copulas")
    void inversesUndoHFunctions(PairCopula copula) {
        for (double x : SCORES) {
            for (double y : SCORES) {
                double p = copula.first(x, y);
                if (Math.abs(p) < 6) {
                    assertThat(copula.firstInverse(p, y)).isCloseTo(x, within(1e-5));
                }
                double q = copula.second(y, x);
                if (Math.abs(q) < 6) {
                    assertThat(copula.secondInverse(q, x)).isCloseTo(y, within(1e-5));
                }
            }
        }
    }

    /// `P(X ≤ x | Y = y)` is the integral of the density over the ranks up to x.
    @ParameterizedTest
    @MethodSource("copulas")
    void hFunctionsAreTheIntegralsOfTheDensity(PairCopula copula) {
        for (double y : new double[] {-1.5, .2, 1.1}) {
            for (double x : new double[] {-.8, .5, 1.4}) {
                double sum = 0;
                double step = .001;
                for (double s = -8 + step / 2; s < x; s += step) {
                    sum += Math.exp(copula.logDensity(s, y)) * NORMAL.density(s) * step;
                }
                assertThat(NORMAL.cumulativeProbability(copula.first(x, y)))
                        .isCloseTo(sum, within(1e-3));
            }
        }
    }

    /// Aas et al. 2009, B.2: `h = t_{ν+1}((x - ρy) / √((ν + y²)(1 - ρ²)/(ν + 1)))`.
    @Test
    void theHFunctionOfTheTCopulaIsThePublishedOne() {
        double rho = .6;
        double freedom = 3;
        TDistribution student = TDistribution.of(freedom);
        TDistribution next = TDistribution.of(freedom + 1);
        StudentPair copula = new StudentPair(rho, freedom);
        for (double u : new double[] {.001, .1, .5, .83, .999}) {
            for (double v : new double[] {.002, .3, .6, .97}) {
                double a = student.inverseCumulativeProbability(u);
                double b = student.inverseCumulativeProbability(v);
                double spread = Math.sqrt((freedom + b * b) * (1 - rho * rho) / (freedom + 1));
                double expected = next.cumulativeProbability((a - rho * b) / spread);
                double x = NORMAL.inverseCumulativeProbability(u);
                double y = NORMAL.inverseCumulativeProbability(v);
                assertThat(NORMAL.cumulativeProbability(copula.first(x, y)))
                        .isCloseTo(expected, within(1e-6));
            }
        }
    }

    static Stream<PairCopula> planted() {
        return Stream.of(
                new GaussianPair(.5),
                new StudentPair(.5, 3),
                new ClaytonPair(1.5),
                new TurnedPair(new ClaytonPair(1.5), true, true),
                new TurnedPair(new ClaytonPair(1.5), true, false),
                new TurnedPair(new GumbelPair(1.7), false, true),
                new GumbelPair(1.7),
                new FrankPair(5),
                new FrankPair(-6));
    }

    @ParameterizedTest
    @MethodSource("planted")
    void thePlantedFamilyIsChosen(PairCopula copula) {
        SplittableRandom random = new SplittableRandom(4);
        double[] x = new double[6000];
        double[] y = new double[6000];
        for (int i = 0; i < x.length; i++) {
            y[i] = random.nextGaussian();
            x[i] = copula.firstInverse(random.nextGaussian(), y[i]);
        }
        PairCopula chosen = PairChoice.choose(PairSample.of(x, y), Progress.NONE);
        assertThat(chosen.name()).isEqualTo(copula.name());
        PairSample sample = PairSample.of(x, y);
        // Maximum likelihood is at least as likely as the truth.
        assertThat(chosen.logLikelihood(sample))
                .isGreaterThanOrEqualTo(copula.logLikelihood(sample) - .01);
    }

    @Test
    void unrelatedNumbersAreIndependent() {
        SplittableRandom random = new SplittableRandom(7);
        double[] x = random.doubles(3000).map(NORMAL::inverseCumulativeProbability).toArray();
        double[] y = random.doubles(3000).map(NORMAL::inverseCumulativeProbability).toArray();
        assertThat(PairChoice.choose(PairSample.of(x, y), Progress.NONE).name())
                .isEqualTo("independence");
    }
}
