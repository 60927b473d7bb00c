package org.counterpoise.engine.finding;

import java.util.Optional;

/// What was measured, with its uncertainty.
///
/// @param name the field's standard name, e.g. "true positive rate"
/// @param value the estimate, NaN if undefined
/// @param n how many observations it rests on
/// @param test name of the test behind `p`, empty if there is none
/// @param p unadjusted p-value, NaN without a test
/// @param adjustedP p-value after adjustment for multiplicity, NaN without a test
public record Measure(
        String name,
        double value,
        Optional<Interval> interval,
        long n,
        String test,
        double p,
        double adjustedP) {

    public static Measure of(String name, double value, long n) {
        return new Measure(name, value, Optional.empty(), n, "", Double.NaN, Double.NaN);
    }

    public static Measure of(String name, double value, Interval interval, long n) {
        return new Measure(name, value, Optional.of(interval), n, "", Double.NaN, Double.NaN);
    }

    public Measure withTest(String testName, double pValue, double adjusted) {
        return new Measure(name, value, interval, n, testName, pValue, adjusted);
    }

    public boolean defined() {
        return !Double.isNaN(value);
    }
}
