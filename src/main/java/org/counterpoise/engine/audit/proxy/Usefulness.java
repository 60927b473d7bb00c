package org.counterpoise.engine.audit.proxy;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.learn.BinnedBoosting;
import org.counterpoise.engine.learn.BinnedTable;
import org.counterpoise.engine.learn.Folds;
import org.counterpoise.engine.stats.MacroAuc;
import org.counterpoise.engine.stats.Roc;

import java.util.List;
import java.util.stream.IntStream;

/// What each column adds to a model of the outcome.
///
/// @param outcome its title
/// @param auc with all columns
/// @param lost by column: how much lower the AUC is without it
record Usefulness(String outcome, MacroAuc auc, List<Roc.Comparison> lost) {

    /// @param y 1, 0, or -1 per row of the table
    static Usefulness of(
            BinnedTable table,
            String outcome,
            byte[] y,
            int[] units,
            double confidence,
            long seed,
            Progress progress) {
        int[] classes = IntStream.range(0, y.length).map(row -> y[row]).toArray();
        int[] folds = Folds.stratified(classes, units, 2, ChanceTest.FOLDS, seed);
        int[] all = IntStream.range(0, table.columns()).toArray();
        Telling full = tell(table, y, folds, all, progress.silent());
        List<Roc.Comparison> lost =
                Parallel.map(
                        all.length,
                        progress,
                        "Predicting the outcome without each column",
                        column -> {
                            Telling without =
                                    tell(table, y, folds, without(all, column), progress.silent());
                            return Roc.compare(
                                    y,
                                    full.scores().getFirst(),
                                    without.scores().getFirst(),
                                    confidence);
                        });
        return new Usefulness(outcome, full.auc(), lost);
    }

    private static Telling tell(
            BinnedTable table, byte[] y, int[] folds, int[] columns, Progress progress) {
        return Telling.of(
                table, List.of(y), folds, columns, BinnedBoosting.Options.QUICK, progress);
    }

    static int[] without(int[] columns, int one) {
        return IntStream.of(columns).filter(column -> column != one).toArray();
    }
}
