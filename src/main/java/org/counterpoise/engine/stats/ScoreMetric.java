package org.counterpoise.engine.stats;

import java.util.Locale;

/// A metric of predicted probabilities, computed by [Roc] and [Calibration].
public enum ScoreMetric {
    AUC("AUC"),
    AUC_PR("AUC-PR"),
    BRIER("Brier score"),
    CALIBRATION_SLOPE("calibration slope"),
    ECE("expected calibration error");

    private final String title;

    ScoreMetric(String title) {
        this.title = title;
    }

    /// The name in the names of metrics, e.g. "auc-pr".
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The field's standard name.
    public String title() {
        return title;
    }
}
