package org.counterpoise.engine.audit.correlation;

import org.counterpoise.engine.settings.Setting;

import java.util.List;

/// How correlations are looked at.
///
/// @param columns of numbers; empty for all
/// @param strata columns within whose levels pairs are looked at; empty for protected attributes,
///     plates, batches and other categories
/// @param confounders columns that are held fixed; empty for none
/// @param strength smallest correlation, and smallest change of one, that matters
/// @param smallestStratum rows of a stratum that stands by itself
/// @param rows that are looked at, drawn at random
/// @param distanceRows of them for distance correlation; 0 leaves it out
/// @param level chance of any false alarm
/// @param confidence of the intervals shown
public record CorrelationSettings(
        @Setting(
                        label = "Columns",
                        help = "Which columns of numbers are paired; empty for the first 15.",
                        names = Setting.Names.COLUMN)
                List<String> columns,
        @Setting(
                        label = "Strata",
                        help =
                                "Within whose levels pairs are looked at, such as a batch or a site;"
                                        + " empty for protected attributes, plates, and categories of"
                                        + " 2 to 20 levels.",
                        names = Setting.Names.COLUMN)
                List<String> strata,
        @Setting(
                        label = "Confounders",
                        help =
                                "Columns that are held fixed together, by regression of ranks on"
                                        + " them; empty for none.",
                        names = Setting.Names.COLUMN)
                List<String> confounders,
        @Setting(
                        label = "Correlation that matters",
                        help =
                                "Pairs, and changes of a correlation, are warned of from this size"
                                        + " on.",
                        min = 0,
                        max = 1)
                double strength,
        @Setting(
                        label = "Smallest stratum",
                        help = "Levels with fewer rows are left out of the strata.",
                        min = 5,
                        max = 1_000_000,
                        unit = "rows")
                int smallestStratum,
        @Setting(
                        label = "Rows looked at",
                        help = "Of more rows a random sample of so many is taken.",
                        min = 10,
                        max = 10_000_000,
                        unit = "rows")
                int rows,
        @Setting(
                        label = "Rows for distance correlation",
                        help =
                                "Its time grows with their square, so a smaller sample is taken; 0"
                                        + " leaves it out.",
                        min = 0,
                        max = 10_000,
                        unit = "rows")
                int distanceRows,
        @Setting(
                        label = "Significance",
                        help =
                                "Chance of any false alarm: half for confounding, half for relations"
                                        + " that a correlation does not show, over all pairs.",
                        min = 0.0001,
                        max = 0.5,
                        source = "convention")
                double level,
        @Setting(
                        label = "Confidence",
                        help = "Confidence level of the intervals that are shown.",
                        min = 0.5,
                        max = 0.999)
                double confidence) {
    public CorrelationSettings {
        columns = List.copyOf(columns);
        strata = List.copyOf(strata);
        confounders = List.copyOf(confounders);
    }
}
