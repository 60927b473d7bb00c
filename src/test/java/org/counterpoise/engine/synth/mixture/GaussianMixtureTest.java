package org.counterpoise.engine.synth.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.counterpoise.engine.synth.SampleTables.category;
import static org.counterpoise.engine.synth.SampleTables.codes;
import static org.counterpoise.engine.synth.SampleTables.numbers;
import static org.counterpoise.engine.synth.SampleTables.real;
import static org.counterpoise.engine.synth.SampleTables.table;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.synth.Target;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

class GaussianMixtureTest {
    private static final int ROWS = 3000;

    /// Two clusters: 30 % around (0, 0) with correlation .8, 70 % around (10, 5) with -.5; the
    /// second has "b" in 90 %, the first in 20 %.
    private static Dataset clusters(double missing) {
        SplittableRandom random = new SplittableRandom(3);
        double[] x = new double[ROWS];
        double[] y = new double[ROWS];
        int[] level = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            boolean first = random.nextDouble() < .3;
            double rho = first ? .8 : -.5;
            double u = random.nextGaussian();
            double v = rho * u + Math.sqrt(1 - rho * rho) * random.nextGaussian();
            x[row] = u + (first ? 0 : 10);
            y[row] = v + (first ? 0 : 5);
            level[row] = random.nextDouble() < (first ? .2 : .9) ? 1 : 0;
            if (random.nextDouble() < missing) {
                y[row] = Double.NaN;
            }
        }
        return table(
                real("x"),
                numbers(x),
                real("y"),
                numbers(y),
                category("level"),
                codes(List.of("a", "b"), level));
    }

    private static FittedMixture fit(Dataset data, MixtureSettings settings) {
        return (FittedMixture) new GaussianMixture().fit(data, settings, 1, Progress.NONE);
    }

    private static double correlation(Mixture mixture, int k) {
        double[][] s = mixture.covariances()[k];
        return s[0][1] / Math.sqrt(s[0][0] * s[1][1]);
    }

    private static void isPlanted(FittedMixture fitted, double tolerance) {
        Mixture mixture = fitted.mixture();
        assertThat(mixture.components()).isEqualTo(2);
        int first = mixture.weights()[0] < mixture.weights()[1] ? 0 : 1;
        assertThat(mixture.weights()[first]).isCloseTo(.3, within(.03));
        assertThat(correlation(mixture, first)).isCloseTo(.8, within(tolerance));
        assertThat(correlation(mixture, 1 - first)).isCloseTo(-.5, within(tolerance));
        MixtureTable.Scale x = fitted.scales().getFirst();
        assertThat(x.mean() + x.deviation() * mixture.means()[first][0]).isCloseTo(0, within(.15));
        assertThat(x.mean() + x.deviation() * mixture.means()[1 - first][0])
                .isCloseTo(10, within(.1));
        // Code 0 is missing, 1 is "a", 2 is "b".
        assertThat(mixture.shares()[first][0][2]).isCloseTo(.2, within(.04));
        assertThat(mixture.shares()[1 - first][0][2]).isCloseTo(.9, within(.03));
    }

    @Test
    void plantedComponentsAndTheirNumberAreFound() {
        isPlanted(fit(clusters(0), MixtureSettings.defaults()), .05);
    }

    @Test
    void rowsWithGapsTeachToo() {
        isPlanted(fit(clusters(.4), MixtureSettings.defaults()), .08);
    }

    /// One component's estimates are the sample's mean, variance and shares, in closed form.
    @Test
    void oneComponentIsTheSampleItself() {
        Dataset data = clusters(0);
        FittedMixture fitted = fit(data, new MixtureSettings(1, 1, true, 1));
        Mixture mixture = fitted.mixture();
        assertThat(mixture.means()[0][0]).isCloseTo(0, within(1e-9));
        assertThat(mixture.covariances()[0][0][0]).isCloseTo(1, within(1e-5));
        double[] x = data.numbers("x");
        double[] y = data.numbers("y");
        double mx = Arrays.stream(x).average().orElseThrow();
        double my = Arrays.stream(y).average().orElseThrow();
        double sxy = 0;
        double sx = 0;
        double sy = 0;
        for (int row = 0; row < ROWS; row++) {
            sxy += (x[row] - mx) * (y[row] - my);
            sx += (x[row] - mx) * (x[row] - mx);
            sy += (y[row] - my) * (y[row] - my);
        }
        assertThat(mixture.covariances()[0][0][1])
                .isCloseTo(sxy / Math.sqrt(sx * sy), within(1e-9));
    }

    /// With a normal distribution in one dimension the likelihood has a closed form.
    @Test
    void theLikelihoodIsThatOfTheNormalDistribution() {
        double[] x = {1.5, 2.25, 4.125, 8, 3.5, 2.75};
        MixtureTable data =
                MixtureTable.of(
                        List.of(
                                org.counterpoise.engine.synth.Feature.of(
                                        table(real("x"), numbers(x)), 0)),
                        x.length);
        Mixture standard =
                new Mixture(
                        new double[] {1},
                        new double[][] {{0}},
                        new double[][][] {{{1}}},
                        new double[][][] {{{1}}});
        // Standardised values have a sum of squares of n.
        double expected = -x.length / 2.0 * (Math.log(2 * Math.PI) + 1);
        assertThat(new Expectation(data, standard).run(Progress.NONE).logLikelihood())
                .isCloseTo(expected, within(1e-9));
    }

    @Test
    void drawnRowsHaveThePlantedClusters() {
        Dataset drawn =
                fit(clusters(0), MixtureSettings.defaults())
                        .sample(List.of(new Target(Map.of(), ROWS)), 5, Progress.NONE)
                        .data();
        double[] x = drawn.numbers("x");
        int[] left = IntStream.range(0, ROWS).filter(row -> x[row] < 5).toArray();
        assertThat((double) left.length / ROWS).isCloseTo(.3, within(.03));
        double b = Arrays.stream(left).map(row -> drawn.codes("level").codes()[row]).sum();
        assertThat(b / left.length).isCloseTo(.2, within(.05));
    }

    /// Given "b", a row is of the first cluster in .3 × .2 of .3 × .2 + .7 × .9: by Bayes' rule.
    @Test
    void aGroupIsDrawnByBayesRule() {
        Dataset drawn =
                fit(clusters(0), MixtureSettings.defaults())
                        .sample(List.of(new Target(Map.of("level", "b"), ROWS)), 5, Progress.NONE)
                        .data();
        assertThat(drawn.codes("level").codes()).containsOnly(1);
        double left = Arrays.stream(drawn.numbers("x")).filter(x -> x < 5).count();
        assertThat(left / ROWS).isCloseTo(.06 / .69, within(.025));
    }

    @Test
    void numbersStayInTheRangeSeen() {
        Dataset data = clusters(0);
        double[] drawn =
                fit(data, MixtureSettings.defaults())
                        .sample(List.of(new Target(Map.of(), ROWS)), 5, Progress.NONE)
                        .data()
                        .numbers("x");
        double low = Arrays.stream(data.numbers("x")).min().orElseThrow();
        double high = Arrays.stream(data.numbers("x")).max().orElseThrow();
        assertThat(Arrays.stream(drawn).min().orElseThrow()).isGreaterThanOrEqualTo(low);
        assertThat(Arrays.stream(drawn).max().orElseThrow()).isLessThanOrEqualTo(high);
    }
}
