package org.counterpoise.engine.audit.explain;

import org.counterpoise.engine.settings.Setting;

import java.util.List;

/// What is explained.
///
/// @param explains a marked score, or the outcome
/// @param row looked at by itself, from 1; 0 for none
/// @param change what-if of that row, as `column = value; column = value`
/// @param immutable columns that a counterfactual leaves alone, besides the protected attributes
/// @param cut probability, or score, from which a row counts as positive
/// @param points smallest mean change by another value of a protected attribute that matters, in
///     percentage points or per cent of the range
/// @param level chance of any false alarm
/// @param curves columns whose dependence is shown
/// @param modelRows rows at most that the models learn from
/// @param folds of the cross-validation
/// @param smallestGroup groups with fewer rows have no curve
/// @param confidence of the interval of the AUC
public record ExplainSettings(
        @Setting(
                        label = "Explains",
                        help =
                                "The first marked score, by a model fitted to it, or else the"
                                        + " outcome; or always the outcome.")
                Explains explains,
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
                        help =
                                "The probability, or the score, from which a row counts as"
                                        + " positive.",
                        min = -1e9,
                        max = 1e9)
                double cut,
        @Setting(
                        label = "Change that matters",
                        help =
                                "The model leans on a protected attribute if another value of it"
                                        + " alone moves the probability, or the score in per cent of"
                                        + " its range, by at least this on average, and leaving it"
                                        + " out makes the model worse by more than chance.",
                        min = 0,
                        max = 100,
                        unit = "points")
                double points,
        @Setting(
                        label = "Significance",
                        help = "Chance of any false alarm, over all protected attributes.",
                        min = 0.0001,
                        max = 0.5)
                double level,
        @Setting(
                        label = "Curves",
                        help = "For how many columns the dependence of the model is shown.",
                        min = 0,
                        max = 20)
                int curves,
        @Setting(
                        label = "Rows of the models",
                        help = "The models learn from a random sample of at most so many rows.",
                        min = 100,
                        max = 1_000_000,
                        unit = "rows")
                int modelRows,
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
                double confidence) {

    /// What a model is fitted to.
    public enum Explains {
        SCORE_OR_OUTCOME,
        OUTCOME
    }
}
