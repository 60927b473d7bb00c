package org.counterpoise.engine.stats;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// The two-sided p-value of the Mann–Whitney U test, without continuity correction.
///
/// As R's `wilcox.test(correct = FALSE)`: exact where both samples are smaller than 50 and nothing
/// is tied, else by the normal approximation with its variance reduced for ties (Mann and Whitney
/// 1947, doi:10.1214/aoms/1177730491).
public final class MannWhitney {
    private static final int EXACT_BELOW = 50;

    /// P(U ≤ u) by (m, n), for u up to half of m·n.
    private static final ConcurrentMap<Integer, double[]> LOWER_TAILS = new ConcurrentHashMap<>();

    private MannWhitney() {}

    /// @param u pairs in which the first sample is larger, ties counting half
    /// @param m size of the first sample
    /// @param n size of the second sample
    /// @param ties sum over tied sets of t³ − t, t being the set's size; 0 if nothing is tied
    /// @return NaN if a sample is empty or all values are equal
    public static double p(double u, int m, int n, double ties) {
        if (m == 0 || n == 0) {
            return Double.NaN;
        }
        return m < EXACT_BELOW && n < EXACT_BELOW && ties == 0
                ? exact(u, m, n)
                : approximate(u, m, n, ties);
    }

    private static double approximate(double u, int m, int n, double ties) {
        double all = (double) m + n;
        double variance = (double) m * n / 12 * (all + 1 - ties / (all * (all - 1)));
        if (!(variance > 0)) {
            return Double.NaN;
        }
        return Normal.twoSided((u - (double) m * n / 2) / Math.sqrt(variance));
    }

    private static double exact(double u, int m, int n) {
        int few = Math.min(m, n);
        int many = Math.max(m, n);
        double[] tail =
                LOWER_TAILS.computeIfAbsent(few * EXACT_BELOW + many, key -> lowerTail(few, many));
        int lower = (int) Math.min(u, (double) m * n - u);
        return Math.min(1, 2 * tail[lower]);
    }

    /// Counts the ways to reach each U, one more member of a sample at a time: the coefficient of
    /// q^u in the Gaussian binomial, by the recurrence of Mann and Whitney.
    private static double[] lowerTail(int m, int n) {
        int half = m * n / 2;
        double[][] previous = new double[n + 1][];
        for (int j = 0; j <= n; j++) {
            previous[j] = new double[half + 1];
            previous[j][0] = 1;
        }
        for (int i = 1; i <= m; i++) {
            double[][] current = new double[n + 1][half + 1];
            current[0][0] = 1;
            for (int j = 1; j <= n; j++) {
                for (int u = 0; u <= Math.min(half, i * j); u++) {
                    current[j][u] = current[j - 1][u] + (u >= j ? previous[j][u - j] : 0);
                }
            }
            previous = current;
        }
        double[] tail = previous[n];
        double total = 1;
        for (int i = 1; i <= m; i++) {
            total = total * (n + i) / i;
        }
        double sum = 0;
        for (int u = 0; u <= half; u++) {
            sum += tail[u];
            tail[u] = sum / total;
        }
        return tail;
    }
}
