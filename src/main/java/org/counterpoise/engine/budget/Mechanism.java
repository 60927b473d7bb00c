package org.counterpoise.engine.budget;

/// Noise that hides whether one record is there. Neighbouring tables differ by one record added or
/// removed, and the sensitivity is 1: the most that one record changes what is asked.
public sealed interface Mechanism permits SampledGaussian, Laplace {

    /// The Rényi divergence of order `alpha` that one use may cost.
    ///
    /// @param alpha over 1
    double renyi(double alpha);

    /// What it is and how it was set, as in "Gaussian noise, σ = 1.1, sampling rate 0.01".
    String words();
}
