package org.counterpoise.engine.audit.drift;

import org.counterpoise.engine.stats.Distances;

import java.util.List;

/// A column early and late over the same cells: bins of numbers, or levels.
///
/// @param labels of cells
/// @param reference rows per cell early
/// @param recent rows per cell late
record Cells(List<String> labels, long[] reference, long[] recent) {

    double[] referenceShares() {
        return Distances.shares(reference);
    }

    double[] recentShares() {
        return Distances.shares(recent);
    }

    double populationStability() {
        return Distances.populationStability(referenceShares(), recentShares());
    }

    /// Of the late rows from the early ones, in nats.
    double kullbackLeibler() {
        return Distances.kullbackLeibler(recentShares(), referenceShares());
    }

    double jensenShannon() {
        return Distances.jensenShannonDistance(referenceShares(), recentShares());
    }

    double hellinger() {
        return Distances.hellinger(referenceShares(), recentShares());
    }

    double totalVariation() {
        return Distances.totalVariation(referenceShares(), recentShares());
    }
}
