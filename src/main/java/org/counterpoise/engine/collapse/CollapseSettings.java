package org.counterpoise.engine.collapse;

import org.counterpoise.engine.settings.Setting;

/// How often is learned again, and from what.
///
/// @param generations that follow the real rows
/// @param mode what each of them learns from
/// @param realShare share of real rows among those learned from, for [Mode#REPLACE]; 0 for none
/// @param rows real rows at most, a random sample of them
/// @param loss share that must be missing for a quantity to be called lost
/// @param freshSamples pairs of samples of the real rows that say what chance does
public record CollapseSettings(
        @Setting(
                        label = "Generations",
                        help = "How many times a synthesizer is fitted to what came before.",
                        min = 1,
                        max = 50)
                int generations,
        @Setting(
                        label = "Each generation learns from",
                        help =
                                "Replace: the rows of the one before alone. Accumulate: the real"
                                        + " rows and all rows made since.",
                        source = "Gerstgrasser et al. 2024, arXiv:2404.01413")
                Mode mode,
        @Setting(
                        label = "Real rows among them",
                        help =
                                "When rows are replaced, the share of real rows that each"
                                        + " generation still learns from. Accumulating keeps all.",
                        min = 0,
                        max = 0.99)
                double realShare,
        @Setting(
                        label = "Most rows",
                        help =
                                "A larger table is represented by a random sample of its rows. Small"
                                        + " tables lose more per generation.",
                        min = 20,
                        max = 1_000_000,
                        unit = "rows")
                int rows,
        @Setting(
                        label = "Loss that counts",
                        help =
                                "A quantity is called lost if at least this share of it is missing,"
                                        + " and it is below all fresh samples.",
                        min = 0,
                        max = 0.9)
                double loss,
        @Setting(
                        label = "Fresh samples",
                        help =
                                "Pairs of samples of the real rows that say how much chance alone"
                                        + " changes. A quantity below all of them is called lost.",
                        min = 19,
                        max = 9_999)
                int freshSamples) {

    /// What a generation learns from.
    public enum Mode {
        /// The rows of the generation before, which take the place of all others.
        REPLACE,
        /// The real rows and the rows of all generations before.
        ACCUMULATE
    }

    /// Five generations, each from the one before alone.
    public static final CollapseSettings DEFAULTS =
            new CollapseSettings(5, Mode.REPLACE, 0, 5_000, 0.05, 199);
}
