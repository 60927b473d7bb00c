package org.counterpoise.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Streams;
import org.counterpoise.engine.finding.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

class LargestGapTest {

    /// Tables of the studentised range with infinite degrees of freedom, upper 5 % and 1 % (Pearson
    /// and Hartley, Biometrika Tables for Statisticians, table 29; R: qtukey(0.95, k, Inf)).
    @ParameterizedTest
    @CsvSource({
        "2, 0.95, 2.77",
        "3, 0.95, 3.31",
        "4, 0.95, 3.63",
        "5, 0.95, 3.86",
        "10, 0.95, 4.47",
        "20, 0.95, 5.01",
        "3, 0.99, 4.12",
        "5, 0.99, 4.60",
        "10, 0.99, 5.16"
    })
    void studentisedRangesAreThoseOfTheTables(int k, double chance, double expected) {
        assertThat(new StudentizedRange(k).quantile(chance)).isCloseTo(expected, within(0.0051));
    }

    /// Tables of Student's t.
    @ParameterizedTest
    @CsvSource({
        "0.95, 7, 2.3646",
        "0.95, 29, 2.0452",
        "0.99, 29, 2.7564",
        "0.95, 120, 1.9799",
        "0.999, 20, 3.8495"
    })
    void studentsTIsThatOfTheTables(double confidence, double freedom, double expected) {
        double t = Normal.student(Normal.z(confidence), freedom);
        assertThat(t).isBetween(expected - 5e-5, 1.002 * expected);
    }

    /// Of two numbers the range is √2 times a half-normal number.
    @ParameterizedTest
    @CsvSource({"0.5", "1.2", "2.77", "4.5"})
    void theRangeOfTwoIsHalfNormal(double q) {
        assertThat(new StudentizedRange(2).cumulative(q))
                .isCloseTo(1 - Normal.twoSided(q / Math.sqrt(2)), within(1e-14));
    }

    @Test
    void ofTwoGroupsItIsNewcombesInterval() {
        // Newcombe 1998, method 10, example (a): 56/70 and 48/80 give 0.0524 to 0.3339.
        Proportion a = new Proportion(56, 70);
        Proportion b = new Proportion(48, 80);
        LargestGap gap = gap(b, a);
        assertThat(gap.value()).isCloseTo(0.2, within(1e-15));
        assertThat(gap.highest()).isEqualTo(1);
        assertThat(gap.lowest()).isZero();
        assertThat(gap.interval().lower()).isCloseTo(0.0524, within(5e-5));
        assertThat(gap.interval().upper()).isCloseTo(0.3339, within(5e-5));
    }

    private static LargestGap gap(Proportion... groups) {
        return LargestGap.of(GapSimulation.estimators(groups), 0.95);
    }

    @Test
    void theTestRejectsExactlyWhenTheIntervalLeavesZeroOut() {
        RandomGenerator random = Streams.of(3, 0);
        int rejected = 0;
        for (int i = 0; i < 300; i++) {
            Proportion[] groups = new Proportion[2 + i % 4];
            for (int g = 0; g < groups.length; g++) {
                int n = 5 + random.nextInt(200);
                groups[g] = new Proportion(random.nextInt(n / 2 + 1), n);
            }
            LargestGap gap = gap(groups);
            assertThat(gap.p() <= 0.05).isEqualTo(gap.interval().lower() > 0);
            assertThat(gap.interval().contains(gap.value())).isTrue();
            rejected += gap.p() <= 0.05 ? 1 : 0;
        }
        assertThat(rejected).isBetween(20, 280);
    }

    /// Passing over pairs must not change the result: against all pairs, one by one.
    @Test
    void passingOverPairsChangesNothing() {
        RandomGenerator random = Streams.of(4, 0);
        for (int i = 0; i < 100; i++) {
            Proportion[] groups = new Proportion[2 + random.nextInt(12)];
            Arrays.setAll(
                    groups,
                    g -> {
                        int n = 1 + random.nextInt(80);
                        return new Proportion(random.nextInt(n + 1), n);
                    });
            double critical = new StudentizedRange(groups.length).quantile(0.95) / Math.sqrt(2);
            double lower = 0;
            double upper = 0;
            for (int a = 0; a < groups.length; a++) {
                for (int b = 0; b < groups.length; b++) {
                    if (a != b) {
                        double wide = Normal.confidence(critical);
                        lower = Math.max(lower, newcombe(groups[a], groups[b], wide).lower());
                        upper = Math.max(upper, newcombe(groups[a], groups[b], 0.95).upper());
                    }
                }
            }
            LargestGap gap = gap(groups);
            assertThat(gap.interval().lower()).isCloseTo(lower, within(1e-9));
            assertThat(gap.interval().upper()).isCloseTo(upper, within(1e-9));
        }
    }

    private static Interval newcombe(Proportion a, Proportion b, double confidence) {
        return Proportion.newcombe(a, b, confidence);
    }

    @Test
    void groupsWithoutAValueAreLeftOut() {
        LargestGap gap = gap(new Proportion(0, 0), new Proportion(3, 9), new Proportion(5, 9));
        assertThat(gap.groups()).isEqualTo(2);
        assertThat(gap.highest()).isEqualTo(2);
        assertThat(gap(new Proportion(0, 0), new Proportion(3, 9)).defined()).isFalse();
        assertThat(gap(new Proportion(0, 0)).p()).isNaN();
    }

