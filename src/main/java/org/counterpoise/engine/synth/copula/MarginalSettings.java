package org.counterpoise.engine.synth.copula;

/// The settings that all copulas share: how the distribution of one column is modelled.
public interface MarginalSettings {
    String MARGINALS_HELP =
            "Empirical follows each column's own distribution; kernel smooths it; best-fit replaces"
                    + " continuous columns by the best of normal, log-normal, gamma, beta, Weibull,"
                    + " uniform and their zero-inflated forms (AIC), which hides single values.";

    String FILL_GAPS_HELP =
            "Draws between neighbouring values that occur only once, instead of repeating them;"
                    + " off, only values of the training set are drawn. For empirical marginals.";

    /// How the distribution of one column is modelled.
    enum Marginals {
        /// The training values as they are.
        EMPIRICAL,
        /// A kernel density.
        KERNEL,
        /// The best distribution with a formula.
        BEST_FIT
    }

    Marginals marginals();

    boolean fillGaps();
}
