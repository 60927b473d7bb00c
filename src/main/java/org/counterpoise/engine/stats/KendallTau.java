package org.counterpoise.engine.stats;

/// Kendall's rank correlation with ties, tau-b (Kendall 1945, doi:10.1093/biomet/33.3.239).
public final class KendallTau {
    private KendallTau() {}

    /// Of few pairs: it looks at all pairs of them.
    ///
    /// @param x without NaN
    /// @param y as long as `x`
    /// @return −1 to 1; NaN if either does not vary
    public static double b(double[] x, double[] y) {
        long concordant = 0;
        long untiedX = 0;
        long untiedY = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                long dx = Double.compare(x[i], x[j]);
                long dy = Double.compare(y[i], y[j]);
                concordant += dx * dy;
                untiedX += dx * dx;
                untiedY += dy * dy;
            }
        }
        return concordant / Math.sqrt((double) untiedX * untiedY);
    }
}
