package org.counterpoise.engine.learn;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.stats.LogisticFit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Fitted gradient-boosted trees, with the bins that they were fitted to.
///
/// Our own rather than Smile's: all trees share the work of sorting values, which makes them many
/// times as fast, and they draw no random numbers.
record BoostedTrees(BinnedTable bins, BinnedBoosting model) implements Predictor {

    /// @param predictors to learn from; text and columns that do not vary are of no use
    static BoostedTrees fit(
            Dataset training, List<String> predictors, byte[] y, Progress progress) {
        BinnedTable table = BinnedTable.of(training, predictors, progress);
        BinnedBoosting model =
                BinnedBoosting.fit(
                        table,
                        IntStream.range(0, table.rows()).toArray(),
                        y,
                        IntStream.range(0, table.columns()).toArray(),
                        BinnedBoosting.Options.FULL,
                        progress);
        return new BoostedTrees(table.select(new int[0]), model);
    }

    @Override
    public double[] predict(Dataset data) {
        BinnedTable table = bins.recode(data);
        double[] scores = model.scores(table, IntStream.range(0, table.rows()).toArray());
        Arrays.setAll(scores, row -> LogisticFit.logistic(scores[row]));
        return scores;
    }
}
