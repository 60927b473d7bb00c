package org.counterpoise.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

class GapPermutationTest {

    /// Every draw has the probability of the closed form, within 4.5 standard errors.
    @ParameterizedTest
    @CsvSource({"50, 20, 10", "50, 10, 20", "500, 200, 90", "400, 390, 380", "1000, 30, 900"})
    void drawsFollowTheHypergeometricDistribution(int total, int marked, int draws) {
        int n = 200_000;
        Hypergeometric sampler = new Hypergeometric(total);
        RandomGenerator random = Streams.of(3, 1);
        int[] counts = new int[total + 1];
        for (int i = 0; i < n; i++) {
            counts[sampler.draw(total, marked, draws, random)]++;
        }
        HypergeometricDistribution exact = HypergeometricDistribution.of(total, marked, draws);
        for (int k = 0; k <= total; k++) {
            double p = exact.probability(k);
            assertThat((double) counts[k] / n)
                    .as("k = " + k)
                    .isCloseTo(p, within(4.5 * Math.sqrt(p * (1 - p) / n) + 1e-5));
        }
    }

    /// With two groups the test is the exact conditional one: the chance under the hypergeometric
    /// distribution of a difference at least as large.
    @Test
    void ofTwoGroupsIsTheExactTest() {
        Confusion[] groups = {new Confusion(14, 0, 0, 6), new Confusion(12, 0, 0, 18)};
        HypergeometricDistribution exact = HypergeometricDistribution.of(50, 26, 20);
        double observed = Math.abs(14.0 / 20 - 12.0 / 30);
        double p =
                IntStream.rangeClosed(0, 20)
                        .filter(k -> Math.abs(k / 20.0 - (26 - k) / 30.0) >= observed - 1e-12)
                        .mapToDouble(exact::probability)
                        .sum();
        double estimated = new GapPermutation(groups).p(RateMetric.TPR, 40_000, 1, Progress.NONE);
        assertThat(estimated).isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / 40_000)));
    }

    /// Under the hypothesis, p-values are uniform: about one in ten under 0.1, for every metric.
    @ParameterizedTest
    @EnumSource(RateMetric.class)
    void holdsItsLevelWhenGroupsDoNotMatter(RateMetric metric) {
        RandomGenerator random = Streams.of(11, metric.ordinal());
        int trials = 400;
        int rejected = 0;
        for (int t = 0; t < trials; t++) {
            Confusion[] groups = new Confusion[3];
            for (int g = 0; g < 3; g++) {
                long[] cells = new long[4];
                for (int i = 0; i < 60 + 40 * g; i++) {
                    boolean y = random.nextDouble() < 0.4;
                    boolean d = random.nextDouble() < (y ? 0.7 : 0.3);
                    cells[(y ? 2 : 0) + (d ? 1 : 0)]++;
                }
                groups[g] = new Confusion(cells[3], cells[1], cells[0], cells[2]);
            }
            double p = new GapPermutation(groups).p(metric, 199, t, Progress.NONE);
            rejected += p <= 0.1 ? 1 : 0;
        }
        assertThat((double) rejected / trials).isBetween(0.04, 0.16);
    }

    @Test
    void aRealGapIsFoundDespiteATinyGroup() {
        Confusion[] groups = {
            new Confusion(900, 100, 900, 100),
            new Confusion(700, 100, 900, 300),
            new Confusion(1, 0, 1, 0)
        };
        assertThat(new GapPermutation(groups).p(RateMetric.TPR, 999, 5, Progress.NONE))
                .isEqualTo(0.001);
        assertThat(new GapPermutation(groups).p(RateMetric.FPR, 999, 5, Progress.NONE))
                .isGreaterThan(0.2);
    }

    @Test
    void oneGroupIsNotTested() {
        Confusion[] groups = {new Confusion(9, 1, 9, 1), new Confusion(0, 3, 4, 0)};
        assertThat(new GapPermutation(groups).p(RateMetric.TPR, 99, 5, Progress.NONE)).isNaN();
    }

    @Test
    void threadsDoNotMatter() {
        Confusion[] groups = {new Confusion(40, 30, 50, 20), new Confusion(30, 33, 50, 20)};
        GapPermutation test = new GapPermutation(groups);
        int threads = Parallel.threads();
        Parallel.setThreads(1);
        double one = test.p(RateMetric.F1, 999, 5, Progress.NONE);
        Parallel.setThreads(2);
        double two = test.p(RateMetric.F1, 999, 5, Progress.NONE);
        Parallel.setThreads(threads);
        assertThat(one).isEqualTo(two);
    }
}
