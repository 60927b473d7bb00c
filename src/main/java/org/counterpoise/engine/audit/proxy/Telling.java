package org.counterpoise.engine.audit.proxy;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.learn.BinnedBoosting;
import org.counterpoise.engine.learn.BinnedTable;
import org.counterpoise.engine.stats.MacroAuc;

import java.util.ArrayList;
import java.util.List;

/// How well columns tell something, by models that have not seen the rows they judge.
///
/// @param outcomes per target 1, 0, or -1 per row
/// @param folds of the rows
/// @param models per target, per fold
/// @param scores per target, log-odds per row
record Telling(
        List<byte[]> outcomes,
        int[] folds,
        List<List<BinnedBoosting>> models,
        List<double[]> scores) {

    static Telling of(
            BinnedTable table,
            List<byte[]> outcomes,
            int[] folds,
            int[] columns,
            BinnedBoosting.Options options,
            Progress progress) {
        return of(table, outcomes, folds, columns, options, Integer.MAX_VALUE, 0, progress);
    }

    /// @param most rows that a model learns from
    /// @param seed of their choice
    static Telling of(
            BinnedTable table,
            List<byte[]> outcomes,
            int[] folds,
            int[] columns,
            BinnedBoosting.Options options,
            int most,
            long seed,
            Progress progress) {
        List<List<BinnedBoosting>> models = new ArrayList<>();
        List<double[]> scores = new ArrayList<>();
        for (int target = 0; target < outcomes.size(); target++) {
            List<BinnedBoosting> own =
                    BinnedBoosting.folds(
                            table,
                            outcomes.get(target),
                            folds,
                            columns,
                            options,
                            most,
                            Streams.derive(seed, "target " + target),
                            progress.part(
                                    (double) target / outcomes.size(),
                                    (target + 1.0) / outcomes.size()));
            models.add(own);
            scores.add(BinnedBoosting.outOfFold(table, folds, own));
        }
        return new Telling(outcomes, folds, models, scores);
    }

    MacroAuc auc() {
        return MacroAuc.of(outcomes, scores);
    }
}
