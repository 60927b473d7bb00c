package org.counterpoise.engine.learn;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Dataset;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A kind of predictive model of a number.
public enum NumberLearner {
    /// Main effects of every predictor, shrunk by a ridge penalty of 1 on standardised columns.
    LINEAR_REGRESSION,
    /// Shallow trees, each fitted to what the earlier ones left over (Friedman 2001,
    /// doi:10.1214/aos/1013203451).
    GRADIENT_BOOSTING,
    /// 100 deep trees on rows drawn again, each split chosen among a few columns (Breiman 2001,
    /// doi:10.1023/A:1010933404324).
    RANDOM_FOREST;

    /// Learns from a dataset. Rows without a finite outcome are left out.
    ///
    /// @param outcome name of a column of numbers
    /// @param predictors columns to learn from; text columns and those that do not vary are skipped
    /// @return predicts the number
    /// @throws UserProblem if the dataset is the holdout, if the outcome does not vary, or if no
    ///     predictor does
    public Predictor fit(
            Dataset training,
            String outcome,
            List<String> predictors,
            long seed,
            Progress progress) {
        training.forFitting("A model of \"" + outcome + "\"");
        double[] values = training.numbers(outcome);
        int[] rows =
                IntStream.range(0, values.length)
                        .filter(row -> Double.isFinite(values[row]))
                        .toArray();
        double[] y = Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
        if (Arrays.stream(y).distinct().limit(2).count() < 2) {
            throw new UserProblem(
                    "\"" + outcome + "\" does not vary.",
                    training.name(),
                    "A model needs rows with different outcomes.");
        }
        Dataset known = rows.length == values.length ? training : training.select(rows);
        Encoder encoder = Encoder.of(known, predictors);
        if (encoder.isEmpty()) {
            throw new UserProblem(
                    "There is nothing to predict \"" + outcome + "\" from.",
                    training.name(),
                    "Give at least one column that varies the role of a feature.");
        }
        progress.check();
        return switch (this) {
            case LINEAR_REGRESSION -> LinearModel.fit(encoder, known, y, outcome, progress);
            case GRADIENT_BOOSTING -> NumberBoosting.fit(known, predictors, y, progress);
            case RANDOM_FOREST -> NumberForest.fit(encoder, known, y, seed, progress);
        };
    }
}
