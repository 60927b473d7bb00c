package org.counterpoise.engine.stats;

import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/// The noncentral t distribution: (Z + δ) / √(V / ν) with Z standard normal and V chi-squared with
/// ν degrees of freedom.
///
/// The distribution function by Lenth's series (Algorithm AS 243, Applied Statistics 38:185, 1989,
/// doi:10.2307/2347693); the series is summed from its largest term, so that δ may be large.
///
/// @param freedom ν, above 0
/// @param noncentrality δ
public record NoncentralT(double freedom, double noncentrality) {
    private static final double SMALL = 1e-14;
    private static final double EXACT = 1e-14;
    private static final int MOST_TERMS = 100_000;

    /// P(T ≤ t), 0 to 1.
    public double cumulative(double t) {
        if (t < 0) {
            return 1 - new NoncentralT(freedom, -noncentrality).upward(-t);
        }
        return upward(t);
    }

    /// P(T ≤ t) for t of at least 0.
    private double upward(double t) {
        double half = noncentrality * noncentrality / 2;
        double x = t * t / (t * t + freedom);
        double sum = Normal.below(-noncentrality);
        if (x == 0) {
            return sum;
        }
        int start = (int) half;
        for (int j = start; j < start + MOST_TERMS; j++) {
            double term = term(j, half, x);
            sum += term;
            if (Math.abs(term) < SMALL && j > start + 10) {
                break;
            }
        }
        for (int j = start - 1; j >= 0; j--) {
            double term = term(j, half, x);
            sum += term;
            if (Math.abs(term) < SMALL) {
                break;
            }
        }
        return Math.clamp(sum, 0, 1);
    }

    private double term(int j, double half, double x) {
        double p = Math.exp(j * Math.log(half) - half - LogGamma.value(j + 1.0)) / 2;
        double q =
                noncentrality
                        / (2 * Math.sqrt(2))
                        * Math.exp(j * Math.log(half) - half - LogGamma.value(j + 1.5));
        if (half == 0) {
            p = j == 0 ? 0.5 : 0;
            q = 0;
        }
        return p * RegularizedBeta.value(x, j + 0.5, freedom / 2)
                + q * RegularizedBeta.value(x, j + 1.0, freedom / 2);
    }

    /// The t with P(T ≤ t) = p, by false position (the Illinois method): each step costs a series.
    ///
    /// @param p between 0 and 1, both excluded
    public double quantile(double p) {
        double low = noncentrality - 1;
        double high = noncentrality + 1;
        double below = cumulative(low) - p;
        double above = cumulative(high) - p;
        for (double step = 1; below > 0; step *= 2) {
            low -= step;
            below = cumulative(low) - p;
        }
        for (double step = 1; above < 0; step *= 2) {
            high += step;
            above = cumulative(high) - p;
        }
        int side = 0;
        for (int i = 0; i < 200 && high - low > 1e-12 * Math.max(1, Math.abs(low)); i++) {
            double between = (low * above - high * below) / (above - below);
            double next = between > low && between < high ? between : (low + high) / 2;
            double value = cumulative(next) - p;
            if (Math.abs(value) < EXACT) {
                return next;
            }
            if (value < 0) {
                low = next;
                below = value;
                above /= side < 0 ? 2 : 1;
                side = -1;
            } else {
                high = next;
                above = value;
                below /= side > 0 ? 2 : 1;
                side = 1;
            }
        }
        return (low + high) / 2;
    }
}
