package org.counterpoise.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.budget.Ledger.Spent;
import org.counterpoise.engine.budget.RenyiAccount.Bound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.List;

/// Expected numbers are those of Opacus and of Google's dp_accounting.
class RenyiAccountTest {

    private static Bound bound(double q, double sigma, long steps, double delta) {
        return RenyiAccount.bound(List.of(new Spent(new SampledGaussian(q, sigma), steps)), delta);
    }

    @ParameterizedTest
    @CsvSource({
        "0.04, 1.5, 2250, 1e-5, 7.3291111714386545, 3.9",
        "0.004266666666666667, 1.1, 14062, 1e-5, 2.5965558689607486, 8.1",
        "0.004266666666666667, 1.3, 3515, 1e-5, 0.9544295087300312, 17",
        "0.01, 4, 10000, 1e-5, 1.0354900660362476, 17",
        "1, 1, 1, 1e-5, 4.728507067217623, 5.4",
        "1, 10, 100, 1e-5, 4.728507067217623, 5.4",
        "0.02, 1, 500, 1e-6, 3.602584169163305, 6.1"
    })
    void boundsAreThoseOfTheReference(
            double q, double sigma, long steps, double delta, double epsilon, double order) {
        Bound bound = bound(q, sigma, steps, delta);
        assertThat(bound.epsilon()).isCloseTo(epsilon, within(1e-9));
        assertThat(bound.order()).isCloseTo(order, within(1e-9));
        assertThat(bound.atEnd()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, 1.27253744e-4",
        "2, 1.71813422e-4",
        "2.5, 2.17575332e-4",
        "5, 4.68667242e-4",
        "32, 11.2462759"
    })
    void divergencesOfWholeAndOtherOrdersAreThoseOfTheReference(double alpha, double expected) {
        assertThat(new SampledGaussian(0.01, 1).renyi(alpha))
                .isCloseTo(expected, within(expected * 5e-9));
    }

    @Test
    void conversionIsThatOfTheReference() {
        double[] orders = new double[31];
        Arrays.setAll(orders, i -> i + 2);
        double[] divergences = new double[31];
        Arrays.fill(divergences, 1.1);
        Bound bound = RenyiAccount.convert(orders, divergences, 1e-5);
        assertThat(bound.epsilon()).isCloseTo(1.32783806176, within(1e-10));
        assertThat(bound.order()).isEqualTo(32);
        assertThat(bound.atEnd()).isTrue();
    }

    @Test
    void noiseForATargetIsThatOfTheReference() {
        double sigma = RenyiAccount.noise(8, 1e-5, 0.04, 2000);
        assertThat(sigma).isCloseTo(1.3562, within(0.01));
        assertThat(bound(0.04, sigma, 2000, 1e-5).epsilon()).isLessThanOrEqualTo(8);
        assertThat(bound(0.04, 0.999 * sigma, 2000, 1e-5).epsilon()).isGreaterThan(8);
    }

    @Test
    void usesAddUpAndNoneCostNothing() {
        Spent part = new Spent(new SampledGaussian(0.02, 1), 250);
        assertThat(RenyiAccount.bound(List.of(part, part), 1e-6).epsilon())
                .isCloseTo(3.602584169163305, within(1e-9));
        assertThat(RenyiAccount.bound(List.of(), 1e-6).epsilon()).isZero();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> new SampledGaussian(0, 1)).hasMessageContaining("sampling rate");
        assertThatThrownBy(() -> new SampledGaussian(0.1, 0)).hasMessageContaining("noise");
        assertThatThrownBy(() -> bound(0.1, 1, 1, 0)).hasMessageContaining("delta");
        assertThatThrownBy(() -> new SampledGaussian(0.1, 1).renyi(1))
                .hasMessageContaining("order");
    }
}
