package org.counterpoise.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Streams;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.random.RandomGenerator;

class KolmogorovSmirnovTest {
    private static final double[] A = {1.1, 2.3, 2.9, 4.2, 5.8, 3.3};
    private static final double[] B = {0.4, 2.5, 3.9, 6.1, 7.7, 8.2, 5.5, 4.9};

    private static double[] sorted(double... values) {
        double[] copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }

    @Test
    void theExactValueIsThatOfScipyAndR() {
        // SciPy 1.10.1, ks_2samp(method="exact"), which without ties is R's ks.test.
        KolmogorovSmirnov small = KolmogorovSmirnov.ofSorted(sorted(A), sorted(B));
        assertThat(small.exact()).isTrue();
        assertThat(small.statistic()).isEqualTo(0.4583333333333333, within(1e-15));
        assertThat(small.p()).isEqualTo(0.3762903762903763, within(1e-12));
        double[] x = {
            0.61, 0.29, 0.06, 0.59, -1.73, -0.74, 0.51, -0.56, 0.39, 1.64, 0.05, -0.06, 0.64, -0.82,
            0.37, 1.77, 1.09, -1.28, 2.36, 1.31, 1.05, -0.32
        };
        double[] y = {-0.40, 1.06, -2.47, 0.11, 0.93, -1.11, 0.2, -0.9};
        assertThat(KolmogorovSmirnov.ofSorted(sorted(x), sorted(y)).p())
                .isEqualTo(0.4022371720122845, within(1e-12));
    }

    @Test
    void samplesThatDoNotOverlapHaveTheirClosedForm() {
        // 2 of the 252 ways to deal ten values out to five and five.
        assertThat(KolmogorovSmirnov.exact(sorted(1, 2, 3, 4, 5), sorted(6, 7, 8, 9, 10)))
                .isEqualTo(2.0 / 252, within(1e-15));
    }

    @Test
    void withTiesItIsTheShareOfAllWaysToDealTheValuesOut() {
        double[] values = {1, 1, 2, 2, 2, 3, 4, 4, 5};
        double[] a = {1, 1, 2, 4};
        double[] b = {2, 2, 3, 4, 5};
        double observed = Distances.kolmogorovSmirnov(a, b);
        int ways = 0;
        int asFar = 0;
        for (int mask = 0; mask < 1 << 9; mask++) {
            if (Integer.bitCount(mask) == 4) {
                double[] first = new double[4];
                double[] second = new double[5];
                int i = 0;
                int j = 0;
                for (int k = 0; k < 9; k++) {
                    if ((mask >> k & 1) == 1) {
                        first[i++] = values[k];
                    } else {
                        second[j++] = values[k];
                    }
                }
                ways++;
                asFar += Distances.kolmogorovSmirnov(first, second) >= observed - 1e-12 ? 1 : 0;
            }
        }
        assertThat(ways).isEqualTo(126);
        assertThat(KolmogorovSmirnov.exact(a, b)).isEqualTo((double) asFar / ways, within(1e-12));
    }

    @Test
    void largeSamplesTakeTheLimit() {
        RandomGenerator random = Streams.of(2, 0);
        double[] a = sorted(random.doubles(100).toArray());
        double[] b = sorted(random.doubles(100).toArray());
        KolmogorovSmirnov limit = KolmogorovSmirnov.ofSorted(a, b);
        assertThat(limit.exact()).isFalse();
        assertThat(limit.p()).isEqualTo(KolmogorovSmirnov.exact(a, b), within(0.03));
    }

    @Test
    void statisticsOfOneWalkAreThoseOfSeparateOnes() {
        double[] a = sorted(A);
        double[] b = sorted(B);
        EmpiricalDifference both = EmpiricalDifference.ofSorted(a, b);
        // SciPy 1.10.1: cramervonmises_2samp and wasserstein_distance.
        double scipyT = TwoSampleTest.CRAMER_VON_MISES.p(A, B);
        assertThat(scipyT).isEqualTo(0.21776676851853383, within(1e-10));
        assertThat(both.wasserstein()).isEqualTo(1.8083333333333331, within(1e-12));
        assertThat(both.kolmogorovSmirnov()).isEqualTo(11.0 / 24, within(1e-15));
    }

    @Test
    void manyNumbersAreSortedAsByComparison() {
        RandomGenerator random = Streams.of(3, 0);
        double[] values = new double[20_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(5) == 0 ? random.nextInt(9) : 1e3 * random.nextGaussian();
        }
        values[7] = Double.NEGATIVE_INFINITY;
        values[8] = Double.POSITIVE_INFINITY;
        values[9] = -0.0;
        double[] expected = values.clone();
        Arrays.sort(expected);
        int[] order = DoubleSort.order(values);
        double[] sorted = values.clone();
        DoubleSort.sort(sorted);
        assertThat(sorted).isEqualTo(expected);
        assertThat(Arrays.stream(order).mapToDouble(i -> values[i]).toArray()).isEqualTo(expected);
    }

    @Test
    void heterogeneityIsThatOfItsFormula() {
        // Weights 1/4, 1, 1: mean (2/4 + 1 + 3) / 2.25 = 2; Q = 0 + 1 + 1 = 2; p = exp(−1).
        Heterogeneity places = Heterogeneity.of(new double[] {2, 1, 3}, new double[] {4, 1, 1});
        assertThat(places.mean()).isEqualTo(2, within(1e-12));
        assertThat(places.q()).isEqualTo(2, within(1e-12));
        assertThat(places.p()).isEqualTo(Math.exp(-1), within(1e-12));
        assertThat(places.inconsistency()).isZero();
        assertThat(places.error()).isEqualTo(1 / Math.sqrt(2.25), within(1e-12));
    }
}
