package org.counterpoise.engine.audit.performance;

import org.counterpoise.engine.settings.Setting;
import org.counterpoise.engine.stats.Multiplicity;

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
                        label = "Metrics",
                        help =
                                "Names of the metrics to measure, such as tpr, fpr or auc; without"
                                        + " any, all that the prediction allows.")
                List<String> metrics,
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
                        label = "Largest gap in AUC",
                        help =
                                "Flagged if scores rank one group better than another by more than"
                                        + " this, and by more than chance.",
                        min = 0,
                        max = 50,
                        unit = "points")
                double maxAucGap,
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
                        help =
                                "How often group labels are permuted in each test of a gap in"
                                        + " rates. 0 takes the studentised-range test, which agrees"
                                        + " with the interval shown and has no smallest p-value.",
                        min = 0,
                        max = 100_000)
                int permutations,
        @Setting(
                        label = "Adjustment for multiplicity",
                        help =
                                "Over all metrics, attributes and crossings tested: Holm bounds the"
                                        + " chance of any false alarm, Benjamini–Hochberg the share"
                                        + " of false alarms among those raised.")
                Adjustment adjustment,
        @Setting(
                        label = "Condition demographic parity on",
                        help =
                                "Columns, such as department or severity, within whose levels"
                                        + " selection is compared; none leaves conditional"
                                        + " demographic disparity out.",
                        names = Setting.Names.COLUMN)
                List<String> condition,
        @Setting(
                        label = "Time horizon",
                        help =
                                "For survival: the time at which predicted risks are held against"
                                        + " observed ones, in units of the time column. 0 takes the"
                                        + " median follow-up.",
                        min = 0)
                double horizon,
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

    /// How p-values are adjusted for how many were looked at.
    public enum Adjustment {
        HOLM,
        BENJAMINI_HOCHBERG;

        double[] adjust(double[] p) {
            return this == HOLM ? Multiplicity.holm(p) : Multiplicity.benjaminiHochberg(p);
        }

        /// In a sentence, e.g. "Holm".
        String title() {
            return this == HOLM ? "Holm" : "Benjamini–Hochberg";
        }
    }

    public PerformanceSettings {
        reference = List.copyOf(reference);
        metrics = List.copyOf(metrics);
        condition = List.copyOf(condition);
    }
}
