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
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Whether a model trained on synthetic rows leans on the same columns as one trained on real rows.
///
/// The importance of a column is the AUC (or R², or C) on the holdout that is lost when its values
/// are shuffled among rows (Breiman, Machine Learning 2001, doi:10.1023/A:1010933404324).
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
        byte[] all = downstream.truth().values();
        int[] rows = spread(IntStream.range(0, all.length).filter(row -> all[row] >= 0).toArray());
        byte[] y = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            y[i] = all[rows[i]];
        }
        List<Predictor> models = new ArrayList<>(List.of(real, synthetic));
        models.addAll(again);
        return of(
                models.stream()
                        .<ToDoubleFunction<Dataset>>map(
                                model -> data -> Roc.of(y, model.predict(data)).auc())
                        .toList(),
                downstream.holdout().select(rows),
                downstream.predictors(),
                seed,
                progress);
    }

    /// @param models what each is worth on given rows: that trained on real rows, that trained on
    ///     synthetic ones, then those trained on real rows drawn again
    /// @param holdout the rows judged, see [#spread]
    static ImportanceAgreement of(
            List<ToDoubleFunction<Dataset>> models,
            Dataset holdout,
            List<String> columns,
            long seed,
            Progress progress) {
        double[] whole =
                models.stream().mapToDouble(model -> model.applyAsDouble(holdout)).toArray();
        List<double[]> losses =
                Parallel.map(
                        columns.size(),
                        progress,
                        "Shuffling columns",
                        c -> losses(models, whole, holdout, columns.get(c), Streams.of(seed, c)));
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

    /// Some of the rows, evenly spread if there are many.
    static int[] spread(int[] known) {
        int kept = Math.min(MOST_ROWS, known.length);
        return IntStream.range(0, kept)
                .map(i -> known[(int) ((long) i * known.length / kept)])
                .toArray();
    }

    /// What each model loses by shuffling one column, the same shuffles for all.
    private static double[] losses(
            List<ToDoubleFunction<Dataset>> models,
            double[] whole,
            Dataset holdout,
            String column,
            RandomGenerator r) {
        double[] losses = whole.clone();
        for (int shuffle = 0; shuffle < SHUFFLES; shuffle++) {
            Dataset shuffled = shuffled(holdout, column, r);
            for (int m = 0; m < losses.length; m++) {
                losses[m] -= models.get(m).applyAsDouble(shuffled) / SHUFFLES;
            }
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
