package org.counterpoise.engine.stats;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.counterpoise.engine.finding.Interval;

/// Estimates of the same thing from several places: their weighted mean, and whether they differ by
/// more than chance (Cochran 1954, doi:10.2307/3001666; Higgins and Thompson 2002,
/// doi:10.1002/sim.1186).
///
/// Weights are the inverse variances (a fixed effect). Estimates without a variance do not count.
///
/// @param mean NaN without estimates
/// @param error standard error of the mean
/// @param q Cochran's Q, the weighted sum of squared differences from the mean
/// @param degrees one less than there are estimates
/// @param p of equal values, NaN with fewer than two
public record Heterogeneity(double mean, double error, double q, int degrees, double p) {

    /// @param values one per place
    /// @param variances one per place; NaN, 0 or less for none
    public static Heterogeneity of(double[] values, double[] variances) {
        double weights = 0;
        double sum = 0;
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (counts(values[i], variances[i])) {
                weights += 1 / variances[i];
                sum += values[i] / variances[i];
                count++;
            }
        }
        double mean = sum / weights;
        double q = 0;
        for (int i = 0; i < values.length; i++) {
            if (counts(values[i], variances[i])) {
                q += (values[i] - mean) * (values[i] - mean) / variances[i];
            }
        }
        double p =
                count < 2
                        ? Double.NaN
                        : ChiSquaredDistribution.of(count - 1.0).survivalProbability(q);
        return new Heterogeneity(mean, 1 / Math.sqrt(weights), q, Math.max(0, count - 1), p);
    }

    private static boolean counts(double value, double variance) {
        return Double.isFinite(value) && variance > 0 && Double.isFinite(variance);
    }

    /// I², the share of the variation that is not chance, 0 to 1; NaN with fewer than two
    /// estimates.
    public double inconsistency() {
        return degrees < 1 ? Double.NaN : Math.max(0, (q - degrees) / q);
    }

    /// The normal interval of the mean.
    public Interval interval(double confidence) {
        double half = Normal.z(confidence) * error;
        return new Interval(mean - half, mean + half, confidence, "inverse variance");
    }
}
