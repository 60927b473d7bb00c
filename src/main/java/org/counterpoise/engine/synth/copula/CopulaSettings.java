package org.counterpoise.engine.synth.copula;

import org.counterpoise.engine.settings.Setting;

/// Settings of [GaussianCopula] and [IndependentMarginals].
public record CopulaSettings(
        @Setting(label = "Marginals", help = MARGINALS_HELP) Marginals marginals,
        @Setting(label = "Fill gaps between values", help = FILL_GAPS_HELP) boolean fillGaps)
        implements MarginalSettings {

    static CopulaSettings defaults() {
        return new CopulaSettings(Marginals.EMPIRICAL, true);
    }
}
