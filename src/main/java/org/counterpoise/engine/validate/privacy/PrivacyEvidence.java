package org.counterpoise.engine.validate.privacy;

import org.counterpoise.engine.stats.Quantiles;
import org.counterpoise.engine.validate.ClosestRecords;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Everything that was measured.
///
/// @param toTraining closest training rows of the synthetic rows
/// @param held what only a holdout can tell
/// @param rows of training, synthetic and perhaps holdout
/// @param compared how many of each were compared by distance
/// @param notes on the columns
record PrivacyEvidence(
        ExactCopies copies,
        NearCopies near,
        ClosestRecords toTraining,
        Optional<Held> held,
        int[] rows,
        int[] compared,
        List<String> notes) {
    /// Keeps the ratio defined where both distances are 0, as MOSTLY AI's quality report does.
    private static final double TINY = 1e-8;

    /// @param toHoldout closest holdout rows of the synthetic rows
    /// @param control closest training rows of the holdout rows: how close a fresh real row comes
    record Held(ClosestRecords toHoldout, ClosestRecords control, Closeness closeness) {}

    /// The median of closest/second closest distance; NaN with fewer than two reference rows.
    static double medianRatio(ClosestRecords records) {
        double[] ratios = new double[records.closest().length];
        for (int i = 0; i < ratios.length; i++) {
            double second = records.second()[i];
            ratios[i] =
                    Double.isInfinite(second)
                            ? Double.NaN
                            : (records.closest()[i] + TINY) / (second + TINY);
        }
        return Quantiles.median(ratios);
    }

    SortedMap<String, Double> metrics() {
        SortedMap<String, Double> metrics = new TreeMap<>();
        metrics.put("privacy/exact-copies", (double) copies.copies());
        metrics.put("privacy/exact-copies-expected", copies.expected());
        metrics.put("privacy/near-copies", (double) near.near());
        metrics.put("privacy/near-copies-expected", near.expected());
        metrics.put("privacy/row-novelty", near.novelty());
        metrics.put("privacy/dcr/median-training", Quantiles.median(toTraining.closest()));
        metrics.put("privacy/nndr/training", medianRatio(toTraining));
        metrics.put(
                "privacy/dcr/closer-to-training",
                held.map(h -> h.closeness().share()).orElse(Double.NaN));
        metrics.put(
                "privacy/dcr/median-holdout",
                held.map(h -> Quantiles.median(h.toHoldout().closest())).orElse(Double.NaN));
        metrics.put(
                "privacy/dcr/median-control",
                held.map(h -> Quantiles.median(h.control().closest())).orElse(Double.NaN));
        metrics.put(
                "privacy/nndr/holdout",
                held.map(h -> medianRatio(h.toHoldout())).orElse(Double.NaN));
        return metrics;
    }
}
