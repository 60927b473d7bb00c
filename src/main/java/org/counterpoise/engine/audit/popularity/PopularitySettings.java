package org.counterpoise.engine.audit.popularity;

import org.counterpoise.engine.settings.Setting;

/// How the popularity of choices is looked at.
///
/// @param column which column holds the choices; empty for the category with the most values
/// @param top share of choices, in per cent, whose share of records is held against the limit
/// @param limit share of records, in per cent, from which on the top choices are flagged
/// @param replicates samples behind the power law's plausibility
/// @param permutations behind the rank correlation with success
/// @param confidence of the intervals
public record PopularitySettings(
        @Setting(
                        label = "Choices",
                        help =
                                "The column that records what people picked. Empty takes the"
                                        + " category with the most values.",
                        names = Setting.Names.COLUMN)
                String column,
        @Setting(
                        label = "Top choices",
                        help = "The most popular choices that are looked at together.",
                        min = 1,
                        max = 99,
                        unit = "%",
                        source =
                                "17 % of amines make 79 % of records, Jia et al. 2019,"
                                        + " doi:10.1038/s41586-019-1540-5")
                double top,
        @Setting(
                        label = "Largest share of the top",
                        help = "Top choices that make more records than this are flagged.",
                        min = 1,
                        max = 100,
                        unit = "%",
                        source = "founding guide: the share of choices that makes 80 %")
                double limit,
        @Setting(
                        label = "Power-law samples",
                        help =
                                "Samples that tell whether a power law is plausible; 2,500 give the"
                                        + " share to 0.01. 0 leaves the question out.",
                        min = 0,
                        max = 100_000)
                int replicates,
        @Setting(
                        label = "Permutations",
                        help =
                                "Permutations behind the rank correlation of popularity and success.",
                        min = 100,
                        max = 100_000)
                int permutations,
        @Setting(
                        label = "Confidence",
                        help = "Confidence level of the intervals.",
                        min = 0.5,
                        max = 0.999)
                double confidence) {}
