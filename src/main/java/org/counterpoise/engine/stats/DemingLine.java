package org.counterpoise.engine.stats;

import org.apache.commons.statistics.distribution.TDistribution;
import org.counterpoise.engine.finding.Interval;

/// A straight line between two measurements that both err (Deming 1943), with intervals by the
/// jackknife (Linnet 1993, doi:10.1093/clinchem/39.3.424).
///
/// @param intercept NaN if undefined
/// @param slope NaN if undefined
public record DemingLine(
        double intercept, double slope, Interval interceptInterval, Interval slopeInterval) {
    private static final String METHOD = "jackknife";
    private static final int FEWEST = 4;

    /// @param x finite
    /// @param y finite, as long as `x`
    /// @param ratio variance of the errors of y over that of x
    public static DemingLine of(double[] x, double[] y, double ratio, double confidence) {
        int n = x.length;
        Sums all = Sums.of(x, y);
        double slope = all.slope(ratio);
        double intercept = all.intercept(slope);
        if (n < FEWEST || !Double.isFinite(slope)) {
            Interval none = Interval.undefined(confidence, METHOD);
            return new DemingLine(intercept, slope, none, none);
        }
        double[] slopes = new double[n];
        double[] intercepts = new double[n];
        for (int i = 0; i < n; i++) {
            Sums without = all.without(x[i], y[i]);
            double own = without.slope(ratio);
            slopes[i] = n * slope - (n - 1) * own;
            intercepts[i] = n * intercept - (n - 1) * without.intercept(own);
        }
        return new DemingLine(
                intercept,
                slope,
                interval(intercept, intercepts, confidence),
                interval(slope, slopes, confidence));
    }

    private static Interval interval(double value, double[] pseudo, double confidence) {
        int n = pseudo.length;
        double deviation = BlandAltman.of(pseudo, 1).deviation();
        double width =
                TDistribution.of(n - 2.0).inverseCumulativeProbability((1 + confidence) / 2)
                        * deviation
                        / Math.sqrt(n);
        return new Interval(value - width, value + width, confidence, METHOD);
    }

    /// Means and sums of squares about them.
    private record Sums(int n, double mx, double my, double sxx, double syy, double sxy) {
        static Sums of(double[] x, double[] y) {
            int n = x.length;
            double mx = 0;
            double my = 0;
            for (int i = 0; i < n; i++) {
                mx += x[i] / n;
                my += y[i] / n;
            }
            double sxx = 0;
            double syy = 0;
            double sxy = 0;
            for (int i = 0; i < n; i++) {
                sxx += (x[i] - mx) * (x[i] - mx);
                syy += (y[i] - my) * (y[i] - my);
                sxy += (x[i] - mx) * (y[i] - my);
            }
            return new Sums(n, mx, my, sxx, syy, sxy);
        }

        /// Of all points but one.
        Sums without(double x, double y) {
            double dx = x - mx;
            double dy = y - my;
            double share = n / (n - 1.0);
            return new Sums(
                    n - 1,
                    mx - dx / (n - 1),
                    my - dy / (n - 1),
                    sxx - share * dx * dx,
                    syy - share * dy * dy,
                    sxy - share * dx * dy);
        }

        double slope(double ratio) {
            double d = syy - ratio * sxx;
            return sxy == 0
                    ? Double.NaN
                    : (d + Math.sqrt(d * d + 4 * ratio * sxy * sxy)) / (2 * sxy);
        }

        double intercept(double slope) {
            return my - slope * mx;
        }
    }
}
