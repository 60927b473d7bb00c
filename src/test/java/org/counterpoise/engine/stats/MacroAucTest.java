package org.counterpoise.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Streams;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

class MacroAucTest {

    @Test
    void oneClassIsDeLongs() {
        byte[] y = {0, 0, 1, 0, 1, 1, -1, 0, 1, 0};
        double[] scores = {0.1, 0.4, 0.35, 0.8, 0.7, 0.9, 0.5, 0.4, 0.4, Double.NaN};
        MacroAuc macro = MacroAuc.of(List.of(y), List.of(scores));
        Roc roc = Roc.of(y, scores);
        assertThat(macro.value()).isCloseTo(roc.auc(), within(1e-12));
        assertThat(macro.error() * macro.error()).isCloseTo(roc.variance(), within(1e-12));
        assertThat(macro.n()).isEqualTo(8);
        assertThat(macro.estimate(0.95).interval().lower())
                .isCloseTo(roc.interval(0.95).lower(), within(1e-12));
    }

    @Test
    void theStandardErrorIsTheSpreadOverSamples() {
        List<Double> values = new ArrayList<>();
        double errors = 0;
        for (int sample = 0; sample < 400; sample++) {
            RandomGenerator random = Streams.of(9, sample);
            List<byte[]> y = List.of(new byte[150], new byte[150], new byte[150]);
            List<double[]> scores = List.of(new double[150], new double[150], new double[150]);
            for (int i = 0; i < 150; i++) {
                int c = random.nextInt(3);
                for (int k = 0; k < 3; k++) {
                    y.get(k)[i] = (byte) (c == k ? 1 : 0);
                    scores.get(k)[i] = random.nextGaussian() + (c == k ? 1 : 0);
                }
            }
            MacroAuc macro = MacroAuc.of(y, scores);
            values.add(macro.value());
            errors += macro.error() / 400;
        }
        double mean = values.stream().mapToDouble(v -> v).average().orElse(0);
        double spread =
                Math.sqrt(values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum() / 399);
        // The error of a spread over 400 samples is 3.5 %.
        assertThat(errors / spread).isCloseTo(1, within(0.11));
    }

    @Test
    void nobodyIsUndefined() {
        MacroAuc macro = MacroAuc.of(List.of(new byte[] {-1}), List.of(new double[] {1}));
        assertThat(macro.estimate(0.95).defined()).isFalse();
    }
}
