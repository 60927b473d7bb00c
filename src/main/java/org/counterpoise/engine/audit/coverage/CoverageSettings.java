package org.counterpoise.engine.audit.coverage;

import org.counterpoise.engine.settings.Setting;

/// When a row counts as not covered by others, and how groups are compared.
public record CoverageSettings(
        @Setting(
                        label = "Neighbours",
                        help =
                                "A row is covered if this many other rows lie close to it; how"
                                        + " far the last of them lies is its distance.",
                        min = 1,
                        max = 100)
                int neighbours,
        @Setting(
                        label = "Remote rows",
                        help =
                                "The share of all rows, those with the largest distances, that"
                                        + " counts as not covered.",
                        min = 0.1,
                        max = 50,
                        unit = "%")
                double remote,
        @Setting(
                        label = "Largest gap",
                        help =
                                "An attribute is flagged if the share of remote rows differs"
                                        + " between two groups by more than this, and by more than"
                                        + " chance.",
                        min = 0,
                        max = 100,
                        unit = "points")
                double maxGap,
        @Setting(
                        label = "Significance",
                        help =
                                "Chance of any false alarm over all attributes, held by Holm's"
                                        + " adjustment.",
                        min = 0.0001,
                        max = 0.5,
                        source = "convention")
                double level,
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
                                "Groups with fewer rows than this are put together as \"small"
                                        + " groups\" and not shown by themselves.",
                        min = 1,
                        max = 1_000_000,
                        unit = "rows")
                int smallestGroup,
        @Setting(
                        label = "Most rows",
                        help =
                                "Of more complete rows than this a random sample is measured; time"
                                        + " grows with the square.",
                        min = 100,
                        max = 100_000,
                        unit = "rows")
                int mostRows,
        @Setting(
                        label = "Confidence",
                        help = "Confidence level of the intervals.",
                        min = 0.5,
                        max = 0.999)
                double confidence) {}
