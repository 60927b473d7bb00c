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

    /// The t with P(T ≤ t) = p, by bisection.
    ///
    /// @param p between 0 and 1, both excluded
    public double quantile(double p) {
        double low = noncentrality - 1;
        double high = noncentrality + 1;
        for (double step = 1; cumulative(low) > p; step *= 2) {
            low -= step;
        }
        for (double step = 1; cumulative(high) < p; step *= 2) {
            high += step;
        }
        for (int i = 0; i < 200 && high - low > 1e-12 * Math.max(1, Math.abs(low)); i++) {
            double middle = (low + high) / 2;
            if (cumulative(middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
