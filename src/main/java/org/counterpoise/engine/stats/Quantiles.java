package org.counterpoise.engine.stats;

import java.util.Arrays;

/// Sample quantiles by Hyndman and Fan's type 7, the default of R and NumPy
/// (doi:10.1080/00031305.1996.10473566).
public final class Quantiles {
    private Quantiles() {}

    /// The quantile of values that ascend.
    ///
    /// @param sorted ascending, without NaN
    /// @param p 0 to 1
    /// @return NaN if there are no values
    public static double ofSorted(double[] sorted, double p) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double position = (sorted.length - 1) * p;
        int below = (int) Math.floor(position);
        double fraction = position - below;
        if (fraction == 0) {
            return sorted[below];
        }
        return sorted[below] + fraction * (sorted[below + 1] - sorted[below]);
    }

    /// The quantile of values in any order; NaN and infinities are left out.
    public static double of(double[] values, double p) {
        return ofSorted(sortedFinite(values), p);
    }

    /// The median; NaN and infinities are left out, NaN if nothing remains.
    public static double median(double[] values) {
        return of(values, 0.5);
    }

    /// The finite values, ascending.
    public static double[] sortedFinite(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    }
}
