package org.counterpoise.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MultiplicityTest {
    private static final double[] P = {0.01, 0.04, 0.03, 0.005, 0.5};

    /// R 4.2.2: p.adjust(method = "holm").
    @Test
    void holmIsRs() {
        assertThat(Multiplicity.holm(P))
                .containsExactly(new double[] {0.04, 0.09, 0.09, 0.025, 0.5}, within(1e-15));
        assertThat(Multiplicity.holm(new double[] {0.01, 0.02, 0.03, 0.04, 0.05}))
                .containsExactly(new double[] {0.05, 0.08, 0.09, 0.09, 0.09}, within(1e-15));
    }

    /// R 4.2.2: p.adjust(method = "BH").
    @Test
    void benjaminiHochbergIsRs() {
        assertThat(Multiplicity.benjaminiHochberg(P))
                .containsExactly(new double[] {0.025, 0.05, 0.05, 0.025, 0.5}, within(1e-15));
    }

    @Test
    void whatWasNotTestedDoesNotCount() {
        double[] adjusted = Multiplicity.holm(new double[] {Double.NaN, 0.02, 0.5});
        assertThat(adjusted[0]).isNaN();
        assertThat(adjusted[1]).isEqualTo(0.04);
        assertThat(Multiplicity.holm(new double[0])).isEmpty();
    }

    /// R 4.2.2: chisq.test(c(89, 37, 30, 28, 2), p = c(40, 20, 20, 15, 5)/100).
    @Test
    void chiSquareOfFitIsRs() {
        ChiSquare test =
                ChiSquare.fit(
                        new long[] {89, 37, 30, 28, 2}, new double[] {0.4, 0.2, 0.2, 0.15, 0.05});
        assertThat(test.statistic()).isCloseTo(9.99014336917563, within(1e-12));
        assertThat(test.p()).isCloseTo(0.0405940433447812, within(1e-12));
        assertThat(test.degrees()).isEqualTo(4);
        assertThat(test.smallestExpected()).isCloseTo(9.3, within(1e-12));
    }

    @Test
    void aGroupNobodyExpectedCannotFit() {
        ChiSquare test = ChiSquare.fit(new long[] {5, 5}, new double[] {1, 0});
        assertThat(test.statistic()).isInfinite();
        assertThat(test.p()).isZero();
    }

    @Test
    void oneCellOrNobodyIsNotTested() {
        assertThat(ChiSquare.fit(new long[] {5}, new double[] {1}).p()).isNaN();
        assertThat(ChiSquare.fit(new long[] {0, 0}, new double[] {0.5, 0.5}).p()).isNaN();
    }

    /// R 4.2.2: quantile(c(3, 1, 4, 1, 5, 9, 2, 6), c(.1, .25, .5, .9)).
    @Test
    void quantilesAreOfTypeSeven() {
        double[] values = {3, 1, 4, 1, 5, Double.NaN, 9, 2, 6};
        assertThat(Quantiles.of(values, 0.1)).isEqualTo(1);
        assertThat(Quantiles.of(values, 0.25)).isEqualTo(1.75);
        assertThat(Quantiles.of(values, 0.5)).isEqualTo(3.5);
        assertThat(Quantiles.of(values, 0.9)).isCloseTo(6.9, within(1e-14));
        assertThat(Quantiles.median(new double[0])).isNaN();
    }
}
