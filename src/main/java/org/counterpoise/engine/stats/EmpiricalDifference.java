package org.counterpoise.engine.stats;

/// How far the empirical distribution functions of two samples lie apart, by the statistics of the
/// usual tests, all from one walk over both.
///
/// @param n size of the first sample
/// @param m size of the second sample
/// @param kolmogorovSmirnov the largest distance of the functions, 0 to 1
/// @param cramerVonMises T of Anderson 1962 (doi:10.1214/aoms/1177704477), ties as they come
/// @param andersonDarling A² of Scholz and Stephens for two samples in its right-continuous form
///     (1987, doi:10.1080/01621459.1987.10478517)
/// @param wasserstein the area between the functions, in the unit of the values
public record EmpiricalDifference(
        int n,
        int m,
        double kolmogorovSmirnov,
        double cramerVonMises,
        double andersonDarling,
        double wasserstein) {

    /// Compares two samples that ascend and hold no NaN.
    ///
    /// @return all statistics NaN if a sample is empty
    public static EmpiricalDifference ofSorted(double[] a, double[] b) {
        int n = a.length;
        int m = b.length;
        if (n == 0 || m == 0) {
            return new EmpiricalDifference(n, m, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double all = (double) n + m;
        double product = (double) n * m;
        double largest = 0;
        double squares = 0;
        double weighted = 0;
        double area = 0;
        double gap = 0; // n m times the signed distance of the functions
        double last = Math.min(a[0], b[0]);
        int i = 0;
        int j = 0;
        while (i < n || j < m) {
            double value = j == m || (i < n && a[i] <= b[j]) ? a[i] : b[j];
            if (gap != 0) {
                area += Math.abs(gap) * (value - last);
            }
            last = value;
            int before = i + j;
            while (i < n && a[i] == value) {
                i++;
            }
            while (j < m && b[j] == value) {
                j++;
            }
            gap = (double) i * m - (double) j * n;
            largest = Math.max(largest, Math.abs(gap));
            double below = (double) i + j;
            double part = (below - before) * gap * gap;
            squares += part;
            if (below < all) {
                weighted += part / (below * (all - below));
            }
        }
        return new EmpiricalDifference(
                n,
                m,
                largest / product,
                squares / product / (all * all),
                weighted / product,
                area / product);
    }
}
