package org.counterpoise.engine.audit.substitute;

import org.counterpoise.engine.settings.Setting;

/// How a label is held against a more direct measure.
///
/// @param label column of the label in use; empty if the roles tell
/// @param direct column of the more direct measure; empty if the roles tell
/// @param selected share of rows with the highest values that is selected
/// @param bands of equal size into which the label is cut
/// @param level adjusted p below which a difference is named
/// @param smallestGroup groups with fewer rows are not looked at
/// @param confidence of the intervals
public record SubstituteSettings(
        @Setting(
                        label = "Label in use",
                        help =
                                "The numeric column that stands in for what is meant, such as cost."
                                        + " Empty takes the score, or else the outcome.",
                        names = Setting.Names.COLUMN)
                String label,
        @Setting(
                        label = "More direct measure",
                        help =
                                "The numeric column that is closer to what is meant, such as the"
                                        + " number of illnesses. Empty takes the only measurement.",
                        names = Setting.Names.COLUMN)
                String direct,
        @Setting(
                        label = "Selected share",
                        help = "How many of the rows with the highest values are selected.",
                        min = 0.001,
                        max = 0.9)
                double selected,
        @Setting(
                        label = "Bands",
                        help = "How many bands of equal size the label is cut into.",
                        min = 2,
                        max = 100)
                int bands,
        @Setting(
                        label = "Level of the tests",
                        help = "A difference at equal label is named below this adjusted p.",
                        min = 1e-6,
                        max = 0.5)
                double level,
        @Setting(
                        label = "Smallest group",
                        help = "Groups with fewer rows are not looked at.",
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
