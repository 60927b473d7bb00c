package org.counterpoise.engine.audit.slice;

/// SliceLine's score of a slice and its bound for all slices within it.
///
/// Sagadeeva and Boehm, SliceLine: Fast, Linear-Algebra-based Slice Finding for ML Model Debugging,
/// SIGMOD (2021), doi:10.1145/3448016.3457323, equations 1 and 3.
///
/// @param alpha weight of the error against the size, over 0 to 1
/// @param n rows in all, n in the paper (not the number of one-hot columns)
/// @param errorSum sum of the errors of all rows, over 0
/// @param support fewest rows of a slice, at least 1
record SliceScore(double alpha, long n, double errorSum, long support) {

    /// α(ē_S/ē − 1) − (1 − α)(n/|S| − 1): 0 for everyone, above 0 for slices that matter.
    ///
    /// @param size rows of the slice, at least 1
    /// @param sum their errors added up
    double of(double size, double sum) {
        double average = errorSum / n;
        return alpha * (sum / size / average - 1) - (1 - alpha) * (n / size - 1);
    }

    /// The highest score that any slice within all of the given parents can have: such a slice has
    /// s rows, support ≤ s ≤ `size`, and errors of at most min(s · `max`, `sum`).
    ///
    /// Below `sum` / `max` rows the score rises with s; above, it moves one way only. So the
    /// highest is at an end or at the kink.
    ///
    /// @param size the smallest size of the parents
    /// @param sum the smallest sum of errors of the parents
    /// @param max the smallest largest error of the parents
    double bound(double size, double sum, double max) {
        if (size < support || !(sum > 0)) {
            return Double.NEGATIVE_INFINITY;
        }
        double kink = Math.clamp(sum / max, support, size);
        return Math.max(at(support, sum, max), Math.max(at(kink, sum, max), at(size, sum, max)));
    }

    private double at(double s, double sum, double max) {
        return of(s, Math.min(s * max, sum));
    }
}
