package org.counterpoise.engine.synth.copula;

import org.counterpoise.engine.settings.Setting;

/// Settings of [StudentCopula].
public record StudentSettings(
        @Setting(label = "Marginals", help = MARGINALS_HELP) Marginals marginals,
        @Setting(label = "Fill gaps between values", help = FILL_GAPS_HELP) boolean fillGaps,
        @Setting(
                        label = "Degrees of freedom",
                        help =
                                "How heavy the common tails are: 1 to 5 heavy, over 30 next to none."
                                        + " 0 estimates it from the continuous columns.",
                        min = 0,
                        max = 100)
                double degreesOfFreedom)
        implements MarginalSettings {

    static StudentSettings defaults() {
        return new StudentSettings(Marginals.EMPIRICAL, true, 0);
    }
}
