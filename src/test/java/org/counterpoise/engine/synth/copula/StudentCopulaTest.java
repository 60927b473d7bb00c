package org.counterpoise.engine.synth.copula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.counterpoise.engine.synth.SampleTables.category;
import static org.counterpoise.engine.synth.SampleTables.codes;
import static org.counterpoise.engine.synth.SampleTables.numbers;
import static org.counterpoise.engine.synth.SampleTables.real;
import static org.counterpoise.engine.synth.SampleTables.table;

import org.apache.commons.statistics.distribution.TDistribution;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Binning;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.stats.ChiSquared;
import org.counterpoise.engine.stats.Normal;
import org.counterpoise.engine.stats.StudentScores;
import org.counterpoise.engine.synth.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Planted t copulas are found again.
class StudentCopulaTest {
    private static final int N = 20_000;

    /// Bivariate t with exponential and normal-like marginals left as they come.
    private static double[][] planted(double freedom, double rho, int rows) {
        SplittableRandom random = new SplittableRandom(21);
        double[][] x = new double[2][rows];
        for (int i = 0; i < rows; i++) {
            double factor = Math.sqrt(freedom / ChiSquared.draw(freedom, random));
            double first = random.nextGaussian();
            x[0][i] = factor * first;
            x[1][i] = factor * (rho * first + Math.sqrt(1 - rho * rho) * random.nextGaussian());
        }
        return x;
    }

    private static FittedCopula fit(Dataset data, double freedom) {
        StudentSettings settings =
                new StudentSettings(MarginalSettings.Marginals.EMPIRICAL, true, freedom);
        return (FittedCopula) new StudentCopula().fit(data, settings, 1, Progress.NONE);
    }

    private static Elliptical dependence(FittedCopula fitted) {
        return (Elliptical) fitted.dependence();
    }

    private static double freedom(FittedCopula fitted) {
        return ((StudentMixing) dependence(fitted).mixing()).freedom();
    }

    private static Dataset draw(FittedCopula fitted, int rows, Map<String, String> cell) {
        return fitted.sample(List.of(new Target(cell, rows)), 5, Progress.NONE).data();
    }

    @ParameterizedTest
    @CsvSource({"3, 0.5", "5, -0.4", "10, 0.8"})
    void plantedDegreesOfFreedomAndCorrelationAreRecovered(double freedom, double rho) {
        double[][] x = planted(freedom, rho, N);
        FittedCopula fitted = fit(table(real("a"), numbers(x[0]), real("b"), numbers(x[1])), 0);
        // Four standard errors: the relative one of ν grows with ν, that of ρ is about
        // (1 − ρ²)/√n · 1.3.
        assertThat(freedom(fitted)).isCloseTo(freedom, within(freedom * (.08 + .03 * freedom)));
        assertThat(dependence(fitted).correlation()[0][1])
                .isCloseTo(rho, within(5.2 * (1 - rho * rho) / Math.sqrt(N)));
    }

    @Test
    void gaussianDataHaveNoCommonTail() {
        double[][] x = planted(1e9, .6, N);
        FittedCopula fitted = fit(table(real("a"), numbers(x[0]), real("b"), numbers(x[1])), 0);
        assertThat(freedom(fitted)).isGreaterThan(40);
        assertThat(dependence(fitted).correlation()[0][1]).isCloseTo(.6, within(.015));
    }

    @ParameterizedTest
    @ValueSource(doubles = {.9, .95, .99})
    void jointTailsAreThoseOfTheClosedForm(double u) {
        // P(both over their u-quantile) of the t copula tends to λ(1 − u), with
        // λ = 2 t_{ν+1}(−√((ν+1)(1−ρ)/(1+ρ))) (Embrechts, McNeil and Straumann 2002): the drawn
        // share is compared with a large planted sample, and at .99 with λ.
        double freedom = 3;
        double rho = .5;
        double[][] x = planted(freedom, rho, 50_000);
        FittedCopula fitted = fit(table(real("a"), numbers(x[0]), real("b"), numbers(x[1])), 0);
        Dataset drawn = draw(fitted, 400_000, Map.of());
        double lambda =
                2
                        * TDistribution.of(freedom + 1)
                                .cumulativeProbability(
                                        -Math.sqrt((freedom + 1) * (1 - rho) / (1 + rho)));
        double[][] reference = planted(freedom, rho, 1_000_000);
        double share = jointTail(drawn.numbers("a"), drawn.numbers("b"), u);
        double expected = jointTail(reference[0], reference[1], u);
        assertThat(share).isCloseTo(expected, within(.03));
        assertThat(expected).isGreaterThan(lambda - .01);
        if (u == .99) {
            assertThat(share).isCloseTo(lambda, within(.06));
        }
    }

