package org.counterpoise.engine.audit.performance;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.stats.Estimator;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/// Which metrics are measured, and how sure intervals are to be.
///
/// @param wanted ids of metrics; empty for all
record Chosen(Set<String> wanted, double confidence) {

    /// @throws UserProblem if a wanted metric does not exist
    static Chosen of(PerformanceSettings settings) {
        for (String id : settings.metrics()) {
            if (!Metric.IDS.contains(id)) {
                throw new UserProblem(
                        "There is no metric \"" + id + "\".",
                        "setting metrics",
                        "Leave it empty for all, or use some of: "
                                + String.join(", ", Metric.IDS)
                                + ".");
            }
        }
        return new Chosen(Set.copyOf(settings.metrics()), settings.confidence());
    }

    boolean any(Metric... metrics) {
        return Arrays.stream(metrics).anyMatch(this::has);
    }

    boolean has(Metric metric) {
        return wanted.isEmpty() || wanted.contains(metric.kind());
    }

    /// Whether any metric of scores is measured.
    boolean scores() {
        return any(
                Metric.AUC,
                Metric.AUC_PR,
                Metric.BRIER,
                Metric.ECE,
                Metric.CALIBRATION_SLOPE,
                Metric.C_INDEX,
                Metric.SURVIVAL_CALIBRATION);
    }

    /// Measures a metric if it is wanted.
    void put(Map<String, Measured> measured, Metric metric, Estimator estimator) {
        if (has(metric)) {
            measured.put(metric.id(), Measured.of(metric, estimator, confidence));
        }
    }
}
