package org.counterpoise.engine.audit.performance;

import org.counterpoise.engine.stats.RateMetric;
import org.counterpoise.engine.stats.ScoreMetric;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What is measured in every group.
///
/// @param id its name in metrics, e.g. "tpr"
/// @param title the field's standard name
/// @param share whether values are from 0 to 1 and shown in per cent
/// @param tested whether its largest gap is tested; what mirrors another metric is not, so that it
///     does not count twice
record Metric(String id, String title, boolean share, boolean tested) {
    static final Metric AUC = of(ScoreMetric.AUC, true, true);
    static final Metric AUC_PR = of(ScoreMetric.AUC_PR, true, false);
    static final Metric BRIER = of(ScoreMetric.BRIER, true, true);
    static final Metric ECE = of(ScoreMetric.ECE, true, false);
    static final Metric CALIBRATION_SLOPE = of(ScoreMetric.CALIBRATION_SLOPE, false, true);
    static final Metric ENTROPY =
            new Metric("generalized-entropy", "generalized entropy index", false, false);
    static final Metric THEIL = new Metric("theil", "Theil index", false, false);
    static final Metric FLIP_RATE =
            new Metric("counterfactual-flip-rate", "counterfactual flip rate", true, true);

    static final Metric MACRO_F1 = new Metric("macro-f1", "macro F1", true, true);
    static final Metric MAE = new Metric("mae", "mean absolute error", false, true);
    static final Metric RMSE = new Metric("rmse", "root mean squared error", false, false);
    static final Metric BIAS = new Metric("bias", "mean error", false, true);
    static final Metric R2 = new Metric("r2", "R²", false, true);
    static final Metric C_INDEX = new Metric("c-index", "Harrell's C", true, true);
    static final Metric SURVIVAL_CALIBRATION =
            new Metric("calibration-at-t", "observed less predicted risk", true, true);

    /// Every metric by name, in the order of display.
    static final List<String> IDS =
            Stream.concat(
                            Arrays.stream(RateMetric.values()).map(RateMetric::id),
                            Stream.of(
                                            ENTROPY,
                                            THEIL,
                                            AUC,
                                            AUC_PR,
                                            BRIER,
                                            CALIBRATION_SLOPE,
                                            ECE,
                                            FLIP_RATE,
                                            MACRO_F1,
                                            MAE,
                                            RMSE,
                                            BIAS,
                                            R2,
                                            C_INDEX,
                                            SURVIVAL_CALIBRATION)
                                    .map(Metric::id))
                    .toList();

    /// The prevalence says nothing of the prediction; true negative, false negative, false
    /// discovery and false omission rates mirror others; balanced accuracy and MCC combine them.
    static Metric of(RateMetric metric) {
        boolean tested =
                switch (metric) {
                    case SELECTION_RATE, TPR, FPR, PPV, NPV, ACCURACY, F1 -> true;
                    case PREVALENCE, TNR, FNR, FDR, FOR, BALANCED_ACCURACY, MCC -> false;
                };
        return new Metric(metric.id(), metric.title(), metric != RateMetric.MCC, tested);
    }

    private static Metric of(ScoreMetric metric, boolean share, boolean tested) {
        return new Metric(metric.id(), metric.title(), share, tested);
    }

    /// The same metric of one class against all others.
    Metric ofClass(String level) {
        return new Metric(id + "[" + level + "]", title + " of " + level, share, tested);
    }

    /// The id without the class.
    String kind() {
        int bracket = id.indexOf('[');
        return bracket < 0 ? id : id.substring(0, bracket);
    }
}
