package org.counterpoise.engine.audit.cascade;

import org.counterpoise.engine.settings.Setting;

/// Which criteria are applied, and how what they do is judged.
public record CascadeSettings(
        @Setting(
                        label = "Inclusion criteria",
                        help =
                                "Conditions that a row must meet to stay, in the order in which"
                                        + " they were applied, separated by semicolons: age between"
                                        + " 18 and 75; creatinine < 1.5; smoker is not missing. If"
                                        + " empty, rows that lack a value are dropped, column by"
                                        + " column.")
                String criteria,
        @Setting(
                        label = "Largest gap",
                        help =
                                "A criterion is flagged if the share it excludes differs between"
                                        + " two groups by more than this, and by more than chance.",
                        min = 0,
                        max = 100,
                        unit = "points")
                double maxGap,
        @Setting(
                        label = "Significance",
                        help =
                                "Chance of any false alarm over all criteria and attributes, held"
                                        + " by Holm's adjustment.",
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
                                "Groups with fewer rows than this at the start are put together as"
                                        + " \"small groups\" and not shown by themselves.",
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
