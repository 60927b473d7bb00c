package org.counterpoise.engine.budget;

import org.apache.commons.statistics.distribution.NormalDistribution;

import java.util.List;

/// What (ε, δ) guarantees amount to together, by the theorems that need nothing but ε and δ.
public final class Composition {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private Composition() {}

    /// A guarantee: whatever is released, one record changes its chance by a factor of at most e^ε,
    /// but for a chance δ.
    ///
    /// @param epsilon at least 0, infinite for none
    /// @param delta 0 to 1
    public record Guarantee(double epsilon, double delta) {
        public Guarantee {
            if (!(epsilon >= 0 && delta >= 0 && delta <= 1)) {
                throw new IllegalArgumentException("epsilon " + epsilon + ", delta " + delta);
            }
        }
    }

    /// Basic composition: ε and δ add (Dwork and Roth 2014, doi:10.1561/0400000042, theorem 3.16).
    public static Guarantee basic(List<Guarantee> all) {
        return new Guarantee(
                all.stream().mapToDouble(Guarantee::epsilon).sum(),
                Math.min(1, all.stream().mapToDouble(Guarantee::delta).sum()));
    }

    /// Advanced composition of `uses` of the same guarantee: ε√(2k ln(1/δ′)) + kε(e^ε − 1) at
    /// kδ + δ′ (Dwork, Rothblum and Vadhan 2010, doi:10.1109/FOCS.2010.12; Dwork and Roth 2014,
    /// theorem 3.20).
    ///
    /// @param uses at least 0
    /// @param slack δ′, over 0 and under 1
    public static Guarantee advanced(Guarantee each, long uses, double slack) {
        if (!(slack > 0 && slack < 1)) {
            throw new IllegalArgumentException("slack " + slack);
        }
        double e = each.epsilon();
        return new Guarantee(
                e * Math.sqrt(2 * uses * Math.log(1 / slack)) + uses * e * Math.expm1(e),
                Math.min(1, uses * each.delta() + slack));
    }

    /// The least δ with which Gaussian noise keeps an ε: Φ(1/(2σ) − εσ) − e^ε·Φ(−1/(2σ) − εσ)
    /// (Balle and Wang 2018, theorem 8). Exact, where the classic σ = √(2 ln(1.25/δ))/ε is not.
    ///
    /// @param sigma over 0, as a multiple of the sensitivity; of several uses the root of the
    ///     reciprocal of Σ1/σ²
    public static double gaussianDelta(double sigma, double epsilon) {
        double half = 1 / (2 * sigma);
        double likely = STANDARD.cumulativeProbability(half - epsilon * sigma);
        double rest = STANDARD.cumulativeProbability(-half - epsilon * sigma);
        return Math.max(0, likely - (rest == 0 ? 0 : Math.exp(epsilon + Math.log(rest))));
    }

    /// The least ε that Gaussian noise keeps with a δ.
    ///
    /// @param sigma over 0
    /// @param delta over 0 and under 1
    public static double gaussianEpsilon(double sigma, double delta) {
        if (!(sigma > 0 && delta > 0 && delta < 1)) {
            throw new IllegalArgumentException("sigma " + sigma + ", delta " + delta);
        }
        if (gaussianDelta(sigma, 0) <= delta) {
            return 0;
        }
        double low = 0;
        double high = 1;
        while (gaussianDelta(sigma, high) > delta) {
            low = high;
            high *= 2;
        }
        while (high - low > 1e-12 * high) {
            double middle = (low + high) / 2;
            if (gaussianDelta(sigma, middle) > delta) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
