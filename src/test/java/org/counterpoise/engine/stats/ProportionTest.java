package org.counterpoise.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.finding.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {

    /// Anonymeter's tests/test_confidence.py: centre and half width of the 95 % interval.
    @ParameterizedTest
    @CsvSource({
        "850, 1000, 0.849, 0.022, 0.0005",
        "23, 100, 0.23998824451588613, 0.08155558571285167, 1e-12",
        "100, 100, 0.9815032508965071, 0.01849674910349284, 1e-12"
    })
    void wilsonIsAnonymeters(long count, long n, double centre, double half, double tolerance) {
        Interval interval = new Proportion(count, n).wilson(0.95);
        assertThat((interval.lower() + interval.upper()) / 2).isCloseTo(centre, within(tolerance));
        assertThat((interval.upper() - interval.lower()) / 2).isCloseTo(half, within(tolerance));
    }

    /// R 4.2.2: prop.test(85, 100, correct = FALSE), prop.test(0, 10, correct = FALSE).
    @ParameterizedTest
    @CsvSource({"85, 100, 0.767164404091676, 0.906940147163434", "0, 10, 0, 0.277532799862889"})
    void wilsonIsRs(long count, long n, double lower, double upper) {
        Interval interval = new Proportion(count, n).wilson(0.95);
        assertThat(interval.lower()).isCloseTo(lower, within(1e-12));
        assertThat(interval.upper()).isCloseTo(upper, within(1e-12));
    }

    @Test
    void ofNoneIsUndefined() {
        Proportion none = new Proportion(0, 0);
        assertThat(none.value()).isNaN();
        assertThat(none.wilson(0.95).defined()).isFalse();
        assertThat(Proportion.newcombe(none, new Proportion(1, 2), 0.95).defined()).isFalse();
    }

    /// Newcombe 1998, Stat Med 17:873, table II, method 10.
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "6, 7, 2, 7, 0.0582, 0.8062",
        "5, 56, 0, 29, -0.0381, 0.1926",
        "10, 10, 0, 20, 0.6791, 1.0000",
        "10, 10, 0, 10, 0.6075, 1.0000"
    })
    void newcombeIsAsPublished(long a, long n, long b, long m, double lower, double upper) {
        Interval interval = Proportion.newcombe(new Proportion(a, n), new Proportion(b, m), 0.95);
        assertThat(interval.lower()).isCloseTo(lower, within(0.00005));
        assertThat(interval.upper()).isCloseTo(upper, within(0.00005));
    }
}
