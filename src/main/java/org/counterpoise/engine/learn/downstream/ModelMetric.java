package org.counterpoise.engine.learn.downstream;

import org.counterpoise.engine.stats.RateMetric;
import org.counterpoise.engine.stats.ScoreMetric;

import java.util.ArrayList;
import java.util.List;

/// A metric of a model's predictions, named and defined as in the audit of performance.
///
/// @param id its name in metrics, e.g. "tpr"
/// @param title the field's standard name
/// @param goal what a better model has
public record ModelMetric(String id, String title, Goal goal) {
    /// All of them: those of decisions first.
    public static final List<ModelMetric> ALL = all();

    public static final int AUC = position(ScoreMetric.AUC.id());
    public static final int AUC_PR = position(ScoreMetric.AUC_PR.id());
    public static final int BRIER = position(ScoreMetric.BRIER.id());
    public static final int CALIBRATION_SLOPE = position(ScoreMetric.CALIBRATION_SLOPE.id());
    public static final int ECE = position(ScoreMetric.ECE.id());
    public static final int F1 = position(RateMetric.F1.id());
    public static final int TPR = position(RateMetric.TPR.id());
    public static final int FPR = position(RateMetric.FPR.id());
    public static final int PPV = position(RateMetric.PPV.id());
    public static final int PREVALENCE = position(RateMetric.PREVALENCE.id());
    public static final int SELECTION_RATE = position(RateMetric.SELECTION_RATE.id());

    /// Which way is better.
    public enum Goal {
        HIGHER,
        LOWER,
        /// The nearer to 1 the better.
        ONE,
        /// Neither: a description.
        NONE
    }

    private static List<ModelMetric> all() {
        List<ModelMetric> all = new ArrayList<>();
        for (RateMetric metric : RateMetric.values()) {
            boolean neutral =
                    metric == RateMetric.PREVALENCE || metric == RateMetric.SELECTION_RATE;
            Goal better = metric.higherIsBetter() ? Goal.HIGHER : Goal.LOWER;
            all.add(new ModelMetric(metric.id(), metric.title(), neutral ? Goal.NONE : better));
        }
        for (ScoreMetric metric : ScoreMetric.values()) {
            Goal goal =
                    switch (metric) {
                        case AUC, AUC_PR -> Goal.HIGHER;
                        case BRIER, ECE -> Goal.LOWER;
                        case CALIBRATION_SLOPE -> Goal.ONE;
                    };
            all.add(new ModelMetric(metric.id(), metric.title(), goal));
        }
        return List.copyOf(all);
    }

    /// The place of a metric in [#ALL] by its id, -1 if there is none.
    public static int position(String id) {
        for (int i = 0; i < ALL.size(); i++) {
            if (ALL.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /// A value on a scale on which more is better, by as much; descriptions stay as they are.
    public double goodness(double value) {
        return switch (goal) {
            case HIGHER, NONE -> value;
            case LOWER -> -value;
            case ONE -> -Math.abs(value - 1);
        };
    }
}
