package org.counterpoise.engine.audit.performance;

import org.counterpoise.engine.stats.Estimate;
import org.counterpoise.engine.stats.Estimator;

/// One metric in one group.
///
/// @param estimate at the confidence of the settings
/// @param estimator the same at any confidence
record Measured(Metric metric, Estimate estimate, Estimator estimator) {

    static Measured of(Metric metric, Estimator estimator, double confidence) {
        return new Measured(metric, estimator.at(confidence), estimator);
    }
}
