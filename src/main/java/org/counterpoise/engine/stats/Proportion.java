package org.counterpoise.engine.stats;

import org.counterpoise.engine.finding.Interval;

/// A share: `count` of `n`.
///
/// @param count 0 to `n`
/// @param n at least 0; of 0 the share is undefined
public record Proportion(long count, long n) {

    public Proportion {
        if (count < 0 || count > n) {
            throw new IllegalArgumentException(count + " of " + n);
        }
    }

    /// The share, NaN if `n` is 0.
    public double value() {
        return n == 0 ? Double.NaN : (double) count / n;
    }

    /// Wilson's score interval without continuity correction (J Am Stat Assoc 1927,
    /// doi:10.1080/01621459.1927.10502953).
    ///
    /// @param confidence between 0 and 1, e.g. 0.95
    /// @return undefined if `n` is 0
    public Interval wilson(double confidence) {
        return wilson(count, n, confidence);
    }

    /// Wilson's interval of a count and a number of trials that need not be whole: where ties count
    /// in part, or votes are not independent and `n` is their effective number. Of values between 0
    /// and 1 that are not all 0 or 1 it is too wide rather than too narrow, since their variance is
    /// at most that of a share with the same mean.
    ///
    /// @param count 0 to `n`
    /// @return undefined if `n` is 0
    public static Interval wilson(double count, double n, double confidence) {
        if (n == 0) {
            return Interval.undefined(confidence, "Wilson");
        }
        double z = Normal.z(confidence);
        double centre = (count + z * z / 2) / (n + z * z);
        double p = count / n;
        double half = z / (n + z * z) * Math.sqrt(n * p * (1 - p) + z * z / 4);
        // At the ends the limit is 0 or 1 exactly; rounding must not leave it just beside.
        double lower = count == 0 ? 0 : Math.max(0, centre - half);
        double upper = count == n ? 1 : Math.min(1, centre + half);
        return new Interval(lower, upper, confidence, "Wilson");
    }

    /// The fewest observations with which Wilson's interval is no wider than wanted, if the share
    /// is `p`. At p = ½ the interval is widest: n = z²(1/w² − 1).
    ///
    /// @param p the share expected, 0 to 1; ½ for any
    /// @param width of the interval, over 0 and under 1
    /// @param confidence between 0 and 1, e.g. 0.95
    public static long rowsForWidth(double p, double width, double confidence) {
        if (!(width > 0 && width < 1)) {
            throw new IllegalArgumentException("width " + width);
        }
        double z = Normal.z(confidence);
        // The width falls with n, so the first n that is enough is found by halving.
        long enough = (long) Math.ceil(z * z / (width * width)) + 1;
        long tooFew = 0;
        while (enough - tooFew > 1) {
            long n = (enough + tooFew) / 2;
            double wide = 2 * z / (n + z * z) * Math.sqrt(n * p * (1 - p) + z * z / 4);
            if (wide <= width) {
                enough = n;
            } else {
                tooFew = n;
            }
        }
        return enough;
    }

    /// Newcombe's hybrid score interval of the difference `a − b` of independent shares, his
    /// method 10 (Stat Med 1998, 17:873–890).
    ///
    /// @return undefined if either `n` is 0
    public static Interval newcombe(Proportion a, Proportion b, double confidence) {
        return difference(
                a.value(), a.wilson(confidence), b.value(), b.wilson(confidence), "Newcombe");
    }

    /// The interval of the difference `a − b` of two independent estimates from the interval of
    /// each, by adding squared distances to the limits (MOVER; Zou and Donner, Stat Med 2008,
    /// doi:10.1002/sim.3095). Of Wilson intervals it is Newcombe's.
    ///
    /// @param method name of the result's method
    /// @return undefined if either interval is
    public static Interval difference(
            double a, Interval intervalOfA, double b, Interval intervalOfB, String method) {
        double confidence = intervalOfA.confidence();
        if (!intervalOfA.defined() || !intervalOfB.defined()) {
            return Interval.undefined(confidence, method);
        }
        double difference = a - b;
        return new Interval(
                difference - Math.hypot(a - intervalOfA.lower(), intervalOfB.upper() - b),
                difference + Math.hypot(intervalOfA.upper() - a, b - intervalOfB.lower()),
                confidence,
                method);
    }

    /// The interval of the mean `(a + b) / 2` of two independent estimates, by the same method.
    public static Interval mean(
            double a, Interval intervalOfA, double b, Interval intervalOfB, String method) {
        double confidence = intervalOfA.confidence();
        if (!intervalOfA.defined() || !intervalOfB.defined()) {
            return Interval.undefined(confidence, method);
        }
        double mean = (a + b) / 2;
        return new Interval(
                mean - Math.hypot(a - intervalOfA.lower(), b - intervalOfB.lower()) / 2,
                mean + Math.hypot(intervalOfA.upper() - a, intervalOfB.upper() - b) / 2,
                confidence,
                method);
    }
}
