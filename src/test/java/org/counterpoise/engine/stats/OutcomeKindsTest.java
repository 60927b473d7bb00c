package org.counterpoise.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Outcomes of several classes, quantities and times to an event.
class OutcomeKindsTest {

    /// scikit-learn's documentation of `mean_absolute_error`, `mean_squared_error` and `r2_score`.
    @Test
    void errorsOfNumbersAreScikitLearns() {
        RegressionError e =
                RegressionError.of(
                        new double[] {3, -0.5, 2, 7, Double.NaN}, new double[] {2.5, 0, 2, 8, 1});
        assertThat(e.n()).isEqualTo(4);
        assertThat(e.absolute()).isEqualTo(0.5);
        assertThat(e.square()).isEqualTo(0.375);
        assertThat(e.explained()).isCloseTo(0.9486081370449679, within(1e-15));
        assertThat(e.bias()).isEqualTo(0.25);
        // The standard error of the mean of −0.5, 0.5, 0, 1.
        assertThat(e.biasError()).isCloseTo(0.3227486121839514, within(1e-12));
    }

    @Test
    void nothingToCompareIsUndefined() {
        RegressionError none = RegressionError.of(new double[0], new double[0]);
        assertThat(none.absoluteAt(0.95).defined()).isFalse();
        assertThat(none.rootAt(0.95).value()).isNaN();
        RegressionError constant = RegressionError.of(new double[] {1, 1}, new double[] {1, 2});
        assertThat(constant.explainedAt(0.95).value()).isNaN();
    }

    /// Normal errors: the intervals of all four hold the truth about as often as they say.
    @Test
    void intervalsOfErrorsHoldTheirLevel() {
        int repeats = 1000;
        int[] held = new int[3];
        RandomGenerator random = Streams.of(5, 5);
        for (int r = 0; r < repeats; r++) {
            double[] observed = new double[120];
            double[] predicted = new double[120];
            for (int i = 0; i < observed.length; i++) {
                predicted[i] = random.nextGaussian();
                observed[i] = predicted[i] + 0.5 * random.nextGaussian();
            }
            RegressionError e = RegressionError.of(observed, predicted);
            held[0] += e.biasAt(0.95).interval().contains(0) ? 1 : 0;
            held[1] += e.absoluteAt(0.95).interval().contains(0.5 * Math.sqrt(2 / Math.PI)) ? 1 : 0;
            // 1 − 0.25/1.25
            held[2] += e.explainedAt(0.95).interval().contains(0.8) ? 1 : 0;
        }
        for (int count : held) {
            assertThat((double) count / repeats).isBetween(0.915, 0.98);
        }
    }

    /// scikit-learn's documentation of `f1_score(average="macro")`, and recalls 1, 0, 0.
    @Test
    void classesAreScikitLearns() {
        ClassConfusion c =
                ClassConfusion.perGroup(
                        new int[] {0, 1, 2, 0, 1, 2, -1},
                        new int[] {0, 2, 1, 0, 0, 1, 0},
                        3,
                        new int[7],
                        1)[0];
        assertThat(c.n()).isEqualTo(6);
        assertThat(c.macroF1(0.95).value()).isCloseTo(0.26666666666666666, within(1e-15));
        assertThat(c.macroRecall(0.95).value()).isCloseTo(1.0 / 3, within(1e-15));
        assertThat(c.accuracy(0.95).value()).isCloseTo(2.0 / 6, within(1e-15));
        assertThat(c.against(0)).isEqualTo(new Confusion(2, 1, 3, 0));
    }

    /// The standard error of macro F1 against the spread of simulated ones.
    @Test
    void macroF1IsAsSureAsItSays() {
        RandomGenerator random = Streams.of(6, 1);
        int repeats = 600;
        double sum = 0;
        double squares = 0;
        double error = 0;
        for (int r = 0; r < repeats; r++) {
            int[] observed = new int[400];
            int[] predicted = new int[400];
            for (int i = 0; i < observed.length; i++) {
                observed[i] = random.nextInt(10) < 6 ? 0 : random.nextInt(2) + 1;
                predicted[i] = random.nextInt(10) < 7 ? observed[i] : random.nextInt(3);
            }
            Estimate f1 =
                    ClassConfusion.perGroup(observed, predicted, 3, new int[400], 1)[0].macroF1(
                            Normal.confidence(1));
            sum += f1.value();
            squares += f1.value() * f1.value();
            error += (f1.interval().upper() - f1.interval().lower()) / 2 / repeats;
        }
        double mean = sum / repeats;
        assertThat(error).isCloseTo(Math.sqrt(squares / repeats - mean * mean), within(0.002));
    }

