package org.counterpoise.engine.validate.fidelity;

import java.util.List;

/// Everything that was measured.
///
/// @param cuts the columns, cut in the way the quality score wants them
/// @param shapes one per column
/// @param pairs every pair, by first and then second column
record Comparison(List<CutColumn> cuts, List<ColumnShape> shapes, List<PairTrend> pairs) {

    /// Pairwise correlation difference: mean |Δ Pearson r| over all numeric pairs.
    double correlationDifference() {
        return Quality.mean(
                pairs.stream()
                        .filter(pair -> pair.kind() == PairTrend.Kind.NUMERIC)
                        .mapToDouble(PairTrend::difference));
    }

    /// Mean |Δ mutual information| over all pairs, in nats.
    double informationDifference() {
        return Quality.mean(
                pairs.stream()
                        .mapToDouble(
                                p -> Math.abs(p.informationReal() - p.informationSynthetic())));
    }

    /// Mean |Δ association| over all pairs, each by the measure that fits it.
    double associationDifference() {
        return Quality.mean(pairs.stream().mapToDouble(PairTrend::difference));
    }
}
