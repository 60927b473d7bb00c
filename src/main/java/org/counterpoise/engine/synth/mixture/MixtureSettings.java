package org.counterpoise.engine.synth.mixture;

import org.counterpoise.engine.settings.Setting;

/// Settings of [GaussianMixture].
public record MixtureSettings(
        @Setting(
                        label = "Fewest components",
                        help = "The smallest number of kinds of rows that is tried.",
                        min = 1,
                        max = 50)
                int fewest,
        @Setting(
                        label = "Most components",
                        help =
                                "The largest number of kinds of rows that is tried. The number with"
                                        + " the lowest BIC is taken.",
                        min = 1,
                        max = 50)
                int most,
        @Setting(
                        label = "Correlated within a component",
                        help =
                                "On, numbers go together within a component as they like; off, only"
                                        + " the components make them go together, which needs fewer"
                                        + " rows.")
                boolean full,
        @Setting(
                        label = "Starts",
                        help =
                                "How often each number of components is begun anew; the best counts.",
                        min = 1,
                        max = 20)
                int starts) {

    static MixtureSettings defaults() {
        return new MixtureSettings(1, 10, true, 3);
    }
}
