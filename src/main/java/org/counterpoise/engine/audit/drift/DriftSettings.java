package org.counterpoise.engine.audit.drift;

import org.counterpoise.engine.settings.Setting;
import org.counterpoise.engine.stats.TwoSampleTest;

/// How drift is looked for and judged.
///
/// @param by column of time; empty for the first one marked
/// @param early share of rows, in the order of time, that are the reference, in per cent
/// @param windows how many windows the rows are cut into
/// @param trailing how many windows before it a window is compared with
/// @param shift smallest shift of numbers that matters, in standard deviations of the reference
/// @param points smallest change of shares that matters, in percentage points
/// @param correlation smallest change of a rank correlation that matters
/// @param auc of a model that tells late from early, from which on the whole table has drifted
/// @param test of numbers that decides
/// @param bins cells of equal share of the reference for numbers
/// @param rare levels under this share are put together, in per cent
/// @param modelRows rows that the model is trained and judged on; 0 for no model
/// @param smallestGroup rows early and late that a group needs
/// @param level chance of any false alarm
/// @param confidence of intervals
public record DriftSettings(
        @Setting(
                        label = "Time column",
                        help =
                                "Which column says when a row was recorded, or which batch it came"
                                        + " in; empty for the first one marked as time.",
                        names = Setting.Names.COLUMN)
                String by,
        @Setting(
                        label = "Early part",
                        help =
                                "The first rows in time, up to this share, are the reference that the"
                                        + " later ones are held against.",
                        min = 1,
                        max = 99,
                        unit = "%")
                double early,
        @Setting(
                        label = "Windows",
                        help =
                                "Into how many windows of about equal size the rows are cut, besides"
                                        + " early and late.",
                        min = 2,
                        max = 100)
                int windows,
        @Setting(
                        label = "Trailing windows",
                        help = "With how many windows before it each window is compared.",
                        min = 1,
                        max = 99)
                int trailing,
        @Setting(
                        label = "Shift that matters",
                        help =
                                "Numbers have drifted if their Wasserstein distance is at least this"
                                        + " and more than chance.",
                        min = 0,
                        max = 10,
                        unit = "SD")
                double shift,
        @Setting(
                        label = "Change of shares that matters",
                        help =
                                "Categories, and missing values, have drifted if this share of rows"
                                        + " has changed its level, and more than chance.",
                        min = 0,
                        max = 100,
                        unit = "points")
                double points,
        @Setting(
                        label = "Change of correlation that matters",
                        help = "Smallest change of Spearman's correlation of two columns.",
                        min = 0,
                        max = 2)
                double correlation,
        @Setting(
                        label = "AUC that matters",
                        help =
                                "The table has drifted as a whole if a model tells unseen late rows"
                                        + " from early ones at least this well, and better than"
                                        + " chance.",
                        min = 0.5,
                        max = 1)
                double auc,
        @Setting(
                        label = "Test of numbers",
                        help = "Whose p-value decides; those of the others are in the evidence.")
                TwoSampleTest test,
        @Setting(
                        label = "Bins",
                        help =
                                "Population stability and divergences of numbers are measured on so"
                                        + " many bins that each hold an equal share of the early"
                                        + " rows.",
                        min = 2,
                        max = 100)
                int bins,
        @Setting(
                        label = "Rare levels",
                        help =
                                "Levels with a smaller share than this, beyond the 50 most frequent"
                                        + " or too few to test, are put together.",
                        min = 0,
                        max = 50,
                        unit = "%",
                        source = "founding guide")
                double rare,
        @Setting(
                        label = "Rows of the model",
                        help =
                                "A random sample of so many rows trains and judges the model; 0"
                                        + " leaves it out.",
                        min = 0,
                        max = 1_000_000,
                        unit = "rows")
                int modelRows,
        @Setting(
                        label = "Smallest group",
                        help =
                                "Groups with fewer rows early or late are not compared by"
                                        + " themselves.",
                        min = 5,
                        max = 1_000_000,
                        unit = "rows")
                int smallestGroup,
        @Setting(
                        label = "Significance",
                        help =
                                "Chance of any false alarm: half for the columns, the rest shared by"
                                        + " the other questions, Holm within each.",
                        min = 0.0001,
                        max = 0.5,
                        source = "convention")
                double level,
        @Setting(
                        label = "Confidence",
                        help = "Confidence level of the intervals.",
                        min = 0.5,
                        max = 0.999)
                double confidence) {}
