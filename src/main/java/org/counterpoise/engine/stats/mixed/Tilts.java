package org.counterpoise.engine.stats.mixed;

import java.util.Arrays;

/// The second derivatives by β of one group's share of Laplace's approximation.
///
/// With w = n π(1 − π), its derivatives c = w(1 − 2π) and d = w(1 − 6π(1 − π)), sums W, C and D
/// over the group's rows, h = 1 + σ²W, q = σ²/(2h) and r = σ²C/h, the gradient by β is Σ xᵢ aᵢ with
/// aᵢ = kᵢ − nᵢπᵢ − q cᵢ + q r wᵢ. A change of β moves every linear predictor of the group by xᵢᵀdβ
/// and, through the group's own intercept, by τᵀdβ with τ = −σ² Σ wᵢ xᵢ / h; differentiating aᵢ
/// gives Σ Aᵢ xᵢ(xᵢ + τ)ᵀ − (Σ cᵢxᵢ) κᵀ + (Σ wᵢxᵢ) λᵀ with Aᵢ = −wᵢ − q dᵢ + q r cᵢ and κ and λ the
/// derivatives of q and q r.
final class Tilts {
    private final int p;
    private final double[] wx;
    private final double[] cx;
    private final double[] dx;
    private final double[] ax;
    private final double[] tau;
    private final double[] kappa;
    private final double[] lambda;
    private double w;
    private double c;
    private double d;
    private double q;
    private double r;

    Tilts(int p) {
        this.p = p;
        this.wx = new double[p];
        this.cx = new double[p];
        this.dx = new double[p];
        this.ax = new double[p];
        this.tau = new double[p];
        this.kappa = new double[p];
        this.lambda = new double[p];
    }

    /// Begins another group.
    void begin() {
        for (double[] sums : new double[][] {wx, cx, dx, ax}) {
            Arrays.fill(sums, 0);
        }
        w = 0;
        c = 0;
        d = 0;
    }

    /// Adds a row.
    ///
    /// @param at where its covariates begin in `x`
    void row(int trials, double pi, double[] x, int at) {
        double weight = trials * pi * (1 - pi);
        double change = weight * (1 - 2 * pi);
        double bend = weight * (1 - 6 * pi * (1 - pi));
        w += weight;
        c += change;
        d += bend;
        for (int k = 0; k < p; k++) {
            double value = x[at + k];
            wx[k] += weight * value;
            cx[k] += change * value;
            dx[k] += bend * value;
        }
    }

    /// All rows of the group have been added.
    void end(double sigma) {
        double s2 = sigma * sigma;
        double h = 1 + s2 * w;
        q = s2 / (2 * h);
        r = s2 * c / h;
        for (int k = 0; k < p; k++) {
            tau[k] = -s2 * wx[k] / h;
            double dh = s2 * (cx[k] + c * tau[k]);
            kappa[k] = -q * dh / h;
            double dr = s2 * (dx[k] + d * tau[k]) / h - r * dh / h;
            lambda[k] = q * dr + r * kappa[k];
        }
    }

    /// Adds a row's Aᵢ xᵢxᵢᵀ; after [#end].
    void outer(int trials, double pi, double[] x, int at, double[] to) {
        double weight = trials * pi * (1 - pi);
        double change = weight * (1 - 2 * pi);
        double bend = weight * (1 - 6 * pi * (1 - pi));
        double a = -weight - q * bend + q * r * change;
        for (int k = 0; k < p; k++) {
            double one = a * x[at + k];
            if (one != 0) {
                ax[k] += one;
                for (int l = 0; l < p; l++) {
                    to[k * p + l] += one * x[at + l];
                }
            }
        }
    }

    /// Adds what belongs to the group as a whole.
    void rest(double[] to) {
        for (int k = 0; k < p; k++) {
            for (int l = 0; l < p; l++) {
                to[k * p + l] += ax[k] * tau[l] - cx[k] * kappa[l] + wx[k] * lambda[l];
            }
        }
    }
}
