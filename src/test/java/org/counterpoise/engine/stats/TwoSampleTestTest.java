package org.counterpoise.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Expected values: SciPy 1.18 `cramervonmises_2samp(method="asymptotic")` and `ks_2samp`; for
/// Anderson–Darling the percentage points of the limit, Stephens 1974
/// (doi:10.1080/01621459.1974.10480196), and the level under the null hypothesis.
class TwoSampleTestTest {
    private static final double[] A = {1.1, 2.3, 2.9, 4.2, 5.8, 3.3};
    private static final double[] B = {0.4, 2.5, 3.9, 6.1, 7.7, 8.2, 5.5, 4.9};
    private static final double[] TIED_A = {1, 2, 2, 3, 5};
    private static final double[] TIED_B = {2, 3, 4, 4, 6, 7};

    @Test
    void cramerVonMisesIsAsInSciPy() {
        assertThat(TwoSampleTest.CRAMER_VON_MISES.p(A, B))
                .isEqualTo(0.21776676851853383, within(1e-10));
    }

    @Test
    void kolmogorovSmirnovHasItsDistance() {
        // SciPy 1.18, ks_2samp: 0.45833333333333337
        assertThat(Distances.kolmogorovSmirnov(A, B)).isEqualTo(11.0 / 24, within(1e-12));
        assertThat(TwoSampleTest.KOLMOGOROV_SMIRNOV.p(A, B))
                .isEqualTo(Distances.kolmogorovSmirnovP(11.0 / 24, 6, 8), within(1e-12));
    }

    @Test
    void andersonDarlingHasTheKnownPercentagePoints() {
        assertThat(TwoSampleTest.andersonDarlingP(1.933)).isEqualTo(0.10, within(1e-4));
        assertThat(TwoSampleTest.andersonDarlingP(2.492)).isEqualTo(0.05, within(1e-4));
        assertThat(TwoSampleTest.andersonDarlingP(3.857)).isEqualTo(0.01, within(3e-4));
    }

    @Test
    void andersonDarlingOfSciPyStatistics() {
        // SciPy standardises the statistic: T = (A² − 1)/σ, with σ of Scholz and Stephens; turned
        // back, T = 0.33420513757814746 of A and B is A² = 1.2407, T = 0.7283558 of the tied ones.
        double p = TwoSampleTest.ANDERSON_DARLING.p(A, B);
        assertThat(p).isEqualTo(0.2519, within(0.01));
        assertThat(TwoSampleTest.ANDERSON_DARLING.p(TIED_A, TIED_B)).isBetween(0.13, 0.20);
    }

    @ParameterizedTest
    @EnumSource
    void equalSamplesAreNotToldApartAndDistantOnesAre(TwoSampleTest test) {
        assertThat(test.p(A, A)).isGreaterThan(0.9);
        double[] far = java.util.Arrays.stream(B).map(x -> x + 100).toArray();
        assertThat(test.p(A, far)).isLessThan(0.02);
        assertThat(test.p(A, new double[0])).isNaN();
    }

    @ParameterizedTest
    @EnumSource
    void theLevelIsKept(TwoSampleTest test) {
        RandomGenerator random = org.counterpoise.engine.Streams.of(11, 0);
        int rejected = 0;
        for (int i = 0; i < 1000; i++) {
            double[] a = random.doubles(40).toArray();
            double[] b = random.doubles(120).toArray();
            rejected += test.p(a, b) < 0.05 ? 1 : 0;
        }
        // 50 expected; 4 standard errors are 28.
        assertThat(rejected).isBetween(22, 78);
    }

    /// Samples that lie between each other are as alike as can be; of some sizes the statistic is
    /// so small that every term of the series underflows, and its end must still be seen.
    @Test
    void interleavedSamplesAreNotToldApart() {
        for (int n = 2; n <= 600; n++) {
            double[] even = IntStream.range(0, n).mapToDouble(i -> 2 * i).toArray();
            double[] odd = IntStream.range(0, n - 1).mapToDouble(i -> 2 * i + 1).toArray();
            assertThat(TwoSampleTest.CRAMER_VON_MISES.p(even, odd)).isGreaterThan(0.9);
        }
    }
}
