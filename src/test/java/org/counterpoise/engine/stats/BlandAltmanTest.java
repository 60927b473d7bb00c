package org.counterpoise.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Streams;
import org.counterpoise.engine.finding.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

class BlandAltmanTest {
    private static final double[] WRIGHT = {
        494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427
    };
    private static final double[] MINI = {
        512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451
    };

    private static double[] differences() {
        return IntStream.range(0, WRIGHT.length).mapToDouble(i -> WRIGHT[i] - MINI[i]).toArray();
    }

    /// The table of Bland and Altman 1986, computed in R.
    @Test
    void peakFlowIsAsPublished() {
        BlandAltman two = BlandAltman.of(differences(), 2);
        assertThat(two.bias()).isCloseTo(-2.11764705882353, within(1e-13));
        assertThat(two.deviation()).isCloseTo(38.7651298736074, within(1e-12));
        assertThat(two.lower()).isCloseTo(-79.6479068060383, within(1e-12));
        assertThat(two.upper()).isCloseTo(75.4126126883912, within(1e-12));
        BlandAltman usual = BlandAltman.of(differences(), 1.96);
        assertThat(usual.lower()).isCloseTo(-78.097301611094, within(1e-12));
        assertThat(usual.upper()).isCloseTo(73.8620074934469, within(1e-12));
        Interval bias = usual.biasInterval(0.95);
        assertThat(bias.lower()).isCloseTo(-22.0488376966452, within(1e-9));
        assertThat(bias.upper()).isCloseTo(17.8135435789981, within(1e-9));
    }

    @Test
    void theSlopeOfPeakFlowIsAsInR() {
        double[] means =
                IntStream.range(0, WRIGHT.length)
                        .mapToDouble(i -> (WRIGHT[i] + MINI[i]) / 2)
                        .toArray();
        StraightLine line = StraightLine.of(means, differences());
        assertThat(line.slope()).isCloseTo(0.0286874451525493, within(1e-14));
        assertThat(line.p()).isCloseTo(0.749498533649294, within(1e-10));
    }

    /// The 1986 approximation √(3 s²/n) is the limit of ours for z of 2 and many pairs.
    @Test
    void theApproximateIntervalNearsThatOf1986() {
        BlandAltman two = BlandAltman.of(differences(), 2);
        Interval upper = two.upperInterval(0.95, BlandAltman.Limits.APPROXIMATE);
        double half = (upper.upper() - upper.lower()) / 2;
        double of1986 = (109.9344 - 40.8908) / 2;
        assertThat(half / of1986).isCloseTo(Math.sqrt((1 + 17 / 8.0) / 3), within(1e-5));
        assertThat((upper.upper() + upper.lower()) / 2).isCloseTo(two.upper(), within(1e-9));
    }

    /// One-sided tolerance factors for 95 % of a normal population with confidence 95 %: Natrella
    /// 1963, table A-7.
    @ParameterizedTest
    @CsvSource({"5, 4.203", "10, 2.911", "20, 2.396", "50, 2.065", "100, 1.927"})
    void noncentralTGivesPublishedToleranceFactors(int n, double factor) {
        double z = Normal.quantile(0.95);
        double t = new NoncentralT(n - 1.0, z * Math.sqrt(n)).quantile(0.95);
        assertThat(t / Math.sqrt(n)).isCloseTo(factor, within(1.1e-3));
    }

    @Test
    void noncentralTWithoutNoncentralityIsStudents() {
        assertThat(new NoncentralT(7, 0).quantile(0.975)).isCloseTo(2.364624252, within(1e-8));
        assertThat(new NoncentralT(7, 1.5).cumulative(0)).isCloseTo(0.0668072013, within(1e-9));
        assertThat(new NoncentralT(7, -1.5).cumulative(-2) + new NoncentralT(7, 1.5).cumulative(2))
                .isCloseTo(1, within(1e-12));
    }

    /// A small simulation of the exact interval; the full one is a benchmark.
    @Test
    void exactIntervalsCover() {
        int covered = 0;
        int repeats = 600;
        for (int repeat = 0; repeat < repeats; repeat++) {
            RandomGenerator random = Streams.of(11, repeat);
            double[] d = random.doubles(15).map(u -> 1 + 2 * Normal.quantile(u)).toArray();
            Interval interval =
                    BlandAltman.of(d, 1.96).upperInterval(0.95, BlandAltman.Limits.EXACT);
            covered += interval.contains(1 + 1.96 * 2) ? 1 : 0;
        }
        // 95 % within three standard errors.
        assertThat((double) covered / repeats).isBetween(0.923, 0.977);
    }

    @Test
    void onePairHasABiasOnly() {
        BlandAltman one = BlandAltman.of(new double[] {3}, 1.96);
        assertThat(one.bias()).isEqualTo(3);
        assertThat(one.deviation()).isNaN();
        assertThat(one.biasInterval(0.95).defined()).isFalse();
        assertThat(one.lowerInterval(0.95, BlandAltman.Limits.EXACT).defined()).isFalse();
    }

    /// Swapped and shifted copies: Lin's coefficient in closed form.
    @Test
    void concordanceFallsWithAShift() {
        double[] a = {1, 2, 3, 4, 5};
        double[] b = Arrays.stream(a).map(x -> x + 1).toArray();
        // Variance 2, covariance 2, shift 1: 2·2 / (2 + 2 + 1).
        assertThat(LinConcordance.of(a, b, 0.95).value()).isCloseTo(0.8, within(1e-12));
        assertThat(LinConcordance.of(a, a, 0.95).value()).isEqualTo(1);
    }

    /// Stephens' critical value at 5 % with estimated mean and variance is .752.
    @Test
    void andersonDarlingHoldsItsLevel() {
        int rejected = 0;
        for (int repeat = 0; repeat < 1000; repeat++) {
            double[] x = Streams.of(12, repeat).doubles(30).map(Normal::quantile).toArray();
            NormalityTest test = NormalityTest.andersonDarling(x);
            rejected += test.p() < 0.05 ? 1 : 0;
            if (Math.abs(test.statistic() - 0.752) > 0.005) {
                assertThat(test.p() < 0.05).isEqualTo(test.statistic() > 0.752);
            }
        }
        assertThat(rejected).isBetween(30, 72);
    }
}
