package org.counterpoise.engine.audit.proxy;

import org.counterpoise.engine.settings.Setting;

/// How proxies of protected attributes are looked for.
///
/// @param highest AUC from which an attribute counts as given away
/// @param level of the test against chance, over all attributes
/// @param permutations that the test rests on
/// @param sample rows at most for the test and for models with columns left out
/// @param steps columns at most that are left out one after the other
/// @param folds of the cross-validation with all rows
/// @param smallestGroup groups with fewer rows are not told from the others
/// @param confidence of the intervals
public record ProxySettings(
        @Setting(
                        label = "Highest AUC",
                        help =
                                "An attribute that the columns tell with at least this AUC, and"
                                        + " better than by chance, is flagged; 0.5 is guessing.",
                        min = 0.5,
                        max = 1)
                double highest,
        @Setting(
                        label = "Level of the test",
                        help =
                                "The chance to call anything better than guessing if no column"
                                        + " tells any attribute.",
                        min = 1e-4,
                        max = 0.5)
                double level,
        @Setting(
                        label = "Permutations",
                        help =
                                "How often the attributes are shuffled for the test. The smallest"
                                        + " p-value is 1 over this and 1.",
                        min = 19,
                        max = 10_000)
                int permutations,
        @Setting(
                        label = "Rows for refitting",
                        help =
                                "The test and the models with columns left out use at most so many"
                                        + " random rows; the AUC itself rests on all.",
                        min = 200,
                        max = 1_000_000,
                        unit = "rows")
                int sample,
        @Setting(
                        label = "Columns left out",
                        help = "How many columns are left out one after the other at most.",
                        min = 1,
                        max = 50)
                int steps,
        @Setting(
                        label = "Folds",
                        help = "Parts into which the rows are divided for cross-validation.",
                        min = 2,
                        max = 20)
                int folds,
        @Setting(
                        label = "Smallest group",
                        help = "Groups with fewer rows are not told from the others.",
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
