package org.counterpoise.engine.validate.attribute;

import org.counterpoise.engine.finding.Interval;

/// What one attack on one secret gains on training rows beyond rows never seen.
///
/// @param id in metric names, e.g. `model/income`
/// @param secret name of the column
/// @param measure what is gained: "AUC", "R²" or "GCAP"
/// @param training on training rows, NaN where undefined
/// @param control on rows never seen, NaN where undefined
/// @param interval of the difference
/// @param rows attacked, training and control together
record Gain(
        String id,
        String secret,
        String measure,
        double training,
        double control,
        Interval interval,
        long rows) {

    /// NaN unless both are defined.
    double value() {
        return training - control;
    }

    boolean defined() {
        return !Double.isNaN(value()) && interval.defined();
    }
}
