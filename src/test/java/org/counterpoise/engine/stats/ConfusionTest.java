package org.counterpoise.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.finding.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConfusionTest {
    private static final Confusion SOME = new Confusion(30, 10, 50, 20);

    @Test
    void onePassCountsEachGroup() {
        byte[] outcome = {1, 1, 0, 0, 1, -1, 0};
        byte[] decision = {1, 0, 1, 0, 1, 1, -1};
        int[] groups = {0, 0, 0, 0, 1, 0, 1};
        assertThat(Confusion.perGroup(outcome, decision, groups, 2))
                .containsExactly(new Confusion(1, 1, 1, 1), new Confusion(1, 0, 0, 0));
        groups[4] = -1;
        assertThat(Confusion.perGroup(outcome, decision, groups, 2)[1].n()).isZero();
    }

    @Test
    void ratesAreTheirDefinitions() {
        assertThat(RateMetric.TPR.of(SOME, 0.95).value()).isEqualTo(30.0 / 50);
        assertThat(RateMetric.FPR.of(SOME, 0.95).value()).isEqualTo(10.0 / 60);
        assertThat(RateMetric.PPV.of(SOME, 0.95).value()).isEqualTo(30.0 / 40);
        assertThat(RateMetric.NPV.of(SOME, 0.95).value()).isEqualTo(50.0 / 70);
        assertThat(RateMetric.ACCURACY.of(SOME, 0.95).value()).isEqualTo(80.0 / 110);
        assertThat(RateMetric.SELECTION_RATE.of(SOME, 0.95).value()).isEqualTo(40.0 / 110);
        assertThat(RateMetric.PREVALENCE.of(SOME, 0.95).value()).isEqualTo(50.0 / 110);
        assertThat(RateMetric.BALANCED_ACCURACY.of(SOME, 0.95).value())
                .isCloseTo((0.6 + 50.0 / 60) / 2, within(1e-15));
        // 2·TP / (2·TP + FP + FN)
        assertThat(RateMetric.F1.of(SOME, 0.95).value()).isCloseTo(60.0 / 90, within(1e-15));
    }

    @ParameterizedTest
    @EnumSource(RateMetric.class)
    void everyMetricOfNobodyIsUndefined(RateMetric metric) {
        Estimate estimate = metric.of(new Confusion(0, 0, 0, 0), 0.95);
        assertThat(estimate.value()).isNaN();
        assertThat(estimate.n()).isZero();
        assertThat(estimate.interval().defined()).isFalse();
    }

    @Test
    void f1WithoutPositivesIsUndefinedLikeRecall() {
        assertThat(RateMetric.F1.of(new Confusion(0, 5, 5, 0), 0.95).defined()).isFalse();
        assertThat(RateMetric.F1.of(new Confusion(0, 0, 5, 5), 0.95).value()).isZero();
    }

    @ParameterizedTest
    @EnumSource(RateMetric.class)
    void intervalsHoldTheirEstimate(RateMetric metric) {
        Estimate estimate = metric.of(SOME, 0.95);
        Interval interval = estimate.interval();
        assertThat(interval.contains(estimate.value())).isTrue();
        assertThat(interval.lower()).isGreaterThan(0);
        assertThat(interval.upper()).isLessThan(1);
    }

    /// AIF360, tests/test_classification_metric.py.
    @Test
    void generalizedEntropyAndTheilAreAif360s() {
        byte[] outcome = {1, 0, 0, 1, 0, 0, 1, 0, 1, 1};
        byte[] first = {1, 0, 0, 0, 1, 1, 1, 0, 1, 0};
        byte[] second = {0, 1, 1, 0, 0, 0, 0, 1, 1, 1};
        double[] benefits = Inequality.benefits(outcome, first);
        assertThat(Inequality.generalizedEntropy(benefits, 2)).isCloseTo(0.2, within(1e-15));
        assertThat(Inequality.generalizedEntropy(Inequality.benefits(outcome, second), 2))
                .isCloseTo(0.3, within(1e-15));
        assertThat(Inequality.theil(benefits)).isCloseTo(4 * Math.log(2) / 10, within(1e-15));
    }

    @Test
    void equalBenefitsAreNotUnequal() {
        double[] equal = {3, 3, 3};
        for (double alpha : new double[] {0, 1, 2}) {
            assertThat(Inequality.generalizedEntropy(equal, alpha)).isZero();
        }
        assertThat(Inequality.generalizedEntropy(new double[0], 2)).isNaN();
        assertThat(Inequality.generalizedEntropy(new double[] {0, 0}, 2)).isNaN();
    }

    @Test
    void equalSharesAreDifferentiallyFair() {
        assertThat(DifferentialFairness.smoothedEmpirical(new long[] {5, 5}, new long[] {9, 9}))
                .isZero();
        // ln((9.5/11) / (1.5/11))
        assertThat(DifferentialFairness.smoothedEmpirical(new long[] {9, 1}, new long[] {10, 10}))
                .isCloseTo(Math.log(9.5 / 1.5), within(1e-15));
        assertThat(DifferentialFairness.smoothedEmpirical(new long[0], new long[0])).isNaN();
    }
}
