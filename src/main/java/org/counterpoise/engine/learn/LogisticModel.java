package org.counterpoise.engine.learn;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.stats.LogisticFit;

import java.util.Arrays;

/// A fitted logistic regression.
///
/// Newton's method rather than Smile's L-BFGS: it ends at the optimum itself, sums rows in a fixed
/// order and asks between blocks whether it should stop.
record LogisticModel(Encoder encoder, LogisticFit model) implements Predictor {
    private static final double RIDGE = 1;

    static LogisticModel fit(Encoder encoder, Dataset training, byte[] y, Progress progress) {
        return new LogisticModel(
                encoder, LogisticFit.of(encoder.matrix(training), y, RIDGE, progress));
    }

    @Override
    public double[] predict(Dataset data) {
        double[] scores = encoder.matrix(data).times(model.coefficients());
        Arrays.setAll(scores, row -> LogisticFit.logistic(scores[row]));
        return scores;
    }
}
