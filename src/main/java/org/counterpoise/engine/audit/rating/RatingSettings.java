package org.counterpoise.engine.audit.rating;

import org.counterpoise.engine.settings.Setting;

/// How scores of systems by several sources are looked at.
///
/// @param source column that says who or what scored; empty if each measurement is a source
/// @param system column of what is compared; empty to find it
/// @param item column of what was scored more than once; empty to find it
/// @param rater column of raters whose strictness differs within a source; empty for none
/// @param slopes whether the difference of two sources may vary between items
/// @param level adjusted p below which a difference is named
/// @param smallestCell systems with fewer scores from any source are left out
/// @param draws resamples of items for the rank correlation
/// @param confidence of the intervals
public record RatingSettings(
        @Setting(
                        label = "Source",
                        help =
                                "The column that says who or what gave a score. Empty: each column"
                                        + " marked as a measurement is a source, or a column called"
                                        + " source, judge or rater is.",
                        names = Setting.Names.COLUMN)
                String source,
        @Setting(
                        label = "System",
                        help =
                                "The column of what is compared. Empty: a column called system or"
                                        + " model, else each protected attribute.",
                        names = Setting.Names.COLUMN)
                String system,
        @Setting(
                        label = "Item",
                        help =
                                "The column of what was scored more than once. Empty: a column"
                                        + " called item or query, else the identifier; with a column"
                                        + " of scores for each source, the row.",
                        names = Setting.Names.COLUMN)
                String item,
        @Setting(
                        label = "Raters",
                        help =
                                "A column of single raters within the sources, some stricter than"
                                        + " others. Empty: none are told apart.",
                        names = Setting.Names.COLUMN)
                String rater,
        @Setting(
                        label = "Difference varies by item",
                        help =
                                "Lets the difference of two sources vary between items at random;"
                                        + " needs several scores per item and source.")
                boolean slopes,
        @Setting(
                        label = "Level of tests",
                        help = "A difference is named below this adjusted p.",
                        min = 1e-6,
                        max = 0.5)
                double level,
        @Setting(
                        label = "Smallest cell",
                        help = "Systems with fewer scores from any source are left out.",
                        min = 2,
                        max = 10_000,
                        unit = "scores")
                int smallestCell,
        @Setting(
                        label = "Resamples",
                        help =
                                "How many resamples of items the intervals of rank correlations take.",
                        min = 100,
                        max = 10_000)
                int draws,
        @Setting(
                        label = "Confidence",
                        help = "Confidence level of the intervals.",
                        min = 0.5,
                        max = 0.999)
                double confidence) {}
