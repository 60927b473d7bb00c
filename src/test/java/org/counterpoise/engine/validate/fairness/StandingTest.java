package org.counterpoise.engine.validate.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpoise.engine.finding.Interval;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.List;

class StandingTest {

    @ParameterizedTest
    @CsvSource({
        "0.01, 0.10, BETTER",
        "-0.10, -0.01, WORSE",
        "-0.04, -0.01, SAME",
        "-0.05, 0.05, SAME",
        "-0.10, 0.10, CANNOT_TELL",
        "-0.06, 0.01, CANNOT_TELL",
        "NaN, NaN, CANNOT_TELL"
    })
    void anIntervalIsHeldAgainstZeroAndTheMargin(double lower, double upper, Standing expected) {
        assertThat(Standing.of(new Interval(lower, upper, 0.95, ""), 0.05)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "BETTER WORSE, WORSE",
        "BETTER SAME, BETTER",
        "BETTER CANNOT_TELL, CANNOT_TELL",
        "SAME SAME, SAME",
        "WORSE CANNOT_TELL, WORSE"
    })
    void aGroupIsBetterOnlyIfNothingIsLeftOpen(String metrics, Standing expected) {
        List<Standing> standings =
                Arrays.stream(metrics.split(" ")).map(Standing::valueOf).toList();
        assertThat(Standing.of(standings)).isEqualTo(expected);
    }
}