    @Test
    void equalGroupsShowNoGap() {
        LargestGap gap = gap(new Proportion(5, 20), new Proportion(5, 20), new Proportion(5, 20));
        assertThat(gap.value()).isZero();
        assertThat(gap.interval().lower()).isZero();
        assertThat(gap.p()).isEqualTo(1);
    }

    /// Two groups of 400 with a rate of one half: (1.96 + 0.84)·√(2·¼/400).
    @Test
    void theDetectableGapIsTheTextbooks() {
        Estimator half = GapSimulation.estimator(new Proportion(200, 400));
        assertThat(LargestGap.detectable(half, half, 2, 0.05, 0.8))
                .isCloseTo((1.959964 + 0.841621) * Math.sqrt(0.5 / 400), within(2e-4));
        assertThat(LargestGap.detectable(half, half, 5, 0.05, 0.8)).isGreaterThan(0.12);
    }

    /// The promise: coverage of at least 94 % (here within 3.5 standard errors of a simulation of
    /// 1,000), false alarms of at most 6 %, where the percentile bootstrap hardly ever covers 0.
    /// The full table is in src/docs/guide/uncertainty.md.
    @ParameterizedTest
    @CsvSource({"3, 30", "3, 300", "5, 30", "5, 300"})
    void withoutAGapTheIntervalHoldsZeroAndAlarmsAreRare(int groups, int n) {
        GapSimulation.Outcome none = simulate(groups, n, 0.3, 0, 40);
        double slack = 3.5 * Math.sqrt(0.05 * 0.95 / 1000);
        assertThat(none.coverage()).isGreaterThan(0.94 - slack);
        assertThat(none.alarms()).isLessThan(0.06 + slack);
        assertThat(none.bootstrapCoverage()).isLessThan(0.1);
        assertThat(none.width()).isLessThan(2 * none.oracleWidth());
    }

    @ParameterizedTest
    @CsvSource({"3, 30, 0.2", "3, 300, 0.1", "5, 30, 0.2", "5, 300, 0.1", "5, 300, 0.05"})
    void withAGapTheIntervalHoldsIt(int groups, int n, double gap) {
        GapSimulation.Outcome some = simulate(groups, n, 0.3, gap, 0);
        assertThat(some.coverage()).isGreaterThan(0.94 - 3.5 * Math.sqrt(0.05 * 0.95 / 1000));
        assertThat(some.width()).isLessThan(1.5 * some.oracleWidth());
    }

    /// The same promise for every other metric: coverage of at least 94 % (here within 3.5 standard
    /// errors of a simulation of 200), false alarms of at most 6 %, also with groups of unequal
    /// size. Without a gap coverage and false alarms add up to 1.
    @ParameterizedTest
    @EnumSource(SimulatedMetric.class)
    void gapsOfOtherMetricsHoldTheirLevel(SimulatedMetric metric) {
        int repeats = 200;
        double slack = 3.5 * Math.sqrt(0.05 * 0.95 / repeats);
        for (int[] sizes : new int[][] {{100, 100, 100}, {200, 100, 100, 60, 60}}) {
            GapSimulation.Held none = GapSimulation.largestGap(metric, 0, sizes, repeats, 31);
            assertThat(none.coverage()).as("no gap").isGreaterThan(0.94 - slack);
            assertThat(none.alarms()).isLessThan(0.06 + slack);
            assertThat(none.width()).isLessThan(2.5 * none.oracleWidth());
            if (metric.gap() > 0) {
                GapSimulation.Held some =
                        GapSimulation.largestGap(metric, metric.gap(), sizes, repeats, 32);
                assertThat(some.coverage()).as("a gap").isGreaterThan(0.94 - slack);
                assertThat(some.width()).isLessThan(1.7 * some.oracleWidth());
            }
        }
    }

    /// A gap of the size said to be detectable is found with about the power stated.
    @Test
    void aDetectableGapIsFoundWithItsPower() {
        Estimator typical = GapSimulation.estimator(new Proportion(160, 400));
        double gap = LargestGap.detectable(typical, typical, 3, 0.05, 0.8);
        double[] rates = {0.4 - gap / 2, 0.4, 0.4 + gap / 2};
        int[] sizes = {400, 400, 400};
        double power = GapSimulation.largestGap(rates, sizes, 1000, 0, 8).alarms();
        assertThat(power).isBetween(0.75, 0.87);
    }

    private static GapSimulation.Outcome simulate(
            int groups, int n, double rate, double gap, int replicates) {
        double[] rates = new double[groups];
        int[] sizes = new int[groups];
        Arrays.fill(sizes, n);
        Arrays.setAll(rates, g -> rate + gap * g / (groups - 1));
        return GapSimulation.largestGap(rates, sizes, 1000, replicates, 21);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 30", "0.3, 100", "0.5, 300"})
    void wilsonNewcombeAndDeLongHoldTheirLevel(double rate, int n) {
        List<GapSimulation.Coverage> all =
                List.of(
                        GapSimulation.wilson(rate, n, 2000, 5),
                        GapSimulation.newcombe(rate, rate + 0.1, n, 2000, 6),
                        GapSimulation.deLong(0.6 + rate / 2, n, 1000, 7));
        assertThat(all).allMatch(c -> c.coverage() > 0.925 && c.coverage() < 0.985);
    }
}
