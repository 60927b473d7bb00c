package org.counterpoise.engine.learn;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.BinaryOutcome;
import org.counterpoise.engine.data.Dataset;

import java.util.List;
import java.util.stream.IntStream;

/// A kind of predictive model of a binary outcome.
public enum Learner {
    /// Main effects of every predictor, shrunk by a ridge penalty of 1 on standardised columns.
    LOGISTIC_REGRESSION,
    /// 60 shallow trees over bins, each fitted to what the earlier ones left over (Friedman 2001,
    /// doi:10.1214/aos/1013203451).
    GRADIENT_BOOSTING,
    /// 100 deep trees on rows drawn again, each split chosen among a few columns (Breiman 2001,
    /// doi:10.1023/A:1010933404324).
    RANDOM_FOREST;

    /// Learns from a dataset. Rows with a missing outcome are left out.
    ///
    /// @param outcome one value per row of `training`
    /// @param predictors columns to learn from; text columns and those that do not vary are skipped
    /// @throws UserProblem if the dataset is the holdout, if the outcome has one class only, or if
    ///     no predictor varies
    public Predictor fit(
            Dataset training,
            BinaryOutcome outcome,
            List<String> predictors,
            long seed,
            Progress progress) {
        training.forFitting("A model of \"" + outcome.column() + "\"");
        byte[] values = outcome.values();
        int[] rows = IntStream.range(0, values.length).filter(row -> values[row] >= 0).toArray();
        byte[] y = new byte[rows.length];
        int positives = 0;
        for (int i = 0; i < rows.length; i++) {
            y[i] = values[rows[i]];
            positives += y[i];
        }
        requireTwoClasses(training, outcome, positives, rows.length);
        Dataset known = rows.length == values.length ? training : training.select(rows);
        Encoder encoder = Encoder.of(known, predictors);
        if (encoder.isEmpty()) {
            throw new UserProblem(
                    "There is nothing to predict \"" + outcome.column() + "\" from.",
                    training.name(),
                    "Give at least one column that varies the role of a feature.");
        }
        progress.check();
        return switch (this) {
            case LOGISTIC_REGRESSION -> LogisticModel.fit(encoder, known, y, progress);
            case GRADIENT_BOOSTING -> BoostedTrees.fit(known, predictors, y, progress);
            case RANDOM_FOREST -> ForestModel.fit(encoder, known, y, seed, progress);
        };
    }

    private static void requireTwoClasses(
            Dataset data, BinaryOutcome outcome, int positives, int rows) {
        if (positives == 0 || positives == rows) {
            throw new UserProblem(
                    positives == 0
                            ? "No row has \""
                                    + outcome.column()
                                    + "\" = "
                                    + outcome.positive()
                                    + "."
                            : "Every row has \""
                                    + outcome.column()
                                    + "\" = "
                                    + outcome.positive()
                                    + ".",
                    data.name(),
                    "A model needs rows with and without the outcome; check the positive level.");
        }
    }
}
