package org.counterpoise.engine.validate.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.learn.downstream.ModelMetric;
import org.counterpoise.engine.learn.downstream.PairedDifference;
import org.counterpoise.engine.learn.downstream.Source;
import org.counterpoise.engine.validate.utility.Equivalence.Outcome;
import org.junit.jupiter.api.Test;

class EquivalenceTest {

    private static Equivalence of(double ratio, double error) {
        double infinite = 1e12;
        return new Equivalence(
                ModelMetric.AUC,
                Source.SYNTHETIC,
                new PairedDifference(Math.log(ratio), error * error, 0, infinite, 100),
                0.95);
    }

    /// With many degrees of freedom each test is the normal one: Φ(ln 0.95 / 0.02) = 0.00516.
    @Test
    void equalModelsAreEquivalentOnceTheErrorIsSmall() {
        Equivalence tested = of(1, 0.02);
        assertThat(tested.pWorse()).isCloseTo(0.005163, within(1e-5));
        assertThat(tested.pBetter()).isCloseTo(0.005163, within(1e-5));
        assertThat(tested.outcome(0.05)).isEqualTo(Outcome.EQUIVALENT);
        assertThat(of(1, 0.05).outcome(0.05)).isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void theTestsAgreeWithTheIntervalAtTwiceTheirLevel() {
        for (double ratio : new double[] {0.9, 0.94, 0.96, 0.98, 1, 1.03, 1.1}) {
            Equivalence tested = of(ratio, 0.012);
            boolean inside =
                    tested.interval(0.9).lower() >= 0.95
                            && tested.interval(0.9).upper() <= 1 / 0.95;
            assertThat(tested.outcome(0.05) == Outcome.EQUIVALENT)
                    .as("%s", ratio)
                    .isEqualTo(inside);
        }
    }

    @Test
    void betterByMoreThanTheMarginIsNotWorseAndFarWorseIsWorse() {
        assertThat(of(1.2, 0.02).outcome(0.05)).isEqualTo(Outcome.NOT_WORSE);
        assertThat(of(0.8, 0.02).outcome(0.05)).isEqualTo(Outcome.WORSE);
    }
}
