package org.counterpoise.engine.validate.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.learn.Coefficients.Term;
import org.junit.jupiter.api.Test;

import java.util.List;

class AnalysisAgreementTest {

    private static AnalysisAgreement.Term compare(
            double real, double realError, double made, double madeError) {
        return AnalysisAgreement.compare(
                        List.of(new Term("x", real, realError)),
                        List.of(new Term("x", made, madeError)),
                        0.95)
                .terms()
                .getFirst();
    }

    /// By hand with z = 1.959964: [0.020018, 1.979982] and [0.416014, 1.983986] share 1.563968.
    @Test
    void overlapIsTheMeanShareOfBothIntervals() {
        AnalysisAgreement.Term term = compare(1, 0.5, 1.2, 0.4);
        assertThat(term.overlap())
                .isCloseTo((1.563968 / 1.959964 + 1.563968 / 1.567971) / 2, within(1e-5));
        assertThat(term.difference()).isCloseTo(0.4, within(1e-12));
        assertThat(term.sameSign()).isTrue();
        assertThat(term.sameSignificance()).isTrue();
    }

    @Test
    void equalEstimatesOverlapFullyAndDistantOnesByLessThanNothing() {
        assertThat(compare(1, 0.2, 1, 0.2).overlap()).isCloseTo(1, within(1e-12));
        assertThat(compare(1, 0.1, -1, 0.1).overlap()).isNegative();
        assertThat(compare(1, 0.1, -1, 0.1).sameSign()).isFalse();
        assertThat(compare(0.1, 0.1, 1, 0.1).sameSignificance()).isFalse();
    }

    @Test
    void aTermThatDoesNotVaryIsSaidToBeLost() {
        AnalysisAgreement agreement =
                AnalysisAgreement.compare(
                        List.of(new Term("x", 1, 0.1), new Term("y", 1, 0.1)),
                        List.of(new Term("x", 1, 0.1), new Term("y", Double.NaN, Double.NaN)),
                        0.95);
        assertThat(agreement.lost()).containsExactly("y");
        assertThat(agreement.terms()).hasSize(1);
        assertThat(agreement.meanOverlap()).isCloseTo(1, within(1e-12));
    }
}
