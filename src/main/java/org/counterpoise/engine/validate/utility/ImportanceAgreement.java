package org.counterpoise.engine.validate.utility;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.learn.Predictor;
import org.counterpoise.engine.learn.downstream.Downstream;
import org.counterpoise.engine.stats.KendallTau;
import org.counterpoise.engine.stats.Roc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Whether a model trained on synthetic rows leans on the same columns as one trained on real rows.
///
/// The importance of a column is the AUC on the holdout that is lost when its values are shuffled
/// among rows (Breiman, Machine Learning 2001, doi:10.1023/A:1010933404324).
///
/// @param columns predictors
/// @param real importance under the model trained on real rows, per column
/// @param synthetic the same under the model trained on synthetic rows
/// @param tau Kendall's τ-b of both
/// @param attainable mean τ-b between the model trained on real rows and models trained on real
///     rows drawn again: what chance in training leaves to be had
record ImportanceAgreement(
        List<String> columns, double[] real, double[] synthetic, double tau, double attainable) {
    private static final int SHUFFLES = 3;
    private static final int MOST_ROWS = 2_000;

    /// @param real trained on real rows
    /// @param synthetic trained on synthetic rows
    /// @param again trained on real rows drawn again
    static ImportanceAgreement of(
            Downstream downstream,
            Predictor real,
            Predictor synthetic,
            List<Predictor> again,
            long seed,
            Progress progress) {
        List<Predictor> models = new ArrayList<>(List.of(real, synthetic));
        models.addAll(again);
        int[] rows = judged(downstream);
        Dataset holdout = downstream.holdout().select(rows);
        byte[] y = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            y[i] = downstream.truth().values()[rows[i]];
        }
        List<String> columns = downstream.predictors();
        List<double[]> losses =
                Parallel.map(
                        columns.size(),
                        progress,
                        "Shuffling columns",
                        c -> losses(models, holdout, y, columns.get(c), Streams.of(seed, c)));
        double[][] byModel = new double[models.size()][columns.size()];
        for (int m = 0; m < byModel.length; m++) {
            int model = m;
            Arrays.setAll(byModel[m], c -> losses.get(c)[model]);
        }
        double attainable =
                IntStream.range(2, byModel.length)
                        .mapToDouble(m -> KendallTau.b(byModel[0], byModel[m]))
                        .average()
                        .orElse(Double.NaN);
        return new ImportanceAgreement(
                columns, byModel[0], byModel[1], KendallTau.b(byModel[0], byModel[1]), attainable);
    }

    /// Rows with an outcome, evenly spread if there are many.
    private static int[] judged(Downstream downstream) {
        byte[] y = downstream.truth().values();
        int[] known = IntStream.range(0, y.length).filter(row -> y[row] >= 0).toArray();
        int kept = Math.min(MOST_ROWS, known.length);
        return IntStream.range(0, kept)
                .map(i -> known[(int) ((long) i * known.length / kept)])
                .toArray();
    }

    /// AUC lost per model by shuffling one column, the same shuffles for all.
    private static double[] losses(
            List<Predictor> models, Dataset holdout, byte[] y, String column, RandomGenerator r) {
        double[] losses = new double[models.size()];
        for (int shuffle = 0; shuffle < SHUFFLES; shuffle++) {
            Dataset shuffled = shuffled(holdout, column, r);
            for (int m = 0; m < losses.length; m++) {
                losses[m] -= Roc.of(y, models.get(m).predict(shuffled)).auc() / SHUFFLES;
            }
        }
        for (int m = 0; m < losses.length; m++) {
            losses[m] += Roc.of(y, models.get(m).predict(holdout)).auc();
        }
        return losses;
    }

    private static Dataset shuffled(Dataset data, String column, RandomGenerator random) {
        int[] order = IntStream.range(0, data.rows()).toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        List<Column> columns = new ArrayList<>();
        for (String name : data.schema().names()) {
            Column values = data.column(name);
            columns.add(name.equals(column) ? values.select(order) : values);
        }
        return new Dataset(data.name(), data.part(), data.schema(), columns);
    }
}
