package org.counterpoise.engine.learn.downstream;

import org.apache.commons.statistics.distribution.TDistribution;
import org.counterpoise.engine.finding.Interval;

import java.util.OptionalLong;

/// How much better one model is than another on the same rows, and how sure that is.
///
/// The variance has two independent parts: which rows the models were judged on (the paired
/// bootstrap) and which rows they were trained on (models trained anew). The interval is Student's,
/// with Satterthwaite's degrees of freedom of the sum (Biometrics Bulletin 1946,
/// doi:10.2307/3002019), since the second part rests on few models.
///
/// @param value first less second, NaN where undefined
/// @param judging variance from the rows judged
/// @param training variance from the rows trained on
/// @param freedom degrees of freedom of their sum
/// @param n rows judged
public record PairedDifference(
        double value, double judging, double training, double freedom, long n) {

    /// @param replicates how many bootstrap replicates `judging` rests on
    /// @param refits how many models `training` rests on
    static PairedDifference of(
            double value, double judging, int replicates, double training, int refits, long n) {
        double sum = judging + training;
        double freedom =
                sum
                        * sum
                        / (judging * judging / (replicates - 1)
                                + training * training / Math.max(1, refits - 1));
        return new PairedDifference(value, judging, training, freedom, n);
    }

    public boolean defined() {
        return !Double.isNaN(value) && error() > 0 && freedom > 0;
    }

    /// The standard error.
    public double error() {
        return Math.sqrt(judging + training);
    }

    /// @param confidence between 0 and 1, of both limits together
    public Interval interval(double confidence) {
        if (!defined()) {
            return Interval.undefined(confidence, "paired bootstrap");
        }
        double half = quantile(confidence) * error();
        return new Interval(value - half, value + half, confidence, "paired bootstrap");
    }

    /// Student's.
    double quantile(double confidence) {
        return TDistribution.of(freedom).inverseCumulativeProbability((1 + confidence) / 2);
    }

    /// The chance of a difference this far below 0 without one.
    public double pWorse() {
        return defined()
                ? TDistribution.of(freedom).cumulativeProbability(value / error())
                : Double.NaN;
    }

    /// How many rows must be judged for the interval to leave out a limit, if the value and the
    /// part of training stay as they are; empty if no number of rows is enough.
    public OptionalLong rowsFor(double limit, double confidence) {
        if (!defined()) {
            return OptionalLong.empty();
        }
        double room = Math.abs(value - limit) / quantile(confidence);
        double left = room * room - training;
        double rows = left > 0 ? Math.ceil(judging * n / left) : Double.POSITIVE_INFINITY;
        return rows < 1e9 ? OptionalLong.of(Math.max(n, (long) rows)) : OptionalLong.empty();
    }
}