    /// scikit-learn's documentation of `matthews_corrcoef`.
    @Test
    void mccIsScikitLearns() {
        Confusion c = new Confusion(2, 1, 0, 1);
        assertThat(RateMetric.MCC.of(c, 0.95).value()).isCloseTo(-1.0 / 3, within(1e-15));
        assertThat(RateMetric.MCC.of(new Confusion(2, 1, 0, 0), 0.95).defined()).isFalse();
    }

    /// Harrell's C by its definition: every pair, one by one.
    @ParameterizedTest
    @CsvSource({"5, 3", "40, 6", "200, 9"})
    void concordanceIsTheShareOfPairs(int n, int levels) {
        RandomGenerator random = Streams.of(8, n);
        double[] times = new double[n];
        byte[] events = new byte[n];
        double[] scores = new double[n];
        for (int i = 0; i < n; i++) {
            times[i] = random.nextInt(levels);
            events[i] = (byte) random.nextInt(2);
            scores[i] = random.nextInt(levels);
        }
        double pairs = 0;
        double concordant = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                boolean earlier =
                        events[i] == 1
                                && (times[i] < times[j]
                                        || (times[i] == times[j] && events[j] == 0));
                if (earlier && i != j) {
                    pairs++;
                    concordant += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                }
            }
        }
        Concordance c = Concordance.of(times, events, scores);
        assertThat(c.pairs()).isEqualTo(pairs);
        assertThat(c.value()).isCloseTo(concordant / pairs, within(1e-12));
    }

    /// The standard error is that of leaving out each person in turn and counting anew.
    @Test
    void concordanceIsAsSureAsLeavingOutSays() {
        RandomGenerator random = Streams.of(9, 99);
        int n = 25;
        double[] times = new double[n];
        byte[] events = new byte[n];
        double[] scores = new double[n];
        for (int i = 0; i < n; i++) {
            times[i] = 1 + random.nextInt(8);
            events[i] = (byte) (random.nextDouble() < 0.6 ? 1 : 0);
            scores[i] = random.nextInt(6);
        }
        double[] without = new double[n];
        for (int i = 0; i < n; i++) {
            double[] fewer = scores.clone();
            fewer[i] = Double.NaN;
            without[i] = Concordance.of(times, events, fewer).value();
        }
        double mean = Arrays.stream(without).average().orElseThrow();
        double squares = Arrays.stream(without).map(v -> (v - mean) * (v - mean)).sum();
        assertThat(Concordance.of(times, events, scores).error())
                .isCloseTo(Math.sqrt(squares * (n - 1) / n), within(1e-12));
    }

    /// Without censoring and with exponential times, C of the true risk is known: for a hazard
    /// ratio h between two equal halves it is ½·½ + ½·h/(1 + h).
    @Test
    void theIntervalOfConcordanceHoldsItsLevel() {
        double truth = 0.25 + 0.5 * 3 / 4;
        int repeats = 600;
        int held = 0;
        for (int r = 0; r < repeats; r++) {
            RandomGenerator random = Streams.of(9, r);
            double[] times = new double[150];
            byte[] events = new byte[150];
            double[] scores = new double[150];
            for (int i = 0; i < times.length; i++) {
                scores[i] = random.nextInt(2);
                times[i] = -Math.log(1 - random.nextDouble()) / (scores[i] == 1 ? 3 : 1);
                events[i] = 1;
            }
            held +=
                    Concordance.of(times, events, scores).at(0.95).interval().contains(truth)
                            ? 1
                            : 0;
        }
        assertThat((double) held / repeats).isBetween(0.92, 0.98);
    }

    /// Acute myelogenous leukaemia, maintained group (Miller 1981; R: survival::aml), as printed by
    /// `summary(survfit(Surv(time, status) ~ 1))`.
    @ParameterizedTest
    @CsvSource({
        "8, 1",
        "9, 0.909",
        "13, 0.818",
        "18, 0.716",
        "23, 0.614",
        "31, 0.491",
        "34, 0.368",
        "48, 0.184"
    })
    void survivalOfTheMaintainedGroupIsRs(double time, double expected) {
        double[] times = {9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161};
        byte[] events = {1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0};
        assertThat(KaplanMeier.at(time, times, events).survival())
                .isCloseTo(expected, within(0.0005));
        assertThat(KaplanMeier.at(200, times, events).survival()).isNaN();
    }

    /// R: standard error of the survival at 23 months is 0.1526.
    @Test
    void greenwoodsErrorIsRs() {
        double[] times = {9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161};
        byte[] events = {1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0};
        KaplanMeier at23 = KaplanMeier.at(23, times, events);
        assertThat(at23.survival() * Math.sqrt(at23.greenwood())).isCloseTo(0.1526, within(5e-5));
    }

    /// Two departments, each fair within itself; overall the group is passed over.
    @Test
    void disparityVanishesWithinWhatExplainsIt() {
        byte[] decision = new byte[400];
        int[] group = new int[400];
        int[] department = new int[400];
        for (int i = 0; i < 400; i++) {
            department[i] = i / 200;
            int place = i % 200;
            // 150 of 200 in the first department are of group 1, 50 in the second.
            group[i] = place < (department[i] == 0 ? 150 : 50) ? 1 : 0;
            // Of both groups 2 in 10 are chosen in the first, 8 in 10 in the second.
            decision[i] = (byte) (place % 10 < (department[i] == 0 ? 2 : 8) ? 1 : 0);
        }
        double[] within = DemographicDisparity.of(decision, group, 2, department, 2);
        double[] overall = DemographicDisparity.of(decision, group, 2, new int[400], 1);
        assertThat(within[1]).isCloseTo(0, within(1e-12));
        // Group 1: 120 + 10 of 200 rejected, 30 + 40 of 200 chosen.
        assertThat(overall[1]).isCloseTo(130.0 / 200 - 70.0 / 200, within(1e-12));
        assertThat(overall[0]).isCloseTo(-overall[1], within(1e-12));
        assertThat(DemographicDisparity.of(new byte[3], new int[3], 1, new int[3], 1)[0]).isNaN();
    }

    @Test
    void expectedCalibrationErrorIsTheMeanDistance() {
        List<Calibration.Bin> bins =
                List.of(
                        new Calibration.Bin(0.1, new Proportion(3, 10)),
                        new Calibration.Bin(0.6, new Proportion(15, 30)));
        assertThat(Calibration.expectedError(bins, 0.95).value())
                .isCloseTo((10 * 0.2 + 30 * 0.1) / 40, within(1e-12));
        assertThat(Calibration.expectedError(List.of(), 0.95).defined()).isFalse();
    }

    /// Scores that part the classes completely have no DeLong variance, but a limit: with 10 of
    /// each, at least 0.7 is to be expected, and less with fewer.
    @Test
    void aPerfectRankingHasALimit() {
        Roc ten = ranking(10);
        Roc fifty = ranking(50);
        assertThat(ten.interval(0.95).defined()).isFalse();
        assertThat(ten.scoreInterval(0.95).upper()).isEqualTo(1);
        assertThat(ten.scoreInterval(0.95).lower()).isBetween(0.6, 0.9);
        assertThat(fifty.scoreInterval(0.95).lower())
                .isGreaterThan(ten.scoreInterval(0.95).lower());
    }

    private static Roc ranking(int each) {
        byte[] y = new byte[2 * each];
        double[] scores = new double[2 * each];
        for (int i = 0; i < y.length; i++) {
            y[i] = (byte) (i < each ? 0 : 1);
            scores[i] = i;
        }
        return Roc.of(y, scores);
    }
}
