package org.counterpoise.engine.stats;

/// Tests of whether two samples come from one distribution, with their limiting p-values.
public enum TwoSampleTest {
    /// Scholz and Stephens' statistic for two samples, ties by its right-continuous form (1987,
    /// doi:10.1080/01621459.1987.10478517); p by Marsaglia and Marsaglia's formula for the limit
    /// (2004, doi:10.18637/jss.v009.i02). Watches the tails as well as the middle.
    ANDERSON_DARLING {
        @Override
        public double p(EmpiricalDifference difference) {
            return andersonDarlingP(difference.andersonDarling());
        }
    },

    /// The largest distance of the distribution functions (Kolmogorov 1933, Smirnov 1948,
    /// doi:10.1214/aoms/1177730256).
    KOLMOGOROV_SMIRNOV {
        @Override
        public double p(EmpiricalDifference difference) {
            return Distances.kolmogorovSmirnovP(
                    difference.kolmogorovSmirnov(), difference.n(), difference.m());
        }
    },

    /// The mean squared distance of the distribution functions (Anderson 1962,
    /// doi:10.1214/aoms/1177704477), centred and scaled to the moments of its limit.
    CRAMER_VON_MISES {
        @Override
        public double p(EmpiricalDifference difference) {
            double m = difference.n();
            double n = difference.m();
            double all = m + n;
            double mean = (1 + 1 / all) / 6;
            double variance =
                    (all + 1)
                            * (4 * m * n * all - 3 * (m * m + n * n) - 2 * m * n)
                            / (45 * all * all * 4 * m * n);
            return cramerVonMisesP(
                    (difference.cramerVonMises() - mean) / Math.sqrt(45 * variance) + 1.0 / 6);
        }
    };

    /// The p-value of two samples, in any order.
    ///
    /// @return NaN if a sample is empty
    public double p(double[] a, double[] b) {
        return p(EmpiricalDifference.ofSorted(sorted(a), sorted(b)));
    }

    private static double[] sorted(double[] values) {
        double[] copy = values.clone();
        DoubleSort.sort(copy);
        return copy;
    }

    /// The p-value of a difference that was measured.
    ///
    /// @return 0 to 1, NaN if a sample is empty
    public abstract double p(EmpiricalDifference difference);

    static double andersonDarlingP(double z) {
        if (Double.isNaN(z)) {
            return Double.NaN;
        }
        if (z <= 0) {
            return 1;
        }
        if (z < 2) {
            double tail = 0.0347962 - (0.0116720 - 0.00168691 * z) * z;
            double series = 2.00012 + (0.247105 - (0.0649821 - tail * z) * z) * z;
            return 1 - Math.exp(-1.2337141 / z) / Math.sqrt(z) * series;
        }
        double tail = 0.082433 - (0.008056 - 0.0003146 * z) * z;
        double exponent = 1.0776 - (2.30695 - (0.43424 - tail * z) * z) * z;
        // The fit turns beyond z = 10, where p is below 1e-5; there the tail falls as exp(-z).
        return z > 10 ? andersonDarlingP(10) * Math.exp(10 - z) : -Math.expm1(-Math.exp(exponent));
    }

    /// 1 minus the limiting distribution of the statistic (Csörgő and Faraway 1996, equation 1.2,
    /// doi:10.1111/j.2517-6161.1996.tb02077.x).
    private static double cramerVonMisesP(double x) {
        if (Double.isNaN(x)) {
            return Double.NaN;
        }
        if (x <= 0) {
            return 1;
        }
        double sum = 0;
        double binomial = 1;
        for (int k = 0; k < 20; k++) {
            double y = 4 * k + 1;
            double q = y * y / (16 * x);
            double term = binomial * Math.sqrt(y) * Math.exp(-q) * besselQuarter(q);
            sum += term;
            if (term < 1e-12 * sum) {
                break;
            }
            binomial *= (k + 0.5) / (k + 1);
        }
        return Math.clamp(1 - sum / (Math.PI * Math.sqrt(x)), 0, 1);
    }

    /// The modified Bessel function of the second kind of order 1/4, by the trapezoidal rule on
    /// its integral over cosh, which converges faster than any power of the step.
    private static double besselQuarter(double x) {
        double step = 0.05;
        double sum = Math.exp(-x) / 2;
        for (double t = step; ; t += step) {
            double term = Math.exp(-x * Math.cosh(t)) * Math.cosh(t / 4);
            sum += term;
            if (term <= 1e-17 * sum) {
                return sum * step;
            }
        }
    }
}
