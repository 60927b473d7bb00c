package org.counterpoise.engine.synth.copula;

import org.counterpoise.engine.settings.Setting;

/// Settings of [GaussianCopula].
public record CopulaSettings(
        @Setting(
                        label = "Marginals",
                        help =
                                "Empirical follows each column's own distribution; best-fit replaces"
                                        + " continuous columns by the best of normal, log-normal,"
                                        + " gamma, beta and uniform (AIC), which hides single values.")
                Marginals marginals,
        @Setting(
                        label = "Fill gaps between values",
                        help =
                                "Draws between neighbouring values that occur only once, instead of"
                                        + " repeating them; off, only values of the training set are"
                                        + " drawn.")
                boolean fillGaps) {

    /// How the distribution of one column is modelled.
    public enum Marginals {
        EMPIRICAL,
        BEST_FIT
    }

    static CopulaSettings defaults() {
        return new CopulaSettings(Marginals.EMPIRICAL, true);
    }
}
