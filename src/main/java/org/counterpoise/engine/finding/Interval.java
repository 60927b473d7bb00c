package org.counterpoise.engine.finding;

/// A confidence interval.
///
/// @param lower lower end, NaN if undefined
/// @param upper upper end, NaN if undefined
/// @param confidence e.g. 0.95
/// @param method the standard name, e.g. "Wilson", "Newcombe", "DeLong"
public record Interval(double lower, double upper, double confidence, String method) {

    /// An interval that could not be computed.
    public static Interval undefined(double confidence, String method) {
        return new Interval(Double.NaN, Double.NaN, confidence, method);
    }

    public boolean defined() {
        return !Double.isNaN(lower) && !Double.isNaN(upper);
    }

    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }
}
