package org.counterpoise.engine.audit.performance;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.stats.Calibration;
import org.counterpoise.engine.stats.Confusion;
import org.counterpoise.engine.stats.RateMetric;
import org.counterpoise.engine.stats.RateMetric.Estimate;
import org.counterpoise.engine.stats.Roc;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How well decisions and scores agree with the outcome in one group.
///
/// @param estimates by metric id, in the order of display; those of scores are absent without
///     scores
/// @param roc the ROC curve, without points if there are no scores or one class only
/// @param calibration observed against predicted, empty without probabilities
record GroupResult(
        Confusion confusion,
        Map<String, Estimate> estimates,
        Roc.Curve roc,
        List<Calibration.Bin> calibration) {

    static final String AUC = "auc";
    static final String AUC_PR = "auc-pr";
    static final String BRIER = "brier";
    static final String CALIBRATION_SLOPE = "calibration-slope";

    private static final int CURVE_POINTS = 200;
    private static final int CALIBRATION_BINS = 10;

    GroupResult {
        estimates = Collections.unmodifiableMap(estimates);
    }

    /// @param y outcomes of the group's rows with a score
    /// @param scores their scores
    static GroupResult of(
            Confusion confusion,
            byte[] y,
            double[] scores,
            Judged judged,
            double confidence,
            Progress progress) {
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        for (RateMetric metric : RateMetric.values()) {
            estimates.put(metric.id(), metric.of(confusion, confidence));
        }
        Roc.Curve curve = new Roc.Curve(new double[0], new double[0]);
        List<Calibration.Bin> bins = List.of();
        if (judged.scored()) {
            Roc roc = Roc.of(y, scores);
            curve = roc.curve(CURVE_POINTS);
            long positives = roc.positives();
            long n = roc.defined() ? positives + roc.negatives() : 0;
            estimates.put(AUC, new Estimate(roc.auc(), positives, n, roc.interval(confidence)));
            estimates.put(
                    AUC_PR,
                    new Estimate(
                            roc.averagePrecision(),
                            positives,
                            n,
                            roc.averagePrecisionInterval(confidence)));
        }
        if (judged.probabilities()) {
            Calibration calibration = Calibration.of(y, scores, confidence, progress);
            bins = Calibration.curve(y, scores, CALIBRATION_BINS);
            estimates.put(
                    BRIER,
                    new Estimate(
                            calibration.brier(),
                            calibration.n(),
                            calibration.n(),
                            calibration.brierInterval()));
            estimates.put(
                    CALIBRATION_SLOPE,
                    new Estimate(
                            calibration.slope(),
                            calibration.n(),
                            Double.isNaN(calibration.slope()) ? 0 : calibration.n(),
                            calibration.slopeInterval()));
        }
        return new GroupResult(confusion, estimates, curve, bins);
    }

    Estimate estimate(RateMetric metric) {
        return estimate(metric.id());
    }

    /// @throws IllegalArgumentException if there are no scores and the metric needs them
    Estimate estimate(String metric) {
        Estimate estimate = estimates.get(metric);
        if (estimate == null) {
            throw new IllegalArgumentException(metric);
        }
        return estimate;
    }
}
