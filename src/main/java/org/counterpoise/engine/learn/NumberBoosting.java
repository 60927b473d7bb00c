package org.counterpoise.engine.learn;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Boosted trees that predict a number between the smallest and largest of training, or little
/// beyond.
///
/// @param least smallest number of training
/// @param range from there to the largest, above 0
record NumberBoosting(BinnedTable table, BinnedBoosting model, double least, double range)
        implements Predictor {

    static NumberBoosting fit(
            Dataset training, List<String> predictors, double[] y, Progress progress) {
        double least = Arrays.stream(y).min().orElseThrow();
        double range = Arrays.stream(y).max().orElseThrow() - least;
        double[] shares = Arrays.stream(y).map(value -> (value - least) / range).toArray();
        BinnedTable table = BinnedTable.of(training, predictors, progress);
        BinnedBoosting model =
                BinnedBoosting.fitNumbers(
                        table,
                        all(training.rows()),
                        shares,
                        all(table.columns()),
                        BinnedBoosting.Options.FULL,
                        progress);
        return new NumberBoosting(table, model, least, range);
    }

    private static int[] all(int count) {
        return IntStream.range(0, count).toArray();
    }

    @Override
    public double[] predict(Dataset data) {
        double[] shares = model.scores(table.recode(data), all(data.rows()));
        return Arrays.stream(shares).map(share -> least + share * range).toArray();
    }
}
