package org.counterpoise.engine.audit.label;

import org.counterpoise.engine.settings.Setting;

/// How the agreement of raters is looked at.
///
/// @param lowest alpha below which labels are not to be relied on
/// @param level adjusted p below which a difference is named
/// @param smallestGroup groups with fewer units are not looked at
/// @param draws resamples for the intervals of alpha
/// @param confidence of the intervals
public record LabelSettings(
        @Setting(
                        label = "Lowest alpha",
                        help =
                                "Labels whose Krippendorff's alpha lies below this with its whole"
                                        + " interval are flagged.",
                        min = 0,
                        max = 1,
                        source = "Krippendorff 2004, doi:10.1111/j.1468-2958.2004.tb00738.x")
                double lowest,
        @Setting(
                        label = "Level of the tests",
                        help = "A difference of raters or groups is named below this adjusted p.",
                        min = 1e-6,
                        max = 0.5)
                double level,
        @Setting(
                        label = "Smallest group",
                        help = "Groups with fewer units rated twice are not looked at.",
                        min = 5,
                        max = 10_000,
                        unit = "units")
                int smallestGroup,
        @Setting(
                        label = "Resamples",
                        help = "How many resamples the intervals of alpha rest on.",
                        min = 100,
                        max = 10_000)
                int draws,
        @Setting(
                        label = "Confidence",
                        help = "Confidence level of the intervals.",
                        min = 0.5,
                        max = 0.999)
                double confidence) {}
