package org.counterpoise.engine.stats;

import org.apache.commons.statistics.distribution.TDistribution;
import org.counterpoise.engine.finding.Interval;

import java.util.Arrays;

/// Limits of agreement of two measurements of the same things (Bland and Altman 1986,
/// doi:10.1016/S0140-6736(86)90837-8, and 1999, doi:10.1177/096228029900800204).
///
/// @param n pairs
/// @param bias mean difference, NaN without pairs
/// @param deviation of the differences, with n − 1 degrees of freedom; NaN with fewer than two
/// @param z how many standard deviations the limits lie from the bias
public record BlandAltman(int n, double bias, double deviation, double z)
        implements AgreementLimits {

    /// How an interval of a limit is computed.
    public enum Limits {
        /// From the noncentral t distribution: a limit is a quantile of a normal distribution
        /// (Carkeet 2015, doi:10.1097/OPX.0000000000000513).
        EXACT,
        /// With standard error s √(1/n + z²/(2(n − 1))) and t (Bland and Altman 1999).
        APPROXIMATE
    }

    /// @param differences finite
    /// @param z e.g. 1.96
    public static BlandAltman of(double[] differences, double z) {
        int n = differences.length;
        double mean = Arrays.stream(differences).average().orElse(Double.NaN);
        double squares = 0;
        for (double difference : differences) {
            squares += (difference - mean) * (difference - mean);
        }
        return new BlandAltman(n, mean, n > 1 ? Math.sqrt(squares / (n - 1)) : Double.NaN, z);
    }

    /// Student's interval of the bias.
    @Override
    public Interval biasInterval(double confidence) {
        if (n < 2) {
            return Interval.undefined(confidence, "t");
        }
        double width = t(confidence) * deviation / Math.sqrt(n);
        return new Interval(bias - width, bias + width, confidence, "t");
    }

    @Override
    public Interval lowerInterval(double confidence, Limits how) {
        Interval mirrored = limit(-bias, confidence, how);
        return new Interval(-mirrored.upper(), -mirrored.lower(), confidence, mirrored.method());
    }

    @Override
    public Interval upperInterval(double confidence, Limits how) {
        return limit(bias, confidence, how);
    }

    /// The interval of `centre + z deviation`.
    private Interval limit(double centre, double confidence, Limits how) {
        String method = how == Limits.EXACT ? "noncentral t" : "Bland and Altman";
        if (n < 2) {
            return Interval.undefined(confidence, method);
        }
        return switch (how) {
            case EXACT -> {
                NoncentralT t = new NoncentralT(n - 1.0, z * Math.sqrt(n));
                double each = deviation / Math.sqrt(n);
                yield new Interval(
                        centre + each * t.quantile((1 - confidence) / 2),
                        centre + each * t.quantile((1 + confidence) / 2),
                        confidence,
                        method);
            }
            case APPROXIMATE -> {
                double error = deviation * Math.sqrt(1.0 / n + z * z / (2 * (n - 1.0)));
                double width = t(confidence) * error;
                double limit = centre + z * deviation;
                yield new Interval(limit - width, limit + width, confidence, method);
            }
        };
    }

    private double t(double confidence) {
        return TDistribution.of(n - 1.0).inverseCumulativeProbability((1 + confidence) / 2);
    }

    /// By t with n − 1 degrees of freedom.
    @Override
    public double p() {
        if (n < 2 || !(deviation > 0)) {
            return Double.NaN;
        }
        double t = Math.abs(bias) / (deviation / Math.sqrt(n));
        return 2 * TDistribution.of(n - 1.0).survivalProbability(t);
    }
}
