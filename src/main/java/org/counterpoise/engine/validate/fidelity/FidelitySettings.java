package org.counterpoise.engine.validate.fidelity;

import org.counterpoise.engine.settings.Setting;

/// Settings of [Fidelity].
public record FidelitySettings(
        @Setting(
                        label = "Compatible with",
                        help =
                                "Choose sdmetrics to get the exact quality score of SDMetrics 0.29;"
                                        + " otherwise both tables are cut on common edges.")
                Compatible compatible,
        @Setting(
                        label = "Lowest quality",
                        help =
                                "Overall quality (mean of column shapes and pair trends) that the"
                                        + " synthetic table must reach.",
                        min = 0,
                        max = 1,
                        source = "ours: SDMetrics itself names no limit")
                double minimumQuality,
        @Setting(
                        label = "Highest Jensen–Shannon distance",
                        help = "Base 2, per column; above it a column is flagged.",
                        min = 0,
                        max = 1,
                        source = "founding guide")
                double maximumJensenShannon,
        @Setting(
                        label = "Lowest similarity of a column",
                        help =
                                "1 − Kolmogorov–Smirnov statistic, or 1 − total variation distance;"
                                        + " below it a column is flagged.",
                        min = 0,
                        max = 1,
                        source = "founding guide")
                double minimumSimilarity,
        @Setting(
                        label = "Lowest correlation consistency",
                        help = "1 − mean absolute difference of the associations of all pairs.",
                        min = 0,
                        max = 1,
                        source = "founding guide")
                double minimumConsistency,
        @Setting(
                        label = "Numeric pairs count from |r| above",
                        help = "Weaker pairs do not count towards pair trends.",
                        min = 0,
                        max = 1,
                        source = "SDMetrics 0.29")
                double correlationThreshold,
        @Setting(
                        label = "Other pairs count from V above",
                        help = "Cramér's V; weaker pairs do not count towards pair trends.",
                        min = 0,
                        max = 1,
                        source = "SDMetrics 0.29")
                double associationThreshold,
        @Setting(
                        label = "Bootstrap replicates",
                        help = "For the interval of the quality; 0 for none.",
                        min = 0,
                        max = 10_000)
                int replicates,
        @Setting(
                        label = "Rows per bootstrap sample",
                        help = "Larger tables are represented by this many rows of each.",
                        min = 50,
                        max = 1_000_000)
                int bootstrapRows,
        @Setting(label = "Confidence", min = 0.5, max = 0.999) double confidence,
        @Setting(
                        label = "Columns shown",
                        help = "How many of the worst columns get a finding of their own.",
                        min = 1,
                        max = 100)
                int shownColumns,
        @Setting(
                        label = "Highest distinguishability",
                        help =
                                "Cross-validated AUC of a model that tells synthetic from real"
                                        + " rows; 0.5 is chance.",
                        min = 0.5,
                        max = 1,
                        source = "ours: no limit is agreed in the field")
                double maximumAuc,
        @Setting(
                        label = "Rows for models",
                        help =
                                "Models that tell the tables apart learn from at most this many"
                                        + " rows of each.",
                        min = 50,
                        max = 100_000)
                int modelRows,
        @Setting(
                        label = "Highest standardised pMSE",
                        help =
                                "Propensity error over what a correct synthesis is expected to"
                                        + " have.",
                        min = 1,
                        max = 1_000,
                        source = "Raab, Nowok and Dibben 2021, arXiv:2109.12717")
                double maximumPmseRatio,
        @Setting(
                        label = "Smallest subgroup",
                        help =
                                "Groups with fewer rows in either table are counted but not"
                                        + " compared.",
                        min = 20,
                        max = 100_000,
                        unit = "rows")
                int groupRows,
        @Setting(
                        label = "Attributes crossed",
                        help =
                                "How many protected attributes are crossed at most; 0 leaves groups"
                                        + " out.",
                        min = 0,
                        max = 3)
                int order,
        @Setting(
                        label = "Rows in the t-SNE map",
                        help =
                                "Rows of each table that a map of neighbourhoods shows beside the"
                                        + " principal components; 0 draws none. 150 take about a"
                                        + " second, twice as many four times as long.",
                        min = 0,
                        max = 500,
                        unit = "rows")
                int mapRows) {

    /// Whose conventions the quality score follows.
    public enum Compatible {
        /// Ours: common edges, and pairs count that are associated in either table.
        NONE,
        /// SDMetrics 0.29: each table is cut at its own edges, pairs count by the real table.
        SDMETRICS
    }

    static final FidelitySettings DEFAULTS =
            new FidelitySettings(
                    Compatible.NONE,
                    0.85,
                    0.1,
                    0.95,
                    0.95,
                    0.5,
                    0.3,
                    200,
                    5_000,
                    0.95,
                    8,
                    0.65,
                    2_000,
                    10,
                    50,
                    2,
                    0);
}
