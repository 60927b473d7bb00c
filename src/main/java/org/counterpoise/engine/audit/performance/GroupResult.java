package org.counterpoise.engine.audit.performance;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.stats.Calibration;
import org.counterpoise.engine.stats.Confusion;
import org.counterpoise.engine.stats.Estimate;
import org.counterpoise.engine.stats.Inequality;
import org.counterpoise.engine.stats.RateMetric;
import org.counterpoise.engine.stats.Roc;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How well predictions agree with the outcome in one group.
///
/// @param n rows with an outcome and a prediction
/// @param confusion decisions against outcomes; all 0 unless the outcome is binary
/// @param measured by metric id, in the order of display
/// @param roc the ROC curve, without points if there are no scores or one class only
/// @param calibration observed against predicted, empty without probabilities
record GroupResult(
        long n,
        Confusion confusion,
        Map<String, Measured> measured,
        Roc.Curve roc,
        List<Calibration.Bin> calibration) {
    private static final int CURVE_POINTS = 200;
    private static final int CALIBRATION_BINS = 10;
    private static final Confusion NONE = new Confusion(0, 0, 0, 0);
    private static final Roc.Curve NO_CURVE = new Roc.Curve(new double[0], new double[0]);

    GroupResult {
        measured = Collections.unmodifiableMap(measured);
    }

    /// A group of which only metrics are known.
    static GroupResult of(long n, Map<String, Measured> measured) {
        return new GroupResult(n, NONE, measured, NO_CURVE, List.of());
    }

    /// A group with a binary outcome.
    ///
    /// @param y outcomes of the group's rows with a score
    /// @param scores their scores
    static GroupResult of(
            Confusion confusion,
            byte[] y,
            double[] scores,
            Judged judged,
            Chosen chosen,
            Progress progress) {
        Map<String, Measured> measured = new LinkedHashMap<>();
        for (RateMetric metric : RateMetric.values()) {
            chosen.put(measured, Metric.of(metric), c -> metric.of(confusion, c));
        }
        chosen.put(measured, Metric.ENTROPY, c -> Inequality.entropy(confusion, c));
        chosen.put(measured, Metric.THEIL, c -> Inequality.theil(confusion, c));
        Roc.Curve curve = NO_CURVE;
        List<Calibration.Bin> bins = List.of();
        if (judged.scored() && chosen.any(Metric.AUC, Metric.AUC_PR)) {
            Roc roc = Roc.of(y, scores);
            curve = roc.curve(CURVE_POINTS);
            ranking(measured, roc, chosen);
        }
        if (judged.probabilities()
                && chosen.any(Metric.BRIER, Metric.ECE, Metric.CALIBRATION_SLOPE)) {
            bins = Calibration.curve(y, scores, CALIBRATION_BINS);
            calibration(measured, bins, Calibration.of(y, scores, 0.95, progress), chosen);
        }
        return new GroupResult(confusion.n(), confusion, measured, curve, bins);
    }

    private static void ranking(Map<String, Measured> measured, Roc roc, Chosen chosen) {
        chosen.put(measured, Metric.AUC, roc::areaAt);
        chosen.put(measured, Metric.AUC_PR, roc.averagePrecisionEstimator());
    }

    private static void calibration(
            Map<String, Measured> measured,
            List<Calibration.Bin> bins,
            Calibration calibration,
            Chosen chosen) {
        chosen.put(measured, Metric.BRIER, calibration::brierAt);
        chosen.put(measured, Metric.CALIBRATION_SLOPE, calibration::slopeAt);
        chosen.put(measured, Metric.ECE, c -> Calibration.expectedError(bins, c));
    }

    Estimate estimate(RateMetric metric) {
        return estimate(metric.id());
    }

    /// @throws IllegalArgumentException if the metric was not measured
    Estimate estimate(String metric) {
        return measured(metric).estimate();
    }

    /// @throws IllegalArgumentException if the metric was not measured
    Measured measured(String metric) {
        Measured found = measured.get(metric);
        if (found == null) {
            throw new IllegalArgumentException(metric);
        }
        return found;
    }
}
