package org.counterpoise.engine.stats;

import org.counterpoise.engine.finding.Interval;

/// An estimate, what it rests on, and how sure it is.
///
/// @param value NaN if `n` is 0
/// @param count the numerator of a rate; else the rows it rests on
/// @param n the denominator of a rate; else the rows it rests on
public record Estimate(double value, long count, long n, Interval interval) {

    /// An estimate that rests on nobody.
    public static Estimate undefined(double confidence, String method) {
        return new Estimate(Double.NaN, 0, 0, Interval.undefined(confidence, method));
    }

    /// An estimate with a symmetric interval that stays within bounds.
    ///
    /// @param error standard error, NaN where it says nothing
    public static Estimate normal(
            double value,
            double error,
            long n,
            double lowest,
            double highest,
            double confidence,
            String method) {
        if (n == 0 || Double.isNaN(value)) {
            return undefined(confidence, method);
        }
        double half = Normal.z(confidence) * error;
        Interval interval =
                Double.isNaN(half)
                        ? Interval.undefined(confidence, method)
                        : new Interval(
                                Math.max(lowest, value - half),
                                Math.min(highest, value + half),
                                confidence,
                                method);
        return new Estimate(value, n, n, interval);
    }

    public boolean defined() {
        return n > 0;
    }
}
