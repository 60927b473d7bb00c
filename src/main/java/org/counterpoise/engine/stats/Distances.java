package org.counterpoise.engine.stats;

import java.util.Arrays;

/// Distances between two samples of numbers, or between two distributions over the same cells.
///
/// Samples may hold NaN for missing values; they are left out. A distance to an empty sample or to
/// a table of zeros is undefined and returned as NaN.
public final class Distances {
    private static final double LEAST_SHARE = 1e-4;
    private static final double LN2 = Math.log(2);

    private Distances() {}

    /// The values that are not NaN, ascending, in a new array.
    public static double[] sortedPresent(double[] values) {
        double[] present = new double[values.length];
        int n = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                // Adding zero turns -0.0 into 0.0, which sorting would otherwise keep apart.
                present[n++] = value + 0.0;
            }
        }
        double[] sorted = n == present.length ? present : Arrays.copyOf(present, n);
        DoubleSort.sort(sorted);
        return sorted;
    }

    /// The two-sample Kolmogorov–Smirnov statistic: the largest vertical distance between the two
    /// empirical distribution functions.
    ///
    /// @return 0 (same) to 1 (no overlap)
    public static double kolmogorovSmirnov(double[] a, double[] b) {
        return kolmogorovSmirnovSorted(sortedPresent(a), sortedPresent(b));
    }

    /// [#kolmogorovSmirnov(double[], double[])] of samples that [#sortedPresent(double[])] made.
    public static double kolmogorovSmirnovSorted(double[] a, double[] b) {
        if (a.length == 0 || b.length == 0) {
            return Double.NaN;
        }
        double largest = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            double value = Math.min(a[i], b[j]);
            while (i < a.length && a[i] == value) {
                i++;
            }
            while (j < b.length && b[j] == value) {
                j++;
            }
            largest = Math.max(largest, Math.abs((double) i / a.length - (double) j / b.length));
        }
        return largest;
    }

    /// The asymptotic p-value of a two-sample Kolmogorov–Smirnov statistic: Kolmogorov's limit with
    /// Stephens' correction for small samples (Stephens 1970,
    /// doi:10.1111/j.2517-6161.1970.tb00821.x). Conservative where there are ties.
    ///
    /// @param statistic 0 to 1
    /// @param n size of the first sample
    /// @param m size of the second sample
    /// @return 0 to 1, NaN if the statistic is undefined
    public static double kolmogorovSmirnovP(double statistic, long n, long m) {
        if (Double.isNaN(statistic)) {
            return Double.NaN;
        }
        double root = Math.sqrt((double) n / (n + m) * m);
        double lambda = (root + 0.12 + 0.11 / root) * statistic;
        if (lambda < 0.2) {
            return 1; // the series converges slowly here; the value is above 1 − 1e-12
        }
        double sum = 0;
        double sign = 1;
        for (int k = 1; k <= 100; k++) {
            double term = Math.exp(-2.0 * k * k * lambda * lambda);
            sum += sign * term;
            if (term < 1e-16) {
                break;
            }
            sign = -sign;
        }
        return Math.clamp(2 * sum, 0, 1);
    }

    /// The 1-Wasserstein (earth mover's) distance: the area between the two empirical distribution
    /// functions, in the unit of the values.
    ///
    /// @return at least 0
    public static double wasserstein(double[] a, double[] b) {
        return wassersteinSorted(sortedPresent(a), sortedPresent(b));
    }

    /// [#wasserstein(double[], double[])] of samples that [#sortedPresent(double[])] made.
    public static double wassersteinSorted(double[] a, double[] b) {
        if (a.length == 0 || b.length == 0) {
            return Double.NaN;
        }
        double area = 0;
        int i = 0;
        int j = 0;
        double last = Math.min(a[0], b[0]);
        while (i < a.length || j < b.length) {
            double value = i == a.length ? b[j] : j == b.length ? a[i] : Math.min(a[i], b[j]);
            double gap = Math.abs((double) i / a.length - (double) j / b.length);
            if (gap > 0) {
                area += gap * (value - last);
            }
            while (i < a.length && a[i] == value) {
                i++;
            }
            while (j < b.length && b[j] == value) {
                j++;
            }
            last = value;
        }
        return area;
    }

    /// The 1-Wasserstein distance divided by the standard deviation (n − 1) of the reference, so
    /// that 0.1 means "a tenth of a standard deviation away on average".
    ///
    /// @param reference the sample whose spread is the unit
    /// @return NaN if the reference does not vary, unless both are the same constant (0)
    public static double normalisedWasserstein(double[] reference, double[] other) {
        return normalisedWassersteinSorted(sortedPresent(reference), sortedPresent(other));
    }

    /// [#normalisedWasserstein(double[], double[])] of samples that [#sortedPresent(double[])]
    /// made.
    public static double normalisedWassersteinSorted(double[] reference, double[] other) {
        double distance = wassersteinSorted(reference, other);
        if (distance == 0) {
            return 0;
        }
        double unit = standardDeviation(reference);
        return unit > 0 ? distance / unit : Double.NaN;
    }

    /// The sample standard deviation (n − 1); NaN under two values.
    static double standardDeviation(double[] present) {
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < present.length; i++) {
            double delta = present[i] - mean;
            mean += delta / (i + 1);
            squares += delta * (present[i] - mean);
        }
        return present.length < 2 ? Double.NaN : Math.sqrt(squares / (present.length - 1));
    }

    /// Counts as shares of their sum; NaN throughout if the sum is 0.
    public static double[] shares(long[] counts) {
        double total = 0;
        for (long count : counts) {
            total += count;
        }
        double[] shares = new double[counts.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = counts[i] / total;
        }
        return shares;
    }

    /// Total variation distance of two distributions over the same cells: half the sum of absolute
    /// differences.
    ///
    /// @param p shares that sum to 1
    /// @param q shares that sum to 1, as many as `p`
    /// @return 0 to 1
    public static double totalVariation(double[] p, double[] q) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += Math.abs(p[i] - q[i]);
        }
        return sum / 2;
    }

    /// Jensen–Shannon divergence in bits (base 2) of two distributions over the same cells
    /// (Lin 1991, doi:10.1109/18.61115).
    ///
    /// @return 0 to 1
    public static double jensenShannonDivergence(double[] p, double[] q) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            double middle = (p[i] + q[i]) / 2;
            sum += relativeEntropyTerm(p[i], middle) + relativeEntropyTerm(q[i], middle);
        }
        return Double.isNaN(sum) ? Double.NaN : Math.clamp(sum / (2 * LN2), 0, 1);
    }

    private static double relativeEntropyTerm(double p, double middle) {
        return p == 0 ? 0 : p * Math.log(p / middle);
    }

    /// Jensen–Shannon distance, base 2: the square root of the divergence, a metric (Endres and
    /// Schindelin 2003, doi:10.1109/TIT.2003.813506).
    ///
    /// @return 0 to 1
    public static double jensenShannonDistance(double[] p, double[] q) {
        return Math.sqrt(jensenShannonDivergence(p, q));
    }

    /// Hellinger distance √(½ Σ(√p − √q)²) of two distributions over the same cells.
    ///
    /// @return 0 to 1
    public static double hellinger(double[] p, double[] q) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            double difference = Math.sqrt(p[i]) - Math.sqrt(q[i]);
            sum += difference * difference;
        }
        return Math.sqrt(sum / 2);
    }

    /// Population stability index Σ (p − q) ln(p / q) of two distributions over the same cells, a
    /// share under 10⁻⁴ counting as 10⁻⁴ so that an empty cell does not make it infinite.
    ///
    /// @return at least 0; by custom under 0.1 is stable and over 0.25 is a shift
    public static double populationStability(double[] p, double[] q) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            double a = Math.max(p[i], LEAST_SHARE);
            double b = Math.max(q[i], LEAST_SHARE);
            sum += (a - b) * Math.log(a / b);
        }
        return sum;
    }

    /// Kullback–Leibler divergence Σ p ln(p / q) in nats of one distribution from another over the
    /// same cells (Kullback and Leibler 1951, doi:10.1214/aoms/1177729694), a share of the other
    /// under 10⁻⁴ counting as 10⁻⁴ so that an empty cell does not make it infinite.
    ///
    /// @param p shares that sum to 1
    /// @param q shares that sum to 1, as many as `p`
    /// @return at least 0 but for such cells
    public static double kullbackLeibler(double[] p, double[] q) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += relativeEntropyTerm(p[i], Math.max(q[i], LEAST_SHARE));
        }
        return sum;
    }
}
