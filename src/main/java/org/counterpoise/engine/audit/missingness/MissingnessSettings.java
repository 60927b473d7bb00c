package org.counterpoise.engine.audit.missingness;

import org.counterpoise.engine.settings.Setting;

/// How missingness by group is judged.
public record MissingnessSettings(
        @Setting(
                        label = "Largest gap",
                        help =
                                "A column is flagged if its missing share differs between two"
                                        + " groups by more than this, and by more than chance.",
                        min = 0,
                        max = 100,
                        unit = "points")
                double maxGap,
        @Setting(
                        label = "Significance",
                        help =
                                "Chance of any false alarm over all columns and attributes, held by"
                                        + " Holm's adjustment.",
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
                        label = "Confidence",
                        help = "Confidence level of the intervals.",
                        min = 0.5,
                        max = 0.999)
                double confidence) {}
