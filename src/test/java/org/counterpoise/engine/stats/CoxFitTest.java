package org.counterpoise.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

class CoxFitTest {
    /// Weeks of remission of 21 children on placebo, then 21 on 6-mercaptopurine (Freireich et al.,
    /// Blood 1963), the data of Cox's paper.
    private static final double[] WEEKS = {
        1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23, 6, 6, 6, 6, 7, 9, 10,
        10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35
    };

    private static final byte[] RELAPSE = {
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 0, 1, 0, 0, 1,
        1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0
    };

    private static final double[] TREATED =
            IntStream.range(0, 42).mapToDouble(i -> i < 21 ? 0 : 1).toArray();

    private static CoxFit fit(double[] times, byte[] events, double[]... columns) {
        return CoxFit.of(columns, times, events, 0, Progress.NONE);
    }

    /// R: coxph(Surv(weeks, relapse) ~ treated) gives −1.572 and 0.4124 (Efron); Stata's Breslow
    /// −1.509 lies elsewhere, since there are many ties.
    @Test
    void itIsTheFitOfRWithTies() {
        CoxFit fit = fit(WEEKS, RELAPSE, TREATED);
        assertThat(fit.converged()).isTrue();
        assertThat(fit.coefficients()[0]).isCloseTo(-1.5721, within(5e-5));
        assertThat(fit.standardErrors()[0]).isCloseTo(0.4124, within(5e-5));
    }

    /// Six people of whom two have the event at the same time. By hand Efron's likelihood is
    /// 2β − log(3r + 3) − log(r + 3) − log((r + 5) / 2) with r = exp β, which is largest where
    /// r³ − 23 r − 30 = 0 (Therneau and Grambsch 2000, Modeling Survival Data, appendix E).
    @Test
    void tiedEventsAreThoseOfEfronByHand() {
        CoxFit fit =
                fit(
                        new double[] {1, 1, 6, 6, 8, 9},
                        new byte[] {1, 0, 1, 1, 0, 1},
                        new double[] {1, 1, 1, 0, 0, 0});
        double beta = fit.coefficients()[0];
        double r = Math.exp(beta);
        assertThat(r * r * r - 23 * r - 30).isCloseTo(0, within(1e-7));
        double byHand = 2 * beta - Math.log(3 * r + 3) - Math.log(r + 3) - Math.log((r + 5) / 2);
        assertThat(fit.logLikelihood()).isCloseTo(byHand, within(1e-9));
        assertThat(beta).isCloseTo(1.676857, within(1e-6));
    }

    /// The score test of one indicator without ties is the log-rank test, so its gradient is
    /// observed less expected events; at the estimate it is 0 in every column.
    @Test
    void theGradientVanishesAtTheEstimate() {
        RandomGenerator random = Streams.of(1, 0);
        double[][] columns = new double[3][200];
        double[] times = new double[200];
        byte[] events = new byte[200];
        for (int i = 0; i < 200; i++) {
            double log = 0;
            for (int j = 0; j < 3; j++) {
                columns[j][i] = random.nextGaussian();
                log += (j - 1) * columns[j][i];
            }
            times[i] = Math.ceil(10 * random.nextExponential() / Math.exp(log));
            events[i] = (byte) (random.nextDouble() < 0.7 ? 1 : 0);
        }
        CoxFit fit = fit(times, events, columns);
        CoxLikelihood at = new CoxLikelihood(columns, times, events, 0, Progress.NONE);
        double best = at.evaluate(fit.coefficients());
        assertThat(at.gradient()).containsExactly(new double[3], within(1e-6));
        for (int j = 0; j < 3; j++) {
            double[] beside = fit.coefficients().clone();
            beside[j] += 0.01;
            assertThat(at.evaluate(beside)).isLessThan(best);
            assertThat(fit.coefficients()[j]).isCloseTo(j - 1, within(4 * fit.standardErrors()[j]));
        }
    }

    @Test
    void columnsThatTellAllEventsApartHaveNoEstimate() {
        assertThat(
                        fit(
                                        new double[] {1, 2, 3, 4},
                                        new byte[] {1, 1, 0, 0},
                                        new double[] {4, 3, 2, 1})
                                .converged())
                .isFalse();
        assertThat(fit(WEEKS, RELAPSE, TREATED, TREATED).converged()).isFalse();
        assertThat(fit(WEEKS, new byte[42], TREATED).converged()).isFalse();
    }

    /// Without predictors it is Nelson and Aalen's estimate: sums of events over those at risk.
    @Test
    void theBaselineOfNoPredictorsCountsThoseAtRisk() {
        BaselineHazard baseline =
                BaselineHazard.of(
                        new double[] {3, 1, 2, 2}, new byte[] {1, 1, 1, 0}, new double[4]);
        assertThat(baseline.at(0.5)).isZero();
        assertThat(baseline.at(1)).isCloseTo(1 / 4.0, within(1e-12));
        assertThat(baseline.at(2.5)).isCloseTo(1 / 4.0 + 1 / 3.0, within(1e-12));
        assertThat(baseline.at(9)).isCloseTo(1 / 4.0 + 1 / 3.0 + 1, within(1e-12));
    }

    @Test
    void rowsThatCountTwiceAreTheSameAsTwoRows() {
        RandomGenerator random = Streams.of(2, 0);
        int n = 60;
        double[] times = random.ints(n, 1, 20).asDoubleStream().toArray();
        byte[] events = new byte[n];
        double[] scores = random.ints(n, 0, 8).asDoubleStream().toArray();
        int[] weights = random.ints(n, 0, 4).toArray();
        for (int i = 0; i < n; i++) {
            events[i] = (byte) random.nextInt(2);
        }
        int[] repeated =
                IntStream.range(0, n)
                        .flatMap(i -> IntStream.generate(() -> i).limit(weights[i]))
                        .toArray();
        byte[] repeatedEvents = new byte[repeated.length];
        for (int i = 0; i < repeated.length; i++) {
            repeatedEvents[i] = events[repeated[i]];
        }
        double expected =
                Concordance.of(
                                Arrays.stream(repeated).mapToDouble(i -> times[i]).toArray(),
                                repeatedEvents,
                                Arrays.stream(repeated).mapToDouble(i -> scores[i]).toArray())
                        .value();
        RankedTimes ranked =
                new RankedTimes(IntStream.range(0, n).toArray(), times, events, scores);
        assertThat(ranked.concordance(weights)).isCloseTo(expected, within(1e-12));
    }

    /// Without censoring the score of a constant 1/2 is 1/4, and that of knowing the time is 0; a
    /// censored row passes its weight to those that were followed on.
    @Test
    void theBrierScoreHasItsClosedForms() {
        double[] times = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
        byte[] events = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
        IntegratedBrier all = new IntegratedBrier(times, events);
        assertThat(all.contribution(3, (row, time) -> 0.5)).isCloseTo(0.25, within(1e-12));
        assertThat(all.contribution(3, (row, time) -> times[row] > time ? 1 : 0)).isZero();
        // Half of all are censored at 1: every other row counts twice from then on.
        double[] half = {1, 1, 5, 5, 5, 5};
        IntegratedBrier some = new IntegratedBrier(half, new byte[] {0, 0, 1, 1, 1, 0});
        double late = some.contribution(2, (row, time) -> time < 1 ? 1 : 0);
        assertThat(late).isCloseTo(20.0 / 25 * 6 / 4, within(1e-12));
    }
}
