package org.counterpoise.engine.audit.explain;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.BinaryOutcome;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.learn.BinnedBoosting;
import org.counterpoise.engine.learn.BinnedTable;
import org.counterpoise.engine.learn.Folds;
import org.counterpoise.engine.learn.TreeShap;
import org.counterpoise.engine.stats.LogisticFit;
import org.counterpoise.engine.stats.Roc;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A model of the outcome, and what it leans on.
///
/// @param columns that it learns from
/// @param model of all rows with an outcome
/// @param roc of models that have not seen the rows they judge
/// @param shap mean size of the Shapley value by column, in log-odds, of unseen rows
/// @param shuffled how much lower the AUC is with the cells of a column shuffled, by column
record Explained(
        Dataset data,
        List<ColumnInfo> columns,
        BinnedTable table,
        BinaryOutcome outcome,
        BinnedBoosting model,
        Roc roc,
        double[] shap,
        double[] shuffled) {
    private static final int SHAP_ROWS = 1000;

    static Explained of(
            Dataset data,
            List<ColumnInfo> columns,
            BinaryOutcome outcome,
            int folds,
            long seed,
            Progress progress) {
        BinnedTable table =
                BinnedTable.of(
                        data,
                        columns.stream().map(ColumnInfo::name).toList(),
                        progress.part(0, 0.1));
        byte[] y = outcome.values();
        int[] classes = IntStream.range(0, y.length).map(row -> y[row]).toArray();
        int[] fold =
                Folds.stratified(
                        classes, Folds.units(data), 2, folds, Streams.derive(seed, "folds"));
        int[] all = IntStream.range(0, table.columns()).toArray();
        List<BinnedBoosting> models =
                BinnedBoosting.folds(
                        table, y, fold, all, BinnedBoosting.Options.FULL, progress.part(0.1, 0.6));
        Roc roc = Roc.of(y, BinnedBoosting.outOfFold(table, fold, models));
        int[] known = IntStream.range(0, y.length).filter(row -> fold[row] >= 0).toArray();
        BinnedBoosting model =
                BinnedBoosting.fit(
                        table, known, y, all, BinnedBoosting.Options.FULL, progress.silent());
        progress.report(0.7, "Explaining the model");
        return new Explained(
                data,
                columns,
                table,
                outcome,
                model,
                roc,
                shap(table, fold, models.getFirst(), progress),
                shuffled(table, y, fold, models, roc.auc(), seed, progress));
    }

    private static double[] shap(
            BinnedTable table, int[] fold, BinnedBoosting model, Progress progress) {
        int[] test = BinnedBoosting.test(fold, 0);
        int rows = Math.min(SHAP_ROWS, test.length);
        TreeShap shap = new TreeShap(model);
        double[] means = new double[table.columns()];
        for (int i = 0; i < rows; i++) {
            if (i % 50 == 0) {
                progress.check();
            }
            double[] values = shap.values(table, test[i]);
            for (int c = 0; c < means.length; c++) {
                means[c] += Math.abs(values[c]) / rows;
            }
        }
        return means;
    }

    private static double[] shuffled(
            BinnedTable table,
            byte[] y,
            int[] fold,
            List<BinnedBoosting> models,
            double auc,
            long seed,
            Progress progress) {
        double[] lost = new double[table.columns()];
        for (int c = 0; c < lost.length; c++) {
            double[] scores = new double[y.length];
            Arrays.fill(scores, Double.NaN);
            for (int k = 0; k < models.size(); k++) {
                progress.check();
                int[] rows = BinnedBoosting.test(fold, k);
                int[] donors = rows.clone();
                Folds.shuffle(donors, Streams.of(Streams.derive(seed, "shuffle"), k));
                double[] own = models.get(k).scores(table, rows, c, donors);
                for (int i = 0; i < rows.length; i++) {
                    scores[rows[i]] = own[i];
                }
            }
            lost[c] = auc - Roc.of(y, scores).auc();
        }
        return lost;
    }

    /// Positions of the columns, those with the largest Shapley values first.
    int[] ranked() {
        return IntStream.range(0, columns.size())
                .boxed()
                .sorted((a, b) -> Double.compare(shap[b], shap[a]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// The model's probability of the outcome for a row of the dataset.
    double probability(int row) {
        return LogisticFit.logistic(model.scores(table, new int[] {row})[0]);
    }

    /// The model's probability for the first row of another dataset with the same columns.
    double probability(Dataset one) {
        return LogisticFit.logistic(model.scores(table.recode(one), new int[] {0})[0]);
    }
}
