package org.counterpoise.engine.synth.copula;

/// How a column's value follows from its latent normal number.
interface Marginal {
    /// Latent numbers further out than this do not occur in practice (probability 1e-19).
    double FARTHEST = 9;

    /// The value at a latent number; never falls as `z` rises.
    double value(double z);

    /// What was used, for the report, e.g. "gamma"; "empirical" for the column's own distribution.
    String name();

    /// The smallest latent number whose value is at least `value`, found by bisection; infinite
    /// if all or none are.
    default double threshold(double value) {
        double low = -FARTHEST;
        double high = FARTHEST;
        if (value(low) >= value) {
            return Double.NEGATIVE_INFINITY;
        } else if (value(high) < value) {
            return Double.POSITIVE_INFINITY;
        }
        double middle = (low + high) / 2;
        while (low < middle && middle < high) {
            if (value(middle) >= value) {
                high = middle;
            } else {
                low = middle;
            }
            middle = (low + high) / 2;
        }
        return high;
    }
}