    /// The share of rows with both values over their u-quantile, over 1 − u.
    static double jointTail(double[] x, double[] y, double u) {
        double overX = quantile(x, u);
        double overY = quantile(y, u);
        double both =
                IntStream.range(0, x.length).filter(i -> x[i] > overX && y[i] > overY).count();
        return both / x.length / (1 - u);
    }

    private static double quantile(double[] x, double u) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        return sorted[(int) (u * x.length)];
    }

    @Test
    void binaryColumnsKeepTheirJointShares() {
        double[][] x = planted(4, .6, N);
        int[] high = Arrays.stream(x[0]).mapToInt(a -> a > .3 ? 1 : 0).toArray();
        int[] rare = Arrays.stream(x[1]).mapToInt(b -> b > 1.2 ? 1 : 0).toArray();
        Dataset data =
                table(
                        category("high"),
                        codes(List.of("n", "y"), high),
                        category("rare"),
                        codes(List.of("n", "y"), rare));
        FittedCopula fitted = fit(data, 4);
        assertThat(Math.abs(dependence(fitted).correlation()[0][1])).isCloseTo(.6, within(.03));
        assertThat(fit(data, 0).notes()).anyMatch(note -> note.contains("Fewer than two"));
    }

    @Test
    void groupsAreDrawnOnCondition() {
        // E[T | T ≥ c] = f(c)(ν + c²)/((ν − 1) S(c)); E[T₂ | T₁ ≥ c] = ρ times that.
        double freedom = 6;
        double rho = .6;
        double cut = 1.5;
        double[][] x = planted(freedom, rho, 60_000);
        Dataset data =
                table(
                        real("a").withBinning(Optional.of(new Binning(List.of(cut)))),
                        numbers(x[0]),
                        real("b"),
                        numbers(x[1]));
        Dataset drawn = draw(fit(data, freedom), 40_000, Map.of("a", "1.5+"));
        TDistribution student = TDistribution.of(freedom);
        double mean =
                student.density(cut)
                        * (freedom + cut * cut)
                        / ((freedom - 1) * student.survivalProbability(cut));
        assertThat(Arrays.stream(drawn.numbers("a"))).allMatch(a -> a >= cut);
        assertThat(Arrays.stream(drawn.numbers("a")).average().orElseThrow())
                .isCloseTo(mean, within(.03));
        assertThat(Arrays.stream(drawn.numbers("b")).average().orElseThrow())
                .isCloseTo(rho * mean, within(.05));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2.5, 8, 100})
    void scoresAreOfTheSameRank(double freedom) {
        StudentScores scores = new StudentScores(freedom);
        TDistribution student = TDistribution.of(freedom);
        for (double z : new double[] {-6, -3, -1, -.2, 0, .5, 2, 4.5, 7}) {
            double t = scores.outward(z);
            double p = z < 0 ? student.cumulativeProbability(t) : student.survivalProbability(t);
            assertThat(p).isCloseTo(Normal.below(-Math.abs(z)), within(1e-5 * p));
            assertThat(scores.inward(t)).isCloseTo(z, within(1e-6));
        }
    }

    @Test
    void twoHeldNumbersOfATDistributionAreDrawnRight() {
        // ρ = −0.9, both at least 1, ν = 5: rejection hardly ever succeeds, Gibbs takes over.
        // Expected by brute force: the mean of pairs drawn at random that happen to lie there.
        double rho = -.9;
        double low = new StudentScores(5).inward(1);
        Elliptical model =
                new Elliptical(new double[][] {{1, rho}, {rho, 1}}, new StudentMixing(5));
        double infinity = Double.POSITIVE_INFINITY;
        Dependence.Sampler sampler =
                model.within(new double[] {low, low}, new double[] {infinity, infinity});
        SplittableRandom random = new SplittableRandom(2);
        double[] z = new double[2];
        double[] work = new double[sampler.workSize()];
        double sum = 0;
        for (int i = 0; i < 4000; i++) {
            sampler.draw(z, work, random);
            sum += z[0] / 4000;
        }
        double[][] x = planted(5, rho, 4_000_000);
        double expected =
                IntStream.range(0, x[0].length)
                        .filter(i -> x[0][i] >= 1 && x[1][i] >= 1)
                        .mapToDouble(i -> model.mixing().inward(x[0][i]))
                        .average()
                        .orElseThrow();
        assertThat(sum).isCloseTo(expected, within(.08));
    }
}
