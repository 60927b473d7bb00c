package org.counterpoise.engine.synth.copula;

import org.counterpoise.engine.settings.Setting;

/// Settings of [VineCopula].
public record VineSettings(
        @Setting(label = "Marginals", help = MARGINALS_HELP) Marginals marginals,
        @Setting(label = "Fill gaps between values", help = FILL_GAPS_HELP) boolean fillGaps,
        @Setting(
                        label = "Trees",
                        help =
                                "How deep the vine goes: 1 joins each column to the one it goes with"
                                        + " most; each further tree adds associations given others."
                                        + " More is slower.",
                        min = 1,
                        max = 100)
                int trees,
        @Setting(
                        label = "Rows learned from",
                        help =
                                "Pair copulas are chosen on a random sample of this many rows. More is"
                                        + " slower and finer.",
                        min = 100,
                        max = 1_000_000,
                        unit = "rows")
                int learnedRows)
        implements MarginalSettings {

    static VineSettings defaults() {
        return new VineSettings(Marginals.EMPIRICAL, true, 3, 4000);
    }
}
