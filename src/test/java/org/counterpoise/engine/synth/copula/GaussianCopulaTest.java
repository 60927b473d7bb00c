package org.counterpoise.engine.synth.copula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.counterpoise.engine.synth.SampleTables.category;
import static org.counterpoise.engine.synth.SampleTables.codes;
import static org.counterpoise.engine.synth.SampleTables.numbers;
import static org.counterpoise.engine.synth.SampleTables.real;
import static org.counterpoise.engine.synth.SampleTables.table;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Binning;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.MeasurementLevel;
import org.counterpoise.engine.synth.SampleTables;
import org.counterpoise.engine.synth.Synthesis;
import org.counterpoise.engine.synth.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

class GaussianCopulaTest {
    private static final int N = 20_000;
    private static final double RHO = 0.6;

    /// Standard bivariate normal with correlation 0.6; `a` is cut at 1.
    private static Dataset bivariate() {
        SplittableRandom random = new SplittableRandom(11);
        double[] a = new double[N];
        double[] b = new double[N];
        for (int i = 0; i < N; i++) {
            a[i] = random.nextGaussian();
            b[i] = RHO * a[i] + Math.sqrt(1 - RHO * RHO) * random.nextGaussian();
        }
        return table(
                real("a").withBinning(Optional.of(new Binning(List.of(1.0)))),
                numbers(a),
                real("b"),
                numbers(b));
    }

    private static FittedCopula fit(Dataset data) {
        return fit(data, CopulaSettings.defaults());
    }

    private static FittedCopula fit(Dataset data, CopulaSettings settings) {
        return (FittedCopula) new GaussianCopula().fit(data, settings, 1, Progress.NONE);
    }

    private static double[][] correlation(FittedCopula fitted) {
        return ((Elliptical) fitted.dependence()).correlation();
    }

    private static Dataset draw(FittedCopula fitted, int rows) {
        return fitted.sample(List.of(new Target(Map.of(), rows)), 5, Progress.NONE).data();
    }

