package org.counterpoise.engine.synth.copula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.counterpoise.engine.synth.SampleTables.category;
import static org.counterpoise.engine.synth.SampleTables.codes;
import static org.counterpoise.engine.synth.SampleTables.numbers;
import static org.counterpoise.engine.synth.SampleTables.real;
import static org.counterpoise.engine.synth.SampleTables.table;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Binning;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.synth.Synthesis;
import org.counterpoise.engine.synth.Target;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Planted vines are found again. Data are made by conditional distribution functions written down
/// here, not by the code under test.
class VineCopulaTest {
    private static final double CLAYTON = 2;
    private static final double GUMBEL = 2;

    /// b uniform; a given b by a Clayton copula, c given b by a Gumbel copula.
    private static double[][] planted(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] x = new double[3][rows];
        for (int i = 0; i < rows; i++) {
            double b = random.nextDouble();
            x[0][i] = clayton(b, random);
            x[1][i] = b;
            x[2][i] = gumbel(b, random);
        }
        return x;
    }

    private static double clayton(double v, RandomGenerator random) {
        double p = random.nextDouble();
        double power = Math.pow(p, -CLAYTON / (1 + CLAYTON)) - 1;
        return Math.pow(1 + Math.pow(v, -CLAYTON) * power, -1 / CLAYTON);
    }

    /// By bisection on the conditional distribution `C/v · (-ln v)^(θ-1) · s^(1/θ-1)`.
    private static double gumbel(double v, RandomGenerator random) {
        double p = random.nextDouble();
        double low = 0;
        double high = 1;
        for (int i = 0; i < 50; i++) {
            double u = (low + high) / 2;
            double s = Math.pow(-Math.log(u), GUMBEL) + Math.pow(-Math.log(v), GUMBEL);
            double h =
                    Math.exp(-Math.pow(s, 1 / GUMBEL))
                            / v
                            * Math.pow(-Math.log(v), GUMBEL - 1)
                            * Math.pow(s, 1 / GUMBEL - 1);
            if (h < p) {
                low = u;
            } else {
                high = u;
            }
        }
        return (low + high) / 2;
    }

    private static Dataset table3(double[][] x) {
        return table(real("a"), numbers(x[0]), real("b"), numbers(x[1]), real("c"), numbers(x[2]));
    }

    private static FittedCopula fit(Dataset data) {
        return (FittedCopula) new VineCopula().fit(data, VineSettings.defaults(), 1, Progress.NONE);
    }

    private static Synthesis draw(FittedCopula fitted, int rows, Map<String, String> cell) {
        return fitted.sample(List.of(new Target(cell, rows)), 5, Progress.NONE);
    }

    /// Kendall's τ of the first 3000 rows.
    private static double tau(double[] x, double[] y) {
        long sum = 0;
        int n = 3000;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                sum += (long) Math.signum((x[i] - x[j]) * (y[i] - y[j]));
            }
        }
        return 2.0 * sum / n / (n - 1);
    }

    private static double lowTail(double[] x, double[] y, double u) {
        double[] negativeX = Arrays.stream(x).map(v -> -v).toArray();
        double[] negativeY = Arrays.stream(y).map(v -> -v).toArray();
        return StudentCopulaTest.jointTail(negativeX, negativeY, u);
    }

    @Test
    void aTailDependentVineIsRecovered() {
        Dataset data = table3(planted(10_000, 3));
        FittedCopula fitted = fit(data);
        assertThat(fitted.notes()).anyMatch(n -> n.contains("Clayton 1") && n.contains("Gumbel 1"));
        Dataset drawn = draw(fitted, 200_000, Map.of()).data();
        double[] a = drawn.numbers("a");
        double[] b = drawn.numbers("b");
        double[] c = drawn.numbers("c");
        // τ = θ/(θ+2) and 1 − 1/θ; four standard errors of τ at n = 3000 are about 0.04, and the
        // fit on 4000 rows adds as much.
        assertThat(tau(a, b)).isCloseTo(CLAYTON / (CLAYTON + 2), within(.05));
        assertThat(tau(b, c)).isCloseTo(1 - 1 / GUMBEL, within(.05));
        // Tail coefficients: 2^(-1/θ) low, 2 − 2^(1/θ) high; at the 1 % quantile C(u,u)/u.
        double u = .01;
        double low = Math.pow(2 * Math.pow(u, -CLAYTON) - 1, -1 / CLAYTON) / u;
        assertThat(low).isCloseTo(Math.pow(2, -1 / CLAYTON), within(.001));
        assertThat(lowTail(a, b, 1 - u)).isCloseTo(low, within(.05));
        double high = (1 - 2 * (1 - u) + Math.pow(1 - u, Math.pow(2, 1 / GUMBEL))) / u;
        assertThat(high).isCloseTo(2 - Math.pow(2, 1 / GUMBEL), within(.01));
        assertThat(StudentCopulaTest.jointTail(b, c, 1 - u)).isCloseTo(high, within(.06));
        // The other tails are as thin as they should be: Clayton high, (1 − 2v + C(v,v))/u.
        double v = 1 - u;
        double thin = (1 - 2 * v + Math.pow(2 * Math.pow(v, -CLAYTON) - 1, -1 / CLAYTON)) / u;
        assertThat(StudentCopulaTest.jointTail(a, b, v)).isCloseTo(thin, within(.03));
    }

    @Test
    void columnsThatAreUnrelatedGivenAnotherOneGoTogetherThroughIt() {
        // a and c depend only through b: their τ is that of the planted model in a fresh sample.
        Dataset drawn = draw(fit(table3(planted(10_000, 3))), 20_000, Map.of()).data();
        double[][] fresh = planted(20_000, 99);
        assertThat(tau(drawn.numbers("a"), drawn.numbers("c")))
                .isCloseTo(tau(fresh[0], fresh[2]), within(.06));
    }

    @Test
    void aTruncatedVineOfManyGaussianColumnsKeepsTheirCorrelations() {
        // x₀ … x₇ in a chain of correlation 0.7: an AR(1) process, which a vine of one tree holds
        // exactly, ρ(i, j) = 0.7^|i−j|.
        SplittableRandom random = new SplittableRandom(5);
        int rows = 20_000;
        double[][] x = new double[8][rows];
        for (int i = 0; i < rows; i++) {
            x[0][i] = random.nextGaussian();
            for (int c = 1; c < 8; c++) {
                x[c][i] = .7 * x[c - 1][i] + Math.sqrt(.51) * random.nextGaussian();
            }
        }
        Object[] parts = new Object[16];
        for (int c = 0; c < 8; c++) {
            parts[2 * c] = real("x" + c);
            parts[2 * c + 1] = numbers(x[c]);
        }
        Dataset drawn = draw(fit(table(parts)), rows, Map.of()).data();
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(
                                LatentCorrelation.pearson(
                                        drawn.numbers("x" + i), drawn.numbers("x" + j)))
                        .isCloseTo(Math.pow(.7, i - j), within(.05));
            }
        }
    }

    @Test
    void categoriesKeepTheirAssociations() {
        // Two normals of correlation 0.6 cut at 0 and at 1: breaking ties at random would halve it.
        SplittableRandom random = new SplittableRandom(6);
        int rows = 20_000;
        int[] high = new int[rows];
        int[] rare = new int[rows];
        for (int i = 0; i < rows; i++) {
            double a = random.nextGaussian();
            high[i] = a > 0 ? 1 : 0;
            rare[i] = .6 * a + .8 * random.nextGaussian() > 1 ? 1 : 0;
        }
        Dataset data =
                table(
                        category("high"),
                        codes(List.of("n", "y"), high),
                        category("rare"),
                        codes(List.of("n", "y"), rare));
        Dataset drawn = draw(fit(data), rows, Map.of()).data();
        assertThat(both(drawn)).isCloseTo(both(data), within(.015));
    }

    private static double both(Dataset data) {
        int[] high = data.codes("high").codes();
        int[] rare = data.codes("rare").codes();
        return IntStream.range(0, high.length).filter(i -> high[i] == 1 && rare[i] == 1).count()
                / (double) high.length;
    }

    @Test
    void groupsAreDrawnFromTheConditionalDistribution() {
        Dataset base = table3(planted(10_000, 3));
        Binning tenth = new Binning(List.of(.1));
        Dataset data =
                base.withSchema(
                        base.schema()
                                .with("a", c -> c.withBinning(Optional.of(tenth)))
                                .with("c", c -> c.withBinning(Optional.of(tenth))));
        FittedCopula fitted = fit(data);
        double[][] large = planted(400_000, 8);
        Dataset one = draw(fitted, 20_000, Map.of("a", "<0.1")).data();
        assertThat(one.rows()).isEqualTo(20_000);
        assertThat(mean(one.numbers("b"))).isCloseTo(meanB(large, false), within(.02));
        Dataset two = draw(fitted, 20_000, Map.of("a", "<0.1", "c", "<0.1")).data();
        assertThat(two.rows()).isEqualTo(20_000);
        assertThat(Arrays.stream(two.numbers("c"))).allMatch(v -> v < .1);
        assertThat(mean(two.numbers("b"))).isCloseTo(meanB(large, true), within(.02));
    }

    private static double meanB(double[][] x, boolean both) {
        return IntStream.range(0, x[0].length)
                .filter(i -> x[0][i] < .1 && (!both || x[2][i] < .1))
                .mapToDouble(i -> x[1][i])
                .average()
                .orElseThrow();
    }

    private static double mean(double[] x) {
        return Arrays.stream(x).average().orElseThrow();
    }
}
