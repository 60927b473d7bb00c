package org.counterpoise.engine.stats;

import java.util.Arrays;

/// Tests of whether two samples come from one distribution, with their limiting p-values.
public enum TwoSampleTest {
    /// Scholz and Stephens' statistic for two samples, ties by its right-continuous form (1987,
    /// doi:10.1080/01621459.1987.10478517); p by Marsaglia and Marsaglia's formula for the limit
    /// (2004, doi:10.18637/jss.v009.i02). Watches the tails as well as the middle.
    ANDERSON_DARLING {
        @Override
        double p(Steps steps) {
            double sum = 0;
            for (int i = 0; i < steps.distinct() - 1; i++) {
                double below = steps.below(i);
                double gap = (double) steps.n() * steps.a[i] - below * steps.aSize;
                sum += steps.tied(i) * gap * gap / (below * (steps.n() - below));
            }
            return andersonDarlingP(sum / ((double) steps.aSize * steps.bSize));
        }
    },

    /// The largest distance of the distribution functions (Kolmogorov 1933, Smirnov 1948,
    /// doi:10.1214/aoms/1177730256).
    KOLMOGOROV_SMIRNOV {
        @Override
        double p(Steps steps) {
            double largest = 0;
            for (int i = 0; i < steps.distinct(); i++) {
                largest =
                        Math.max(
                                largest,
                                Math.abs(
                                        (double) steps.a[i] / steps.aSize
                                                - (double) steps.b[i] / steps.bSize));
            }
            return Distances.kolmogorovSmirnovP(largest, steps.aSize, steps.bSize);
        }
    },

    /// The mean squared distance of the distribution functions (Anderson 1962,
    /// doi:10.1214/aoms/1177704477), centred and scaled to the moments of its limit.
    CRAMER_VON_MISES {
        @Override
        double p(Steps steps) {
            double m = steps.aSize;
            double n = steps.bSize;
            double sum = 0;
            for (int i = 0; i < steps.distinct(); i++) {
                double gap = steps.a[i] / m - steps.b[i] / n;
                sum += steps.tied(i) * gap * gap;
            }
            double all = m + n;
            double t = m * n * sum / (all * all);
            double mean = (1 + 1 / all) / 6;
            double variance =
                    (all + 1)
                            * (4 * m * n * all - 3 * (m * m + n * n) - 2 * m * n)
                            / (45 * all * all * 4 * m * n);
            return cramerVonMisesP((t - mean) / Math.sqrt(45 * variance) + 1.0 / 6);
        }
    };

    /// The p-value of two samples.
    ///
    /// @return NaN if a sample is empty
    public double p(double[] a, double[] b) {
        return a.length == 0 || b.length == 0 ? Double.NaN : p(Steps.of(sorted(a), sorted(b)));
    }

    private static double[] sorted(double[] values) {
        double[] copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }

    abstract double p(Steps steps);

    /// How many members of each sample are at or below each distinct value.
    static final class Steps {
        private final int aSize;
        private final int bSize;
        private final int[] a;
        private final int[] b;
        private int distinct;

        private Steps(int aSize, int bSize) {
            this.aSize = aSize;
            this.bSize = bSize;
            this.a = new int[aSize + bSize];
            this.b = new int[aSize + bSize];
        }

        static Steps of(double[] a, double[] b) {
            Steps steps = new Steps(a.length, b.length);
            int i = 0;
            int j = 0;
            while (i < a.length || j < b.length) {
                double value = j == b.length || (i < a.length && a[i] <= b[j]) ? a[i] : b[j];
                while (i < a.length && a[i] <= value) {
                    i++;
                }
                while (j < b.length && b[j] <= value) {
                    j++;
                }
                steps.a[steps.distinct] = i;
                steps.b[steps.distinct] = j;
                steps.distinct++;
            }
            return steps;
        }

        int n() {
            return aSize + bSize;
        }

        int distinct() {
            return distinct;
        }

        int below(int i) {
            return a[i] + b[i];
        }

        int tied(int i) {
            return i == 0 ? below(0) : below(i) - below(i - 1);
        }
    }

    static double andersonDarlingP(double z) {
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
            if (term < 1e-17 * sum) {
                return sum * step;
            }
        }
    }
}
