package org.counterpoise.engine.audit.noise;

import org.counterpoise.engine.settings.Setting;

/// How label noise is looked for.
///
/// @param folds of the cross-validation
/// @param suspects rows at most that are listed for review
/// @param level adjusted p below which a group is named
/// @param smallestGroup groups with fewer labelled rows are not looked at
/// @param confidence of the intervals
public record NoiseSettings(
        @Setting(
                        label = "Folds",
                        help = "Parts into which the rows are divided for cross-validation.",
                        min = 2,
                        max = 20)
                int folds,
        @Setting(
                        label = "Rows to review",
                        help = "How many rows are listed at most, the least likely labels first.",
                        min = 1,
                        max = 10_000,
                        unit = "rows")
                int suspects,
        @Setting(
                        label = "Level of the tests",
                        help = "A group whose labels disagree more is named below this adjusted p.",
                        min = 1e-6,
                        max = 0.5)
                double level,
        @Setting(
                        label = "Smallest group",
                        help = "Groups with fewer labelled rows are not looked at.",
                        min = 10,
                        max = 100_000,
                        unit = "rows")
                int smallestGroup,
        @Setting(
                        label = "Confidence",
                        help = "Confidence level of the intervals.",
                        min = 0.5,
                        max = 0.999)
                double confidence) {}
