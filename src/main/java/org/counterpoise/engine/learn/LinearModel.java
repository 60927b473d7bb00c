package org.counterpoise.engine.learn;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.stats.LinearFit;

/// A fitted linear regression.
record LinearModel(Encoder encoder, LinearFit model) implements Predictor {
    private static final double RIDGE = 1;

    static LinearModel fit(
            Encoder encoder, Dataset training, double[] y, String outcome, Progress progress) {
        LinearFit model = LinearFit.of(encoder.matrix(training).columns(), y, RIDGE, progress);
        if (!model.solved()) {
            throw new UserProblem(
                    "The numbers of \"" + outcome + "\" are too large to fit a line to.",
                    training.name(),
                    "Use a smaller unit, or correct the largest values.");
        }
        return new LinearModel(encoder, model);
    }

    @Override
    public double[] predict(Dataset data) {
        return encoder.matrix(data).times(model.coefficients());
    }
}
