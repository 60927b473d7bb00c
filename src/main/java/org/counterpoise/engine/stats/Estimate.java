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

    /// As [#normal], but with Student's t of `n - 1` degrees of freedom, for a mean over `n` rows
    /// with the standard error from their spread.
    public static Estimate student(
            double value,
            double error,
            long n,
            double lowest,
            double highest,
            double confidence,
            String method) {
        double wider = n < 2 ? Double.NaN : student(confidence, n) / Normal.z(confidence);
        return normal(value, wider * error, n, lowest, highest, confidence, method);
    }

    /// An estimate above 0 with a symmetric interval of its logarithm, by Student's t.
    ///
    /// @param error standard error of the value itself, NaN where it says nothing
    public static Estimate positive(
            double value, double error, long n, double confidence, String method) {
        if (n == 0 || Double.isNaN(value)) {
            return undefined(confidence, method);
        }
        double factor = n < 2 ? Double.NaN : Math.exp(student(confidence, n) * error / value);
        Interval interval =
                factor > 1
                        ? new Interval(value / factor, value * factor, confidence, method)
                        : Interval.undefined(confidence, method);
        return new Estimate(value, n, n, interval);
    }

    /// An estimate between 0 and 1 with a symmetric interval of its logit, by Student's t;
    /// without an interval at 0 and 1.
    ///
    /// @param error standard error of the value itself, NaN where it says nothing
    public static Estimate share(
            double value, double error, long n, double confidence, String method) {
        if (n == 0 || Double.isNaN(value)) {
            return undefined(confidence, method);
        }
        if (n < 2 || !(error > 0) || value <= 0 || value >= 1) {
            return new Estimate(value, n, n, Interval.undefined(confidence, method));
        }
        double logit = Math.log(value / (1 - value));
        double half = student(confidence, n) * error / (value * (1 - value));
        return new Estimate(
                value,
                n,
                n,
                new Interval(
                        LogisticFit.logistic(logit - half),
                        LogisticFit.logistic(logit + half),
                        confidence,
                        method));
    }

    private static double student(double confidence, long n) {
        return Normal.student(Normal.z(confidence), n - 1.0);
    }

    public boolean defined() {
        return n > 0;
    }
}
