package org.counterpoise.engine.audit.performance;

import org.counterpoise.engine.settings.Setting;

import java.util.List;

/// What is judged, how groups are compared, and what is flagged.
public record PerformanceSettings(
        @Setting(
                        label = "What is judged",
                        help =
                                "The marked prediction or score, or a model trained here by"
                                        + " cross-validation. Automatic takes what is marked, else a"
                                        + " logistic regression.")
                Model model,
        @Setting(
                        label = "Folds",
                        help = "Parts of the cross-validation, for a model trained here.",
                        min = 2,
                        max = 20)
                int folds,
        @Setting(
                        label = "Decision threshold",
                        help =
                                "A score of at least this counts as a positive decision. Not used"
                                        + " with a marked prediction.")
                double threshold,
        @Setting(
                        label = "Reference groups",
                        help =
                                "COLUMN=LEVEL, at most one per column. Without one, the largest"
                                        + " group is the reference.",
                        names = Setting.Names.LEVEL)
                List<String> reference,
        @Setting(
                        label = "Largest drop in F1",
                        help =
                                "A group whose F1 is lower than the reference group's by more than"
                                        + " this is flagged.",
                        min = 0,
                        max = 100,
                        unit = "points",
                        source = "founding guide")
                double maxF1Drop,
        @Setting(
                        label = "Largest equalized-odds difference",
                        help =
                                "Flagged if true or false positive rates of two groups differ by"
                                        + " more than this.",
                        min = 0,
                        max = 100,
                        unit = "points",
                        source = "AI Fairness 360 (Bellamy et al. 2019): fair from −0.1 to 0.1")
                double maxOddsDifference,
        @Setting(
                        label = "Smallest demographic-parity ratio",
                        help =
                                "Flagged if the lowest selection rate over the highest is under"
                                        + " this.",
                        min = 0,
                        max = 1,
                        source = "four-fifths rule, 29 CFR 1607.4(D) (1978)")
                double minParityRatio,
        @Setting(
                        label = "Smallest group",
                        help =
                                "A group in which a metric rests on fewer rows than this is shown"
                                        + " but not flagged.",
                        min = 1,
                        max = 1_000_000,
                        unit = "rows")
                int smallestGroup,
        @Setting(
                        label = "Attributes crossed",
                        help =
                                "How many protected attributes are crossed at most; the crossing of"
                                        + " all of them is added. 1 looks at each by itself.",
                        min = 1,
                        max = 5)
                int order,
        @Setting(
                        label = "Permutations",
                        help = "How often group labels are permuted in each test of a gap.",
                        min = 99,
                        max = 100_000)
                int permutations,
        @Setting(
                        label = "Confidence",
                        help = "Confidence level of the intervals.",
                        min = 0.5,
                        max = 0.999)
                double confidence) {

    /// What can be judged.
    public enum Model {
        AUTO,
        MARKED_PREDICTION,
        LOGISTIC_REGRESSION,
        GRADIENT_BOOSTING
    }

    public PerformanceSettings {
        reference = List.copyOf(reference);
    }
}
