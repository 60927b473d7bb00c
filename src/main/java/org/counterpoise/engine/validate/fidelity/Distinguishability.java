package org.counterpoise.engine.validate.fidelity;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.BinaryOutcome;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.learn.BinnedBoosting;
import org.counterpoise.engine.learn.BinnedTable;
import org.counterpoise.engine.learn.CrossValidation;
import org.counterpoise.engine.learn.Folds;
import org.counterpoise.engine.learn.Learner;
import org.counterpoise.engine.learn.TreeShap;
import org.counterpoise.engine.stats.Roc;
import org.counterpoise.engine.validate.AlignedTables;
import org.counterpoise.engine.validate.RowSample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// How well a model tells synthetic rows that it has not seen from real ones.
///
/// @param learner what kind of model
/// @param rows rows of both tables
/// @param auc area under the ROC curve of out-of-fold scores: 0.5 if the tables cannot be told
///     apart, NaN where no model can be fitted
/// @param interval DeLong's, or Newcombe's where the tables are told apart entirely
/// @param importance per column, the one that says most first; empty for a linear model
record Distinguishability(
        Learner learner, int rows, double auc, Interval interval, List<Importance> importance) {
    private static final int FOLDS = 5;

    /// Rows whose Shapley values are averaged.
    private static final int EXPLAINED = 500;

    /// What a column gives away.
    ///
    /// @param shap mean absolute Shapley value, in log-odds, under models that have not seen the
    ///     row (Lundberg et al. 2020, doi:10.1038/s42256-019-0138-9)
    /// @param loss of the area when its values are shuffled, negative by chance
    record Importance(String column, double shap, double loss) {}

    /// By logistic regression on main effects.
    ///
    /// @param tables the real table, then the synthetic
    static Distinguishability linear(
            AlignedTables tables, double confidence, long seed, Progress progress) {
        Dataset all = tables.stacked("real and synthetic rows");
        byte[] synthetic = synthetic(tables);
        try {
            double[] scores =
                    CrossValidation.scores(
                            all,
                            new BinaryOutcome("origin", "synthetic", synthetic),
                            all.schema().names(),
                            Learner.LOGISTIC_REGRESSION,
                            FOLDS,
                            seed,
                            progress);
            return of(
                    Learner.LOGISTIC_REGRESSION, Roc.of(synthetic, scores), confidence, List.of());
        } catch (UserProblem tooFewRowsOrNothingVaries) {
            return undefined(Learner.LOGISTIC_REGRESSION, all.rows(), confidence);
        }
    }

    /// By boosted trees, with what each column gives away.
    ///
    /// @param tables the real table, then the synthetic
    static Distinguishability boosted(
            AlignedTables tables, double confidence, long seed, Progress progress) {
        int[] rows = tables.rows();
        int folds = Math.min(FOLDS, Math.min(rows[0], rows[1]));
        if (folds < 2) {
            return undefined(Learner.GRADIENT_BOOSTING, rows[0] + rows[1], confidence);
        }
        Dataset all = tables.stacked("real and synthetic rows");
        BinnedTable bins = BinnedTable.of(all, all.schema().names(), progress.part(0, 0.1));
        byte[] synthetic = synthetic(tables);
        int[] classes = IntStream.range(0, synthetic.length).map(i -> synthetic[i]).toArray();
        int[] fold =
                Folds.stratified(
                        classes, Folds.units(all), 2, folds, Streams.derive(seed, "folds"));
        List<BinnedBoosting> models =
                BinnedBoosting.folds(
                        bins,
                        synthetic,
                        fold,
                        IntStream.range(0, bins.columns()).toArray(),
                        BinnedBoosting.Options.FULL,
                        progress.part(0.1, 0.6));
        Roc roc = Roc.of(synthetic, BinnedBoosting.outOfFold(bins, fold, models));
        double[] shap = shap(bins, fold, models, seed, progress.part(0.6, 0.8));
        List<Importance> importance =
                new ArrayList<>(
                        Parallel.map(
                                bins.columns(),
                                progress.part(0.8, 1),
                                "Shuffling columns",
                                c -> {
                                    long stream = Streams.derive(seed, "shuffle");
                                    int[] donors = IntStream.range(0, bins.rows()).toArray();
                                    Folds.shuffle(donors, Streams.of(stream, c));
                                    double[] scores = shuffled(bins, fold, models, c, donors);
                                    double loss = roc.auc() - Roc.of(synthetic, scores).auc();
                                    return new Importance(bins.name(c), shap[c], loss);
                                }));
        importance.sort((a, b) -> Double.compare(b.shap(), a.shap()));
        return of(Learner.GRADIENT_BOOSTING, roc, confidence, importance);
    }

    private static byte[] synthetic(AlignedTables tables) {
        byte[] synthetic = new byte[tables.rows()[0] + tables.rows()[1]];
        Arrays.fill(synthetic, tables.rows()[0], synthetic.length, (byte) 1);
        return synthetic;
    }

    private static Distinguishability of(
            Learner learner, Roc roc, double confidence, List<Importance> importance) {
        Interval interval = roc.interval(confidence);
        return new Distinguishability(
                learner,
                roc.positives() + roc.negatives(),
                roc.auc(),
                interval.defined() ? interval : roc.scoreInterval(confidence),
                importance);
    }

    private static Distinguishability undefined(Learner learner, int rows, double confidence) {
        return new Distinguishability(
                learner, rows, Double.NaN, Interval.undefined(confidence, "DeLong"), List.of());
    }

    /// Mean absolute Shapley value per column over some rows, each by the model that has not seen
    /// it.
    private static double[] shap(
            BinnedTable bins,
            int[] fold,
            List<BinnedBoosting> models,
            long seed,
            Progress progress) {
        int[] explained =
                RowSample.of(
                        bins.rows(), EXPLAINED, Streams.of(Streams.derive(seed, "explained"), 0));
        List<double[]> sums =
                Parallel.map(
                        models.size(),
                        progress,
                        "Explaining rows",
                        k -> {
                            TreeShap explainer = new TreeShap(models.get(k));
                            double[] sum = new double[bins.columns()];
                            for (int row : explained) {
                                if (fold[row] == k) {
                                    progress.check();
                                    double[] values = explainer.values(bins, row);
                                    for (int c = 0; c < sum.length; c++) {
                                        sum[c] += Math.abs(values[c]);
                                    }
                                }
                            }
                            return sum;
                        });
        double[] mean = new double[bins.columns()];
        for (double[] sum : sums) {
            for (int c = 0; c < mean.length; c++) {
                mean[c] += sum[c] / explained.length;
            }
        }
        return mean;
    }

    /// Out-of-fold scores with the cells of one column taken from other rows.
    private static double[] shuffled(
            BinnedTable bins, int[] fold, List<BinnedBoosting> models, int column, int[] donors) {
        double[] scores = new double[bins.rows()];
        for (int k = 0; k < models.size(); k++) {
            int[] rows = BinnedBoosting.test(fold, k);
            int[] own = IntStream.of(rows).map(row -> donors[row]).toArray();
            double[] found = models.get(k).scores(bins, rows, column, own);
            for (int i = 0; i < rows.length; i++) {
                scores[rows[i]] = found[i];
            }
        }
        return scores;
    }
}
