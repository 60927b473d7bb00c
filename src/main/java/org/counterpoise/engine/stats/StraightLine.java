package org.counterpoise.engine.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/// A straight line through points by least squares.
///
/// @param intercept NaN if x does not vary
/// @param slope NaN if x does not vary
/// @param slopeError standard error of the slope, NaN with fewer than three points
/// @param residualDeviation with n − 2 degrees of freedom, NaN with fewer than three points
/// @param n points
public record StraightLine(
        double intercept, double slope, double slopeError, double residualDeviation, int n) {

    /// @param x finite
    /// @param y finite, as long as `x`
    public static StraightLine of(double[] x, double[] y) {
        int n = x.length;
        double mx = 0;
        double my = 0;
        for (int i = 0; i < n; i++) {
            mx += x[i] / n;
            my += y[i] / n;
        }
        double sxx = 0;
        double sxy = 0;
        for (int i = 0; i < n; i++) {
            sxx += (x[i] - mx) * (x[i] - mx);
            sxy += (x[i] - mx) * (y[i] - my);
        }
        double slope = sxx > 0 ? sxy / sxx : Double.NaN;
        double intercept = my - slope * mx;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double residual = y[i] - intercept - slope * x[i];
            squares += residual * residual;
        }
        double deviation = n > 2 ? Math.sqrt(squares / (n - 2)) : Double.NaN;
        return new StraightLine(intercept, slope, deviation / Math.sqrt(sxx), deviation, n);
    }

    public double at(double x) {
        return intercept + slope * x;
    }

    /// Two-sided p of no slope, by t with n − 2 degrees of freedom; NaN if undefined.
    public double p() {
        if (Double.isNaN(slope) || !(slopeError > 0)) {
            return Double.NaN;
        }
        return 2 * TDistribution.of(n - 2.0).survivalProbability(Math.abs(slope / slopeError));
    }
}
