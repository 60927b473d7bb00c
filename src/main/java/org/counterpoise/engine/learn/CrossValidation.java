package org.counterpoise.engine.learn;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.BinaryOutcome;
import org.counterpoise.engine.data.Dataset;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Scores of rows by models that have not seen them.
public final class CrossValidation {
    private CrossValidation() {}

    /// Out-of-fold probabilities of the positive outcome.
    ///
    /// Folds have the same share of each class. Where the dataset has an identifier column, all
    /// rows of one person are in one fold. If the rarer class has fewer members than `folds`, there
    /// are only as many folds as it has members.
    ///
    /// @param folds at least 2
    /// @return one per row, 0 to 1, NaN where the outcome is missing
    /// @throws UserProblem if a class has fewer than two members (or people), or as
    ///     [Learner#fit]
    public static double[] scores(
            Dataset data,
            BinaryOutcome outcome,
            List<String> predictors,
            Learner learner,
            int folds,
            long seed,
            Progress progress) {
        return scores(data, List.of(data), outcome, predictors, learner, folds, seed, progress)
                .getFirst();
    }

    /// Out-of-fold probabilities in several versions of the same rows: models learn from `data`
    /// alone, and the model that has not seen a row scores it in every version.
    ///
    /// @param versions with as many rows as `data`, in the same order, e.g. with a column changed
    /// @return one array per version, as [#scores(Dataset, BinaryOutcome, List, Learner, int, long,
    ///     Progress)]
    public static List<double[]> scores(
            Dataset data,
            List<Dataset> versions,
            BinaryOutcome outcome,
            List<String> predictors,
            Learner learner,
            int folds,
            long seed,
            Progress progress) {
        data.forFitting("A model of \"" + outcome.column() + "\"");
        int[] fold = folds(data, outcome, folds, Streams.derive(seed, "folds"));
        int count = Arrays.stream(fold).max().orElse(-1) + 1;
        double[][] scores = new double[versions.size()][data.rows()];
        for (double[] ofVersion : scores) {
            Arrays.fill(ofVersion, Double.NaN);
        }
        Parallel.map(
                count,
                progress,
                "Cross-validating",
                i -> {
                    int[] test = rows(fold, f -> f == i);
                    Predictor model =
                            fit(i, fold, data, outcome, predictors, learner, seed, progress);
                    for (int version = 0; version < scores.length; version++) {
                        progress.check();
                        double[] predicted = model.predict(versions.get(version).select(test));
                        for (int row = 0; row < test.length; row++) {
                            scores[version][test[row]] = predicted[row];
                        }
                    }
                    return i;
                });
        return List.of(scores);
    }

    /// The model that has not seen one fold.
    private static Predictor fit(
            int number,
            int[] fold,
            Dataset data,
            BinaryOutcome outcome,
            List<String> predictors,
            Learner learner,
            long seed,
            Progress progress) {
        int[] training = rows(fold, f -> f >= 0 && f != number);
        byte[] known = new byte[training.length];
        for (int i = 0; i < known.length; i++) {
            known[i] = outcome.values()[training[i]];
        }
        return learner.fit(
                data.select(training),
                new BinaryOutcome(outcome.column(), outcome.positive(), known),
                predictors,
                Streams.derive(seed, "fold " + number),
                progress.silent());
    }

    private static int[] rows(int[] fold, java.util.function.IntPredicate wanted) {
        return IntStream.range(0, fold.length).filter(row -> wanted.test(fold[row])).toArray();
    }

    /// The fold of each row, -1 where the outcome is missing.
    static int[] folds(Dataset data, BinaryOutcome outcome, int folds, long seed) {
        byte[] y = outcome.values();
        int[] classes = IntStream.range(0, y.length).map(row -> y[row]).toArray();
        int[] units = Folds.units(data);
        int used = Math.min(folds, Folds.smallestClass(classes, units, 2));
        if (used < 2) {
            throw new UserProblem(
                    "Too few rows to cross-validate a model of \"" + outcome.column() + "\".",
                    data.name(),
                    "At least two rows (or people) are needed with the outcome and two without.");
        }
        return Folds.stratified(classes, units, 2, used, seed);
    }
}
