package org.counterpoise.engine.learn.downstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.stats.Calibration;
import org.counterpoise.engine.stats.Confusion;
import org.counterpoise.engine.stats.RateMetric;
import org.counterpoise.engine.stats.Roc;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

class RankedScoresTest {

    private static double[] evaluate(double[] scores, byte[] outcome, int[] weights) {
        int[] rows = IntStream.range(0, scores.length).toArray();
        return new RankedScores(rows, scores, outcome, 0.5, Progress.NONE).evaluate(weights);
    }

    private static int[] once(int n) {
        int[] weights = new int[n];
        Arrays.fill(weights, 1);
        return weights;
    }

    /// scikit-learn's documented example of roc_auc_score and average_precision_score.
    @Test
    void agreesWithScikitLearnsExample() {
        double[] values =
                evaluate(new double[] {0.1, 0.4, 0.35, 0.8}, new byte[] {0, 0, 1, 1}, once(4));
        assertThat(values[ModelMetric.AUC]).isEqualTo(0.75);
        assertThat(values[ModelMetric.AUC_PR]).isCloseTo(0.8333333, within(1e-6));
        assertThat(values[ModelMetric.BRIER]).isCloseTo(0.158125, within(1e-12));
        assertThat(values[ModelMetric.F1]).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void agreesWithTheMathsOfThePerformanceAuditInEveryMetric() {
        RandomGenerator random = Streams.of(1, 0);
        int n = 400;
        double[] scores = new double[n];
        byte[] y = new byte[n];
        byte[] decision = new byte[n];
        for (int i = 0; i < n; i++) {
            scores[i] = Math.round(random.nextDouble() * 50) / 50.0;
            y[i] = (byte) (random.nextDouble() < 0.2 + 0.5 * scores[i] ? 1 : 0);
            decision[i] = (byte) (scores[i] >= 0.5 ? 1 : 0);
        }
        double[] values = evaluate(scores, y, once(n));
        Confusion confusion = Confusion.perGroup(y, decision, new int[n], 1)[0];
        for (RateMetric metric : RateMetric.values()) {
            assertThat(values[metric.ordinal()])
                    .as(metric.id())
                    .isCloseTo(metric.of(confusion, 0.95).value(), within(1e-12));
        }
        Calibration calibration = Calibration.of(y, scores, 0.95, Progress.NONE);
        assertThat(values[ModelMetric.AUC]).isCloseTo(Roc.of(y, scores).auc(), within(1e-12));
        assertThat(values[ModelMetric.AUC_PR])
                .isCloseTo(Roc.of(y, scores).averagePrecision(), within(1e-12));
        assertThat(values[ModelMetric.BRIER]).isCloseTo(calibration.brier(), within(1e-12));
        assertThat(values[ModelMetric.CALIBRATION_SLOPE])
                .isCloseTo(calibration.slope(), within(1e-9));
        assertThat(values[ModelMetric.ECE])
                .isCloseTo(
                        Calibration.expectedError(Calibration.curve(y, scores, 10), 0.95).value(),
                        within(1e-12));
    }

    @Test
    void aWeightIsAsManyRows() {
        byte[] y = {0, 1, 0, 1, 1, 0, 1, 0};
        double[] scores = {0.2, 0.3, 0.4, 0.6, 0.7, 0.55, 0.5, 0.1};
        int[] weights = {2, 0, 1, 3, 1, 2, 1, 1};
        int[] repeated =
                IntStream.range(0, 8)
                        .flatMap(i -> IntStream.range(0, weights[i]).map(_ -> i))
                        .toArray();
        double[] longer = Arrays.stream(repeated).mapToDouble(i -> scores[i]).toArray();
        byte[] outcomes = new byte[repeated.length];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = y[repeated[i]];
        }
        double[] weighted = evaluate(scores, y, weights);
        double[] plain = evaluate(longer, outcomes, once(longer.length));
        for (int metric = 0; metric < weighted.length; metric++) {
            // The slope of weighted rows is one step from that of all; bins are those of all rows.
            if (metric != ModelMetric.CALIBRATION_SLOPE && metric != ModelMetric.ECE) {
                assertThat(weighted[metric])
                        .as(ModelMetric.ALL.get(metric).id())
                        .isCloseTo(plain[metric], within(1e-12));
            }
        }
    }
}
