package org.counterpoise.engine.stats;

import java.util.random.RandomGenerator;

/// Draws from the chi-squared distribution.
public final class ChiSquared {
    private ChiSquared() {}

    /// One draw, by the method of Marsaglia and Tsang 2000 for gamma numbers
    /// (doi:10.1145/358407.358414).
    ///
    /// @param freedom degrees of freedom, over 0, not necessarily whole
    public static double draw(double freedom, RandomGenerator random) {
        double shape = freedom / 2;
        if (shape < 1) {
            return draw(freedom + 2, random) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1. / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = 1 + c * x;
            if (v > 0) {
                v = v * v * v;
                double u = random.nextDouble();
                if (u < 1 - .0331 * x * x * x * x
                        || Math.log(u) < x * x / 2 + d * (1 - v + Math.log(v))) {
                    return 2 * d * v;
                }
            }
        }
    }
}
