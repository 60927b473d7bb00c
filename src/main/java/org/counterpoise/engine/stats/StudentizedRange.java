package org.counterpoise.engine.stats;

/// The range of `k` independent standard normal numbers: Tukey's studentised range with known
/// variance, as R's `ptukey(q, k, Inf)` and `qtukey(p, k, Inf)`.
///
/// `P(R ≤ q) = k ∫ φ(z) (Φ(z + q) − Φ(z))^(k−1) dz`, where `z` is the least of the numbers. The
/// integrand is smooth and vanishes at both ends, so the trapezoidal rule is exact to rounding.
public final class StudentizedRange {
    private static final double REACH = 9;
    private static final double STEP = 0.1;
    private static final double WIDEST = 40;
    private static final int POINTS = (int) Math.round(2 * REACH / STEP) + 1;
    private static final double[] DENSITY = new double[POINTS];
    private static final double[] BELOW = new double[POINTS];

    static {
        for (int i = 0; i < POINTS; i++) {
            double z = -REACH + i * STEP;
            DENSITY[i] = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
            BELOW[i] = Normal.below(z);
        }
    }

    private final int k;

    /// @param k at least 2
    public StudentizedRange(int k) {
        if (k < 2) {
            throw new IllegalArgumentException("a range of " + k);
        }
        this.k = k;
    }

    /// The chance of a range of at most `q`.
    public double cumulative(double q) {
        if (!(q > 0)) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            double within = Normal.below(-REACH + i * STEP + q) - BELOW[i];
            sum += DENSITY[i] * Math.pow(within, k - 1.0);
        }
        return Math.min(1, k * STEP * sum);
    }

    /// The chance of a range of at least `q`; without loss of digits for two numbers, to about
    /// 1e-15 for more.
    public double survival(double q) {
        return k == 2 ? Normal.twoSided(q / Math.sqrt(2)) : Math.max(0, 1 - cumulative(q));
    }

    /// The range that is not exceeded with this chance.
    public double quantile(double chance) {
        if (k == 2) {
            return Math.sqrt(2) * Normal.z(chance);
        }
        double low = 0;
        double high = WIDEST;
        while (high - low > 1e-10) {
            double middle = (low + high) / 2;
            if (cumulative(middle) < chance) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
