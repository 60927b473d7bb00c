package org.counterpoise.engine.stats.mixed;

import org.apache.commons.statistics.distribution.TDistribution;
import org.counterpoise.engine.finding.Interval;

/// A linear combination of fixed effects.
///
/// @param error standard error
/// @param freedom Satterthwaite's degrees of freedom
public record Contrast(double value, double error, double freedom) {
    private static final String METHOD = "t, Satterthwaite";

    /// By Student's t.
    public Interval interval(double confidence) {
        if (!(freedom > 0)) {
            return Interval.undefined(confidence, METHOD);
        }
        double width =
                TDistribution.of(freedom).inverseCumulativeProbability((1 + confidence) / 2)
                        * error;
        return new Interval(value - width, value + width, confidence, METHOD);
    }

    /// Two-sided p of 0, by Student's t; NaN if undefined.
    public double p() {
        if (!(freedom > 0) || !(error > 0)) {
            return Double.NaN;
        }
        return 2 * TDistribution.of(freedom).survivalProbability(Math.abs(value / error));
    }
}
