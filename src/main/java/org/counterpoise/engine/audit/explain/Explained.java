package org.counterpoise.engine.audit.explain;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.learn.BinnedBoosting;
import org.counterpoise.engine.learn.BinnedTable;
import org.counterpoise.engine.learn.Folds;
import org.counterpoise.engine.learn.TreeShap;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// What a model leans on, by models that have not seen the rows they judge.
///
/// @param fold of each row
/// @param models one per fold, of the rows of the other folds
/// @param scores raw, of every row by the model that has not seen it
/// @param skill of those scores: AUC or R²
/// @param shapRows rows whose Shapley values were computed
/// @param shap raw values, by row of `shapRows` and column
/// @param shuffled how much lower the skill is with the cells of a column shuffled, by column
record Explained(
        Fitted fitted,
        int[] fold,
        List<BinnedBoosting> models,
        double[] scores,
        double skill,
        int[] shapRows,
        double[][] shap,
        double[] shuffled) {
    private static final int SHAP_ROWS = 500;
    private static final int SHUFFLES = 3;

    static Explained of(Fitted fitted, int folds, long seed, Progress progress) {
        int[] fold =
                Folds.stratified(
                        fitted.target().classes(),
                        fitted.units(),
                        fitted.target().binary() ? 2 : 1,
                        folds,
                        Streams.derive(seed, "folds"));
        int[] all = IntStream.range(0, fitted.columns().size()).toArray();
        List<BinnedBoosting> models = models(fitted, fold, folds, all, progress.part(0, 0.6));
        double[] scores = BinnedBoosting.outOfFold(fitted.table(), fold, models);
        double skill = fitted.target().skill(scores);
        int[] test = BinnedBoosting.test(fold, 0);
        int count = Math.min(SHAP_ROWS, test.length);
        int[] shapRows =
                IntStream.range(0, count)
                        .map(i -> test[(int) ((long) i * test.length / count)])
                        .toArray();
        TreeShap shap = new TreeShap(models.getFirst());
        List<double[]> values =
                Parallel.map(
                        shapRows.length,
                        progress.part(0.6, 0.8),
                        "Computing Shapley values",
                        i -> shap.values(fitted.table(), shapRows[i]));
        List<Double> lost =
                Parallel.map(
                        all.length,
                        progress.part(0.8, 1),
                        "Shuffling each column",
                        column -> skill - shuffled(fitted, fold, models, column, seed, progress));
        return new Explained(
                fitted,
                fold,
                models,
                scores,
                skill,
                shapRows,
                values.toArray(double[][]::new),
                lost.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /// One model per fold that learns from some columns of the other folds.
    static List<BinnedBoosting> models(
            Fitted fitted, int[] fold, int folds, int[] columns, Progress progress) {
        return Parallel.map(
                folds,
                progress,
                "Cross-validating",
                k ->
                        fitted.target()
                                .fit(
                                        fitted.table(),
                                        IntStream.range(0, fold.length)
                                                .filter(row -> fold[row] >= 0 && fold[row] != k)
                                                .toArray(),
                                        columns,
                                        progress));
    }

    /// Mean skill over several shuffles within folds.
    private static double shuffled(
            Fitted fitted,
            int[] fold,
            List<BinnedBoosting> models,
            int column,
            long seed,
            Progress progress) {
        double sum = 0;
        for (int shuffle = 0; shuffle < SHUFFLES; shuffle++) {
            double[] scores = new double[fold.length];
            Arrays.fill(scores, Double.NaN);
            for (int k = 0; k < models.size(); k++) {
                progress.check();
                int[] rows = BinnedBoosting.test(fold, k);
                int[] donors = rows.clone();
                Folds.shuffle(
                        donors,
                        Streams.of(Streams.derive(seed, "shuffle"), shuffle * models.size() + k));
                double[] own = models.get(k).scores(fitted.table(), rows, column, donors);
                for (int i = 0; i < rows.length; i++) {
                    scores[rows[i]] = own[i];
                }
            }
            sum += fitted.target().skill(scores);
        }
        return sum / SHUFFLES;
    }

    BinnedTable table() {
        return fitted.table();
    }

    String title(int column) {
        return fitted.columns().get(column).title();
    }

    /// Mean size of a column's Shapley value, in log-odds or the target's unit.
    double meanShap(int column) {
        return fitted.target()
                .effect(
                        Arrays.stream(shap)
                                .mapToDouble(values -> Math.abs(values[column]))
                                .average()
                                .orElse(0));
    }

    /// Positions of the columns, those with the largest Shapley values first.
    int[] ranked() {
        double[] means =
                IntStream.range(0, fitted.columns().size()).mapToDouble(this::meanShap).toArray();
        return IntStream.range(0, means.length)
                .boxed()
                .sorted((a, b) -> Double.compare(means[b], means[a]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
