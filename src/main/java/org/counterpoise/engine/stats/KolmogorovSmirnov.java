package org.counterpoise.engine.stats;

/// The p-value of the two-sample Kolmogorov–Smirnov test.
///
/// @param statistic the largest distance of the two distribution functions, 0 to 1
/// @param p chance of a distance at least as large if both samples come from one distribution
/// @param exact whether p is that of all ways to deal the values out to two samples of these sizes,
///     or the limit
public record KolmogorovSmirnov(double statistic, double p, boolean exact) {
    /// From this product of the sample sizes on p is the limit, as in R's `ks.test`.
    private static final double EXACT_BELOW = 10_000;

    /// Two samples that ascend and hold no NaN.
    public static KolmogorovSmirnov ofSorted(double[] a, double[] b) {
        return of(EmpiricalDifference.ofSorted(a, b), a, b);
    }

    /// @param difference of `a` and `b`, which ascend
    public static KolmogorovSmirnov of(EmpiricalDifference difference, double[] a, double[] b) {
        double statistic = difference.kolmogorovSmirnov();
        boolean small = (double) a.length * b.length < EXACT_BELOW;
        return small && a.length > 0 && b.length > 0
                ? new KolmogorovSmirnov(statistic, exact(a, b), true)
                : new KolmogorovSmirnov(
                        statistic,
                        Distances.kolmogorovSmirnovP(statistic, a.length, b.length),
                        false);
    }

    /// The chance that a random path through the lattice of sample sizes strays as far from the
    /// diagonal as this one did; with ties only where a value ends is looked at (Schröer and
    /// Trenkler 1995, doi:10.1016/0167-9473(94)00040-P). As R's `ks.test(x, y, exact = TRUE)`.
    ///
    /// @param a ascending, not empty
    /// @param b ascending, not empty
    /// @return 0 to 1; takes `a.length · b.length` steps
    public static double exact(double[] a, double[] b) {
        int n = a.length;
        int m = b.length;
        boolean[] ends = ends(a, b);
        long bound = farthest(a, b);
        if (bound == 0) {
            return 1;
        }
        double[] strayed = new double[m + 1];
        for (int i = 0; i <= n; i++) {
            for (int j = 0; j <= m; j++) {
                int taken = i + j;
                if (taken == 0) {
                    continue;
                }
                boolean far = ends[taken] && Math.abs((long) i * m - (long) j * n) >= bound;
                double here = 0;
                if (far) {
                    here = 1;
                } else {
                    if (i > 0) {
                        here += strayed[j] * i / taken;
                    }
                    if (j > 0) {
                        here += strayed[j - 1] * j / taken;
                    }
                }
                strayed[j] = here;
            }
        }
        return Math.min(1, strayed[m]);
    }

    /// Whether a value of the two samples together ends after so many of them.
    private static boolean[] ends(double[] a, double[] b) {
        boolean[] ends = new boolean[a.length + b.length + 1];
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            double value = next(a, b, i, j);
            while (i < a.length && a[i] == value) {
                i++;
            }
            while (j < b.length && b[j] == value) {
                j++;
            }
            ends[i + j] = true;
        }
        return ends;
    }

    /// The largest distance of the distribution functions, times both sizes, so that it is whole.
    private static long farthest(double[] a, double[] b) {
        long farthest = 0;
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            double value = next(a, b, i, j);
            while (i < a.length && a[i] == value) {
                i++;
            }
            while (j < b.length && b[j] == value) {
                j++;
            }
            farthest = Math.max(farthest, Math.abs((long) i * b.length - (long) j * a.length));
        }
        return farthest;
    }

    private static double next(double[] a, double[] b, int i, int j) {
        return j == b.length || (i < a.length && a[i] <= b[j]) ? a[i] : b[j];
    }
}
