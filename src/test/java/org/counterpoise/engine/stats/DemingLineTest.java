package org.counterpoise.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Streams;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.random.RandomGenerator;

class DemingLineTest {
    /// The example of Pearson 1901 (doi:10.1080/14786440109462720), whose line of best fit is
    /// y = 5.7840 − 0.5456 x.
    private static final double[] X = {0.0, 0.9, 1.8, 2.6, 3.3, 4.4, 5.2, 6.1, 6.5, 7.4};

    private static final double[] Y = {5.9, 5.4, 4.4, 4.6, 3.5, 3.7, 2.8, 2.8, 2.4, 1.5};

    @Test
    void equalErrorsGivePearsonsLine() {
        DemingLine line = DemingLine.of(X, Y, 1, 0.95);
        assertThat(line.slope()).isCloseTo(-0.5456, within(5e-5));
        assertThat(line.intercept()).isCloseTo(5.7840, within(5e-5));
    }

    /// Exchanging the measurements turns the slope over.
    @Test
    void theLineIsTheSameSeenFromBothSides() {
        DemingLine one = DemingLine.of(X, Y, 4, 0.95);
        DemingLine other = DemingLine.of(Y, X, 0.25, 0.95);
        assertThat(other.slope()).isCloseTo(1 / one.slope(), within(1e-12));
    }

    /// Without errors of x this is the regression of y on x.
    @Test
    void noErrorsOfXAreOrdinaryLeastSquares() {
        assertThat(DemingLine.of(X, Y, 1e9, 0.95).slope())
                .isCloseTo(StraightLine.of(X, Y).slope(), within(1e-6));
    }

    /// The jackknife leaves out one point at a time: here by leaving it out.
    @Test
    void theIntervalIsThatOfTheJackknife() {
        DemingLine line = DemingLine.of(X, Y, 1, 0.95);
        double[] pseudo = new double[X.length];
        for (int i = 0; i < X.length; i++) {
            double slope = DemingLine.of(without(X, i), without(Y, i), 1, 0.95).slope();
            pseudo[i] = X.length * line.slope() - (X.length - 1) * slope;
        }
        double mean = Arrays.stream(pseudo).average().orElseThrow();
        double squares = Arrays.stream(pseudo).map(p -> (p - mean) * (p - mean)).sum();
        // t with 8 degrees of freedom.
        double width = 2.306004135204166 * Math.sqrt(squares / 9 / 10);
        assertThat(line.slopeInterval().upper()).isCloseTo(line.slope() + width, within(1e-9));
    }

    private static double[] without(double[] values, int place) {
        double[] rest = new double[values.length - 1];
        System.arraycopy(values, 0, rest, 0, place);
        System.arraycopy(values, place + 1, rest, place, rest.length - place);
        return rest;
    }

    @Test
    void theIntervalHoldsTheTruth() {
        int held = 0;
        for (int seed = 0; seed < 200; seed++) {
            RandomGenerator random = Streams.of(5, seed);
            double[] x = new double[60];
            double[] y = new double[60];
            for (int i = 0; i < x.length; i++) {
                double truth = 10 + 3 * random.nextGaussian();
                x[i] = truth + random.nextGaussian();
                y[i] = 1 + 1.2 * truth + random.nextGaussian();
            }
            held += DemingLine.of(x, y, 1, 0.95).slopeInterval().contains(1.2) ? 1 : 0;
        }
        // 95 % ± four standard errors of 200 samples.
        assertThat(held).isBetween(178, 200);
    }

    @Test
    void fewPointsHaveNoInterval() {
        assertThat(DemingLine.of(new double[] {1, 2}, new double[] {1, 3}, 1, 0.95).slopeInterval())
                .matches(interval -> !interval.defined());
    }
}
