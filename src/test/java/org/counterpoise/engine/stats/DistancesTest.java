package org.counterpoise.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DistancesTest {
    private static final double NAN = Double.NaN;

    @Test
    void kolmogorovSmirnovIsTheLargestGapOfTheDistributionFunctions() {
        // After 2: 2/4 against 0/2; after 3: 3/4 against 1/2; after 4: 1 against 1/2.
        assertThat(Distances.kolmogorovSmirnov(new double[] {4, 1, 3, 2}, new double[] {3, 9}))
                .isEqualTo(0.5);
    }

    @Test
    void kolmogorovSmirnovStepsOverTiesAtOnce() {
        assertThat(Distances.kolmogorovSmirnov(new double[] {1, 1, 2}, new double[] {1, 2, 2}))
                .isCloseTo(1.0 / 3, within(1e-15));
        assertThat(Distances.kolmogorovSmirnov(new double[] {5, 5}, new double[] {5, 5, 5}))
                .isZero();
        assertThat(Distances.kolmogorovSmirnov(new double[] {-0.0}, new double[] {0.0})).isZero();
    }

    @Test
    void missingValuesAreLeftOutAndEmptySamplesAreUndefined() {
        assertThat(Distances.kolmogorovSmirnov(new double[] {NAN, 1, 2}, new double[] {1, NAN, 2}))
                .isZero();
        assertThat(Distances.kolmogorovSmirnov(new double[] {NAN}, new double[] {1})).isNaN();
        assertThat(Distances.wasserstein(new double[] {}, new double[] {1})).isNaN();
    }

    @Test
    void kolmogorovSmirnovPHasTheCriticalValuesOfTheLimit() {
        // Kolmogorov's limit: K(1.3581) = 0.95, K(1.6276) = 0.99; at n = m = 2e8 no correction.
        double root = Math.sqrt(1e8);
        assertThat(Distances.kolmogorovSmirnovP(1.3581 / root, 200_000_000, 200_000_000))
                .isCloseTo(0.05, within(1e-4));
        assertThat(Distances.kolmogorovSmirnovP(1.6276 / root, 200_000_000, 200_000_000))
                .isCloseTo(0.01, within(1e-4));
        assertThat(Distances.kolmogorovSmirnovP(0, 10, 10)).isEqualTo(1);
        assertThat(Distances.kolmogorovSmirnovP(1, 500, 500)).isLessThan(1e-100);
    }

    @Test
    void wassersteinOfAShiftIsTheShift() {
        double[] a = {0, 1, 3};
        assertThat(Distances.wasserstein(a, new double[] {5, 6, 8}))
                .isCloseTo(5, within(1e-12)); // the example in SciPy's documentation
        assertThat(Distances.wasserstein(new double[] {0, 1}, new double[] {0, 1, 1, 0})).isZero();
        assertThat(Distances.wasserstein(new double[] {0}, new double[] {1, 3}))
                .isCloseTo(2, within(1e-12));
    }

    @Test
    void normalisedWassersteinIsInStandardDeviationsOfTheReference() {
        // SD of {0, 2} is √2.
        assertThat(Distances.normalisedWasserstein(new double[] {0, 2}, new double[] {1, 3}))
                .isCloseTo(1 / Math.sqrt(2), within(1e-12));
        assertThat(Distances.normalisedWasserstein(new double[] {7, 7}, new double[] {7})).isZero();
        assertThat(Distances.normalisedWasserstein(new double[] {7, 7}, new double[] {8})).isNaN();
    }

    @Test
    void distancesOfDistributionsHaveTheirClosedForms() {
        double[] p = {1, 0};
        double[] q = {0, 1};
        assertThat(Distances.totalVariation(p, q)).isEqualTo(1);
        assertThat(Distances.jensenShannonDistance(p, q)).isCloseTo(1, within(1e-15));
        assertThat(Distances.hellinger(p, q)).isCloseTo(1, within(1e-15));

        double[] half = {0.5, 0.5};
        // JSD((1,0), (½,½)) = H(¾) − ½ H(½) − 0 = 0.811278… − 0.5 bits
        assertThat(Distances.jensenShannonDivergence(p, half))
                .isCloseTo(0.3112781244591328, within(1e-12));
        assertThat(Distances.hellinger(p, half))
                .isCloseTo(Math.sqrt(1 - Math.sqrt(0.5)), within(1e-12));
        assertThat(Distances.totalVariation(p, half)).isEqualTo(0.5);
        assertThat(Distances.jensenShannonDivergence(half, half)).isZero();
    }

    @Test
    void sharesOfNothingAreUndefined() {
        assertThat(Distances.shares(new long[] {1, 3})).containsExactly(0.25, 0.75);
        double[] nothing = Distances.shares(new long[] {0, 0});
        assertThat(nothing).containsExactly(NAN, NAN);
        assertThat(Distances.jensenShannonDistance(nothing, new double[] {0.5, 0.5})).isNaN();
        assertThat(Distances.totalVariation(nothing, new double[] {0.5, 0.5})).isNaN();
    }
}
