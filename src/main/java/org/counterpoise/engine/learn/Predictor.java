package org.counterpoise.engine.learn;

import org.counterpoise.engine.data.Dataset;

/// A fitted model of a binary outcome, or by [NumberLearner] of a number.
public interface Predictor {

    /// The estimated probability of the positive outcome per row, 0 to 1, or the expected number.
    ///
    /// @param data has the predictors by name; a missing value or an unseen level is allowed
    double[] predict(Dataset data);
}
