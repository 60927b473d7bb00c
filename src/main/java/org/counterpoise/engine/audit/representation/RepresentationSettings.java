package org.counterpoise.engine.audit.representation;

import org.counterpoise.engine.settings.Setting;

/// How representation is judged.
///
/// @param maxGap largest tolerated difference of share and benchmark, in percentage points
/// @param order how many protected attributes are crossed
/// @param smallestGroup groups with fewer rows are pointed out; those of which no more are expected
///     are not judged on their own
/// @param wantedWidth of the interval of a rate within each group, in percentage points
/// @param confidence of the intervals
public record RepresentationSettings(
        @Setting(
                        label = "Largest gap",
                        help =
                                "A group whose share differs from the target population by more"
                                        + " than this is flagged.",
                        min = 0,
                        max = 100,
                        unit = "points",
                        source = "founding guide")
                double maxGap,
        @Setting(
                        label = "Attributes crossed",
                        help =
                                "How many protected attributes are crossed at most; the crossing of"
                                        + " all of them is added. 1 looks at each by itself.",
                        min = 1,
                        max = 5)
                int order,
        @Setting(
                        label = "Smallest group",
                        help =
                                "A group with fewer rows than this is pointed out as too small to"
                                        + " learn from or to report on. If no more are expected from"
                                        + " the target population either, it is never tested or"
                                        + " flagged on its own, and such cells of a crossing are put"
                                        + " together.",
                        min = 0,
                        max = 1_000_000,
                        unit = "rows",
                        source =
                                "CMS cell size suppression policy: cells of 10 or fewer people are"
                                        + " not shown")
                int smallestGroup,
        @Setting(
                        label = "Interval wanted",
                        help =
                                "How wide the interval of any rate may be within a group, such as an"
                                        + " error rate; groups too small for it are named, with the"
                                        + " number of rows they need.",
                        min = 0.1,
                        max = 99,
                        unit = "points")
                double wantedWidth,
        @Setting(
                        label = "Confidence",
                        help = "Confidence level of the intervals.",
                        min = 0.5,
                        max = 0.999)
                double confidence) {}
