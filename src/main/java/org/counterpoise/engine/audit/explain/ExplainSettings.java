package org.counterpoise.engine.audit.explain;

import org.counterpoise.engine.settings.Setting;

import java.util.List;

/// What is explained.
///
/// @param row looked at by itself, from 1; 0 for none
/// @param change what-if of that row, as `column = value; column = value`
/// @param immutable columns that a counterfactual leaves alone, besides the protected attributes
/// @param cut probability from which a row counts as having the outcome
/// @param curves columns whose partial dependence is shown
/// @param folds of the cross-validation
/// @param smallestGroup groups with fewer rows have no curve
/// @param confidence of the interval of the AUC
public record ExplainSettings(
        @Setting(
                        label = "Row",
                        help = "A row to be explained by itself, counted from 1; 0 for none.",
                        min = 0,
                        max = 2_000_000_000)
                int row,
        @Setting(
                        label = "What if",
                        help =
                                "Cells of that row to be changed, separated by semicolons: sex = M;"
                                        + " age = 60. If empty, each protected attribute is changed"
                                        + " by itself.")
                String change,
        @Setting(
                        label = "Immutable columns",
                        help =
                                "Columns that the nearest other outcome must not change; protected"
                                        + " attributes never change.",
                        names = Setting.Names.COLUMN)
                List<String> immutable,
        @Setting(
                        label = "Cut",
                        help = "The probability from which a row counts as having the outcome.",
                        min = 0.001,
                        max = 0.999)
                double cut,
        @Setting(
                        label = "Curves",
                        help = "For how many columns the dependence of the model is shown.",
                        min = 0,
                        max = 20)
                int curves,
        @Setting(
                        label = "Folds",
                        help = "Parts into which the rows are divided for cross-validation.",
                        min = 2,
                        max = 20)
                int folds,
        @Setting(
                        label = "Smallest group",
                        help = "Groups with fewer rows have no curve of their own.",
                        min = 5,
                        max = 100_000,
                        unit = "rows")
                int smallestGroup,
        @Setting(
                        label = "Confidence",
                        help = "Confidence level of the interval of the AUC.",
                        min = 0.5,
                        max = 0.999)
                double confidence) {}
