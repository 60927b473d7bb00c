package org.counterpoise.engine.validate.fidelity;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.BinaryOutcome;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.learn.CrossValidation;
import org.counterpoise.engine.learn.Learner;
import org.counterpoise.engine.stats.Roc;
import org.counterpoise.engine.validate.AlignedTables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

/// How well a model tells synthetic rows that it has not seen from real ones.
///
/// @param learner what kind of model
/// @param rows rows of both tables
/// @param auc area under the ROC curve of out-of-fold scores: 0.5 if the tables cannot be told
///     apart, NaN where no model can be fitted
/// @param interval DeLong's, or Newcombe's where the tables are told apart entirely
/// @param importance per column, how much of the area is lost when its values are shuffled; empty
///     if not asked for
record Distinguishability(
        Learner learner, int rows, double auc, Interval interval, List<Importance> importance) {
    private static final int FOLDS = 5;

    /// @param loss of the area, negative by chance
    record Importance(String column, double loss) {}

    /// @param tables the real table, then the synthetic
    static Distinguishability of(
            AlignedTables tables,
            Learner learner,
            boolean explain,
            double confidence,
            long seed,
            Progress progress) {
        Dataset all = tables.stacked("real and synthetic rows");
        byte[] synthetic = new byte[all.rows()];
        Arrays.fill(synthetic, tables.rows()[0], synthetic.length, (byte) 1);
        List<Dataset> versions = new ArrayList<>(List.of(all));
        for (int i = 0; explain && i < all.schema().size(); i++) {
            versions.add(shuffled(all, i, Streams.of(Streams.derive(seed, "shuffle"), i)));
        }
        try {
            List<double[]> scores =
                    CrossValidation.scores(
                            all,
                            versions,
                            new BinaryOutcome("origin", "synthetic", synthetic),
                            all.schema().columns().stream().map(c -> c.name()).toList(),
                            learner,
                            FOLDS,
                            seed,
                            remembering(progress));
            Roc roc = Roc.of(synthetic, scores.getFirst());
            List<Importance> importance = new ArrayList<>();
            for (int i = 1; i < scores.size(); i++) {
                importance.add(
                        new Importance(
                                all.schema().columns().get(i - 1).name(),
                                roc.auc() - Roc.of(synthetic, scores.get(i)).auc()));
            }
            importance.sort((a, b) -> Double.compare(b.loss(), a.loss()));
            Interval interval = roc.interval(confidence);
            return new Distinguishability(
                    learner,
                    all.rows(),
                    roc.auc(),
                    interval.defined() ? interval : roc.scoreInterval(confidence),
                    importance);
        } catch (UserProblem tooFewRowsOrNothingVaries) {
            return new Distinguishability(
                    learner,
                    all.rows(),
                    Double.NaN,
                    Interval.undefined(confidence, "DeLong"),
                    List.of());
        }
    }

    /// Folds, and the trees in them, ask side by side: once told to stop, none asks again.
    private static Progress remembering(Progress progress) {
        AtomicBoolean stopped = new AtomicBoolean();
        return new Progress() {
            @Override
            public void report(double fraction, String phrase) {
                progress.report(fraction, phrase);
            }

            @Override
            public boolean cancelled() {
                if (!stopped.get() && progress.cancelled()) {
                    stopped.set(true);
                }
                return stopped.get();
            }
        };
    }

    /// The dataset with the values of one column in another order.
    private static Dataset shuffled(Dataset data, int position, RandomGenerator random) {
        int[] order = new int[data.rows()];
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < data.schema().size(); i++) {
            columns.add(data.column(i));
        }
        columns.set(
                position,
                switch (data.column(position)) {
                    case Column.Numbers c ->
                            new Column.Numbers(
                                    Arrays.stream(order).mapToDouble(i -> c.values()[i]).toArray());
                    case Column.Codes c ->
                            new Column.Codes(
                                    Arrays.stream(order).map(i -> c.codes()[i]).toArray(),
                                    c.levels());
                    case Column.Texts c -> c;
                });
        return new Dataset(data.name(), data.part(), data.schema(), columns);
    }
}