    private static Synthesis draw(FittedCopula fitted, int rows, String... cell) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < cell.length; i += 2) {
            map.put(cell[i], cell[i + 1]);
        }
        return fitted.sample(List.of(new Target(map, rows)), 5, Progress.NONE);
    }

    private static double mean(double[] x) {
        return Arrays.stream(x).average().orElse(Double.NaN);
    }

    private static double correlation(double[] x, double[] y) {
        double mx = mean(x);
        double my = mean(y);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - mx) * (y[i] - my);
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
        }
        return xy / Math.sqrt(xx * yy);
    }

    /// The two-sample Kolmogorov–Smirnov statistic.
    private static double ks(double[] first, double[] second) {
        double[] x = first.clone();
        double[] y = second.clone();
        Arrays.sort(x);
        Arrays.sort(y);
        int i = 0;
        int j = 0;
        double most = 0;
        while (i < x.length && j < y.length) {
            double at = Math.min(x[i], y[j]);
            while (i < x.length && x[i] <= at) {
                i++;
            }
            while (j < y.length && y[j] <= at) {
                j++;
            }
            most = Math.max(most, Math.abs((double) i / x.length - (double) j / y.length));
        }
        return most;
    }

    @ParameterizedTest
    @EnumSource(CopulaSettings.Marginals.class)
    void bivariateNormalIsReproduced(CopulaSettings.Marginals marginals) {
        Dataset real = bivariate();
        Dataset drawn = draw(fit(real, new CopulaSettings(marginals, true)), N);
        assertThat(correlation(drawn.numbers("a"), drawn.numbers("b"))).isCloseTo(RHO, within(.03));
        // The 1 % critical value of the two-sample test is 1.63 √(2/n) = 0.0163.
        assertThat(ks(real.numbers("a"), drawn.numbers("a"))).isLessThan(.0163);
        assertThat(ks(real.numbers("b"), drawn.numbers("b"))).isLessThan(.0163);
    }

    @Test
    void aTailIsDrawnWithTheTruncatedNormalsMeans() {
        // E[a | a ≥ 1] = φ(1)/(1 − Φ(1)) = 1.52514, E[b | a ≥ 1] = 0.6 × that.
        Dataset drawn = draw(fit(bivariate()), N, "a", "1+").data();
        assertThat(drawn.rows()).isEqualTo(N);
        assertThat(Arrays.stream(drawn.numbers("a"))).allMatch(a -> a >= 1);
        assertThat(mean(drawn.numbers("a"))).isCloseTo(1.52514, within(.03));
        assertThat(mean(drawn.numbers("b"))).isCloseTo(RHO * 1.52514, within(.03));
    }

    @Test
    void twoHeldColumnsFollowTheTruncatedBivariateNormal() {
        // Halves at 0: P(a>0, b>0) = 1/4 + asin(ρ)/2π and E[a | a>0, b>0] = φ(0)(1+ρ)/(2P)
        // (Rosenbaum 1961).
        Dataset base = bivariate();
        Dataset halved =
                base.withSchema(
                        base.schema()
                                .with(
                                        "a",
                                        c -> c.withBinning(Optional.of(new Binning(List.of(0.)))))
                                .with(
                                        "b",
                                        c -> c.withBinning(Optional.of(new Binning(List.of(0.))))));
        double p = .25 + Math.asin(RHO) / (2 * Math.PI);
        double expected = (1 + RHO) / (2 * Math.sqrt(2 * Math.PI)) / p;
        Dataset drawn = draw(fit(halved), N, "a", "0+", "b", "0+").data();
        assertThat(mean(drawn.numbers("a"))).isCloseTo(expected, within(.02));
        assertThat(mean(drawn.numbers("b"))).isCloseTo(expected, within(.02));
    }

    @Test
    void binaryColumnsKeepTheirTetrachoricCorrelation() {
        // Two normals of correlation 0.6 cut at 0 and at 1.
        Dataset base = bivariate();
        int[] high = Arrays.stream(base.numbers("a")).mapToInt(a -> a > 0 ? 1 : 0).toArray();
        int[] rare = Arrays.stream(base.numbers("b")).mapToInt(b -> b > 1 ? 1 : 0).toArray();
        Dataset data =
                table(
                        category("high"),
                        codes(List.of("n", "y"), high),
                        category("rare"),
                        codes(List.of("n", "y"), rare));
        assertThat(Math.abs(correlation(fit(data))[0][1])).isCloseTo(RHO, within(.03));
        Dataset drawn = draw(fit(data), N);
        assertThat(share(drawn)).isCloseTo(share(data), within(.01));
    }

    private static double share(Dataset data) {
        int[] high = data.codes("high").codes();
        int[] rare = data.codes("rare").codes();
        return IntStream.range(0, high.length).filter(i -> high[i] == 1 && rare[i] == 1).count()
                / (double) high.length;
    }

    @Test
    void nominalLevelsAreOrderedByWhatTheyGoWith() {
        SplittableRandom random = new SplittableRandom(3);
        double[] x = new double[3000];
        int[] group = new int[3000];
        double[] centre = {1, -1, 0};
        for (int i = 0; i < x.length; i++) {
            group[i] = random.nextInt(3);
            x[i] = centre[group[i]] + .3 * random.nextGaussian();
        }
        Dataset data =
                table(
                        category("g"),
                        codes(List.of("hi", "lo", "mid"), group),
                        real("x"),
                        numbers(x));
        FittedCopula fitted = fit(data);
        assertThat(fitted.notes()).anyMatch(note -> note.contains("g (lo < mid < hi)"));
        for (int level = 0; level < 3; level++) {
            Dataset drawn = draw(fitted, 2000, "g", List.of("hi", "lo", "mid").get(level)).data();
            assertThat(mean(drawn.numbers("x"))).isCloseTo(centre[level], within(.15));
        }
    }

    @Test
    void aColumnMissingWhereAnotherSaysSoStaysThatWay() {
        Dataset data = SampleTables.people(3000, .1, 4);
        FittedCopula fitted = fit(data);
        Dataset drawn = draw(fitted, 3000);
        int[] dead = drawn.codes("dead").codes();
        int[] cause = drawn.codes("cause").codes();
        assertThat(IntStream.range(0, 3000)).allMatch(i -> (cause[i] < 0) == (dead[i] == 0));
        Dataset cancer = draw(fitted, 500, "cause", "cancer").data();
        assertThat(cancer.rows()).isEqualTo(500);
        assertThat(cancer.codes("dead").codes()).containsOnly(1);
        Synthesis none = draw(fitted, 500, "cause", "cancer", "dead", "no");
        assertThat(none.data().rows()).isZero();
        assertThat(none.shortfalls()).singleElement().matches(s -> s.reason().contains("exclude"));
    }

    @Test
    void missingValuesKeepTheirShareAndTheirAssociations() {
        SplittableRandom random = new SplittableRandom(6);
        double[] x = new double[N];
        double[] y = new double[N];
        for (int i = 0; i < N; i++) {
            x[i] = random.nextGaussian();
            y[i] = x[i] > 0 && random.nextDouble() < .6 ? Double.NaN : random.nextGaussian();
        }
        Dataset drawn = draw(fit(table(real("x"), numbers(x), real("y"), numbers(y))), N);
        double[] drawnX = drawn.numbers("x");
        double[] drawnY = drawn.numbers("y");
        int[] missing = IntStream.range(0, N).filter(i -> Double.isNaN(drawnY[i])).toArray();
        assertThat(missing.length / (double) N).isCloseTo(.3, within(.015));
        // E[x | x > 0] = √(2/π) in the training rows; a monotone model keeps most of it.
        double meanX = Arrays.stream(missing).mapToDouble(i -> drawnX[i]).average().orElse(0);
        assertThat(meanX).isCloseTo(Math.sqrt(2 / Math.PI), within(.1));
    }

    @Test
    void boundsDecimalsAndTiesAreKept() {
        SplittableRandom random = new SplittableRandom(8);
        double[] cost = new double[2000];
        for (int i = 0; i < cost.length; i++) {
            cost[i] = random.nextDouble() < .3 ? 0 : Math.rint(1e4 * random.nextDouble()) / 100;
        }
        Dataset drawn = draw(fit(table(real("cost"), numbers(cost))), 5000);
        double[] values = drawn.numbers("cost");
        assertThat(Arrays.stream(values))
                .allMatch(v -> v >= 0 && v <= 100 && Math.rint(v * 100) / 100 == v);
        double zeros = Arrays.stream(values).filter(v -> v == 0).count() / 5000.0;
        assertThat(zeros).isCloseTo(.3, within(.03));
    }

    @Test
    void aCrossingThatTheTrainingRowsLackCanBeDrawn() {
        Dataset data = SampleTables.people(500, 0, 9);
        int[] rows =
                IntStream.range(0, 500)
                        .filter(
                                i ->
                                        data.codes("sex").codes()[i] == 0
                                                || data.numbers("age")[i] >= 50)
                        .toArray();
        Synthesis drawn = draw(fit(data.select(rows)), 200, "sex", "M", "age", "<50");
        assertThat(drawn.data().rows()).isEqualTo(200);
        assertThat(Arrays.stream(drawn.data().numbers("age"))).allMatch(age -> age < 50);
        assertThat(drawn.data().codes("sex").codes()).containsOnly(1);
    }

    @Test
    void numbersThatAreNamesAreNotInterpolated() {
        double[] ward = {10, 10, 40, 40, 90, 90, 10, 40};
        double[] x = {1, 2, 3, 4, 5, 6, 7, 8};
        Dataset data =
                table(
                        real("ward").withLevel(MeasurementLevel.NOMINAL),
                        numbers(ward),
                        real("x"),
                        numbers(x));
        assertThat(draw(fit(data), 300).numbers("ward")).containsOnly(10, 40, 90);
    }

    @Test
    void oneRowIsRefused() {
        assertThatThrownBy(() -> fit(table(real("x"), numbers(1))))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("at least two rows");
    }
}
