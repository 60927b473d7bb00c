package org.counterpoise.engine.stats;

/// The Shapiro–Wilk test of normality by Royston's approximation (algorithm AS R94, 1995,
/// doi:10.2307/2986146). As R's `shapiro.test`.
final class ShapiroWilk {
    private static final double[] FIRST = {0, .221157, -.147981, -2.07119, 4.434685, -2.706056};
    private static final double[] SECOND = {0, .042981, -.293762, -1.752461, 5.682633, -3.582633};
    private static final double[] SMALL_MEAN = {.544, -.39978, .025054, -6.714e-4};
    private static final double[] SMALL_DEVIATION = {1.3822, -.77857, .062767, -.0020322};
    private static final double[] MEAN = {-1.5861, -.31082, -.083751, .0038915};
    private static final double[] DEVIATION = {-.4803, -.082676, .0030302};

    private ShapiroWilk() {}

    /// @param sorted ascending, 3 to 5,000 values that are not all equal
    static NormalityTest of(double[] sorted) {
        int n = sorted.length;
        double[] weights = weights(n);
        double mean = 0;
        for (double value : sorted) {
            mean += value / n;
        }
        double squares = 0;
        for (double value : sorted) {
            squares += (value - mean) * (value - mean);
        }
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (sorted[n - 1 - i] - sorted[i]);
        }
        double w = Math.min(1, sum * sum / squares);
        return new NormalityTest(w, p(w, n));
    }

    /// Of the outermost pair first.
    private static double[] weights(int n) {
        int half = n / 2;
        double[] weights = new double[half];
        if (n == 3) {
            weights[0] = Math.sqrt(0.5);
            return weights;
        }
        double[] m = new double[half];
        double squares = 0;
        for (int i = 0; i < half; i++) {
            m[i] = -Normal.quantile((i + 1 - 0.375) / (n + 0.25));
            squares += 2 * m[i] * m[i];
        }
        double root = Math.sqrt(squares);
        double small = 1 / Math.sqrt(n);
        weights[0] = polynomial(FIRST, small) + m[0] / root;
        double rest = squares - 2 * m[0] * m[0];
        double left = 1 - 2 * weights[0] * weights[0];
        int from = 1;
        if (n > 5) {
            weights[1] = polynomial(SECOND, small) + m[1] / root;
            rest -= 2 * m[1] * m[1];
            left -= 2 * weights[1] * weights[1];
            from = 2;
        }
        double scale = Math.sqrt(rest / left);
        for (int i = from; i < half; i++) {
            weights[i] = m[i] / scale;
        }
        return weights;
    }

    private static double p(double w, int n) {
        if (n == 3) {
            return Math.max(0, 6 / Math.PI * (Math.asin(Math.sqrt(w)) - Math.asin(Math.sqrt(.75))));
        }
        double y = Math.log(1 - w);
        double mean;
        double deviation;
        if (n <= 11) {
            double limit = -2.273 + .459 * n;
            if (y >= limit) {
                return 0;
            }
            y = -Math.log(limit - y);
            mean = polynomial(SMALL_MEAN, n);
            deviation = Math.exp(polynomial(SMALL_DEVIATION, n));
        } else {
            double log = Math.log(n);
            mean = polynomial(MEAN, log);
            deviation = Math.exp(polynomial(DEVIATION, log));
        }
        return Normal.below(-(y - mean) / deviation);
    }

    private static double polynomial(double[] coefficients, double x) {
        double value = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            value = value * x + coefficients[i];
        }
        return value;
    }
}
