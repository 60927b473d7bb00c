package org.counterpoise.engine.stats;

/// The Hurwitz zeta function `ζ(s, q) = Σ_{k≥0} (q + k)^−s` for `s > 1` and `q ≥ 1`, with its first
/// two derivatives in `s`.
///
/// The first terms are summed, the rest is the Euler–Maclaurin series (DLMF 25.11.28), which from
/// [#ASYMPTOTIC] on is exact to rounding with five terms.
public final class HurwitzZeta {
    /// From this `q` on the series alone is exact.
    static final int ASYMPTOTIC = 20;

    /// `B₂ⱼ / (2j)!` for j = 1 … 5.
    private static final double[] BERNOULLI = {
        1.0 / 12, -1.0 / 720, 1.0 / 30_240, -1.0 / 1_209_600, 1.0 / 47_900_160
    };

    private HurwitzZeta() {}

    /// `ζ(s, q)`.
    public static double value(double s, double q) {
        double sum = 0;
        double a = q;
        for (; a < ASYMPTOTIC; a++) {
            sum += Math.pow(a, -s);
        }
        return sum + tail(s, a, Math.exp(-s * Math.log(a)));
    }

    /// `ζ(s, a)` for `a ≥` [#ASYMPTOTIC], given `a^−s`.
    static double tail(double s, double a, double power) {
        double square = 1 / (a * a);
        double factor = s * power / a;
        double sum = a * power / (s - 1) + power / 2;
        for (int j = 0; j < BERNOULLI.length; j++) {
            sum += BERNOULLI[j] * factor;
            factor *= (s + 2 * j + 1) * (s + 2 * j + 2) * square;
        }
        return sum;
    }

    /// `ζ`, `∂ζ/∂s` and `∂²ζ/∂s²` at `(s, q)`.
    public static double[] derivatives(double s, double q) {
        double value = 0;
        double first = 0;
        double second = 0;
        double a = q;
        for (; a < ASYMPTOTIC; a++) {
            double log = Math.log(a);
            double power = Math.exp(-s * log);
            value += power;
            first -= log * power;
            second += log * log * power;
        }
        double log = Math.log(a);
        double power = Math.exp(-s * log);
        // Each term T has T' = T·g and T'' = T·(g² + g').
        double lead = a * power / (s - 1);
        double g = -log - 1 / (s - 1);
        value += lead + power / 2;
        first += lead * g - log * power / 2;
        second += lead * (g * g + 1 / ((s - 1) * (s - 1))) + log * log * power / 2;
        double factor = s * power / a;
        double harmonic = 1 / s;
        double squares = 1 / (s * s);
        for (int j = 0; j < BERNOULLI.length; j++) {
            double term = BERNOULLI[j] * factor;
            g = harmonic - log;
            value += term;
            first += term * g;
            second += term * (g * g - squares);
            double b = s + 2 * j + 1;
            factor *= b * (b + 1) / (a * a);
            harmonic += 1 / b + 1 / (b + 1);
            squares += 1 / (b * b) + 1 / ((b + 1) * (b + 1));
        }
        return new double[] {value, first, second};
    }
}
