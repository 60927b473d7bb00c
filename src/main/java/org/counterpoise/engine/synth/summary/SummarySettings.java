package org.counterpoise.engine.synth.summary;

import org.counterpoise.engine.settings.Setting;

/// Settings of [FromSummary].
public record SummarySettings(
        @Setting(
                        label = "Correlations are",
                        help =
                                "Which coefficient the summary gives. The latent correlation that"
                                        + " leads to it is worked out.")
                Coefficient coefficient) {

    /// A coefficient of correlation.
    public enum Coefficient {
        /// Pearson's, of the values.
        PEARSON,
        /// Spearman's, of the ranks.
        SPEARMAN
    }
}
