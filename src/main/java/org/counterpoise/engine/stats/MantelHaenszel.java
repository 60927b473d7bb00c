package org.counterpoise.engine.stats;

import org.counterpoise.engine.finding.Interval;

/// An event compared between two groups within strata.
///
/// @param z Mantel and Haenszel's statistic without continuity correction (J Natl Cancer Inst 1959,
///     doi:10.1093/jnci/22.4.719); positive if the event is more frequent in the first group; NaN
///     if no stratum has both groups and both with and without the event
/// @param difference of the shares, first less second, pooled with Mantel and Haenszel's weights
/// @param error its standard error, good in sparse strata too (Sato 1989, doi:10.2307/2531522)
public record MantelHaenszel(double z, double difference, double error) {

    /// @param events in the first group, in the second group, by stratum
    /// @param sizes of the first group, of the second group, by stratum
    public static MantelHaenszel of(long[][] events, long[][] sizes) {
        double excess = 0;
        double variance = 0;
        double weights = 0;
        double weighted = 0;
        double p = 0;
        double q = 0;
        for (int s = 0; s < events.length; s++) {
            double y1 = events[s][0];
            double y0 = events[s][1];
            double n1 = sizes[s][0];
            double n0 = sizes[s][1];
            double n = n1 + n0;
            if (n1 > 0 && n0 > 0) {
                double y = y1 + y0;
                excess += y1 - n1 * y / n;
                variance += n1 * n0 * y * (n - y) / (n * n * (n - 1));
                weights += n1 * n0 / n;
                weighted += (y1 * n0 - y0 * n1) / n;
                p += (n1 * n1 * y0 - n0 * n0 * y1 + n1 * n0 * (n0 - n1) / 2) / (n * n);
                q += (y1 * (n0 - y0) + y0 * (n1 - y1)) / (2 * n);
            }
        }
        double difference = weights > 0 ? weighted / weights : Double.NaN;
        double error = Math.sqrt(Math.max(0, difference * p + q)) / weights;
        return new MantelHaenszel(
                variance > 0 ? excess / Math.sqrt(variance) : Double.NaN, difference, error);
    }

    /// Two-sided, NaN if undefined.
    public double p() {
        return Double.isNaN(z) ? Double.NaN : Normal.twoSided(z);
    }

    public Interval interval(double confidence) {
        double half = Normal.z(confidence) * error;
        return Double.isNaN(difference) || Double.isNaN(half)
                ? Interval.undefined(confidence, "Sato")
                : new Interval(difference - half, difference + half, confidence, "Sato");
    }
}
