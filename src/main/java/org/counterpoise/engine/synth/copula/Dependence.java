package org.counterpoise.engine.synth.copula;

import java.util.random.RandomGenerator;

/// How the latent numbers of a row, each standard normal by itself, go together.
interface Dependence {

    /// The number of latent numbers.
    int size();

    /// A way to draw latent numbers held to intervals.
    ///
    /// @param from lower ends by latent number, minus infinity where free
    /// @param to upper ends by latent number, infinity where free
    Sampler within(double[] from, double[] to);

    /// Draws rows of latent numbers; may be used by several threads at once.
    interface Sampler {

        /// The length of the array that [#draw] works in.
        int workSize();

        /// Fills `z` with the latent numbers of one row.
        ///
        /// @return whether this attempt succeeded; if not, `z` means nothing
        boolean draw(double[] z, double[] work, RandomGenerator random);
    }
}
