package org.counterpoise.engine.learn.downstream;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.BinaryOutcome;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.learn.Learner;
import org.counterpoise.engine.learn.Predictor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The tables that models are trained on and the real rows they are judged on.
///
/// @param real training rows
/// @param synthetic synthetic rows
/// @param holdout rows that nothing is fitted on
/// @param truth the outcome of the holdout
/// @param predictors columns that models may see
public record Downstream(
        Dataset real,
        Dataset synthetic,
        Dataset holdout,
        BinaryOutcome truth,
        List<String> predictors) {

    public Downstream {
        predictors = List.copyOf(predictors);
    }

    /// A model and its probabilities for the holdout, or why there are none.
    public record Attempt(
            Optional<Predictor> model, Optional<double[]> scores, Optional<String> problem) {}

    /// Trains one model on all rows of each source.
    ///
    /// @return in the order of [Source]
    public List<Attempt> train(Learner learner, long seed, Progress progress) {
        List<Dataset> sources = List.of(real, synthetic, together(real, synthetic));
        return Parallel.map(
                sources.size(),
                progress,
                "Training models",
                source -> attempt(learner, sources.get(source), seed, progress));
    }

    /// Models trained anew on rows drawn with replacement from each source: how much they differ
    /// is the part of chance that lies in training and in drawing synthetic rows.
    ///
    /// @param share of each table's rows that is drawn, over 0 up to 1
    /// @return per time a list in the order of [Source]
    public List<List<Attempt>> refit(
            Learner learner, int times, double share, long seed, Progress progress) {
        return Parallel.map(
                times,
                progress,
                "Training models on rows drawn again",
                time -> {
                    RandomGenerator random = Streams.of(seed, time);
                    Dataset some = drawn(real, share, random);
                    Dataset made = drawn(synthetic, share, random);
                    long own = random.nextLong();
                    List<Attempt> attempts = new ArrayList<>();
                    for (Dataset source : List.of(some, made, together(some, made))) {
                        attempts.add(attempt(learner, source, own, progress));
                    }
                    return attempts;
                });
    }

    static Dataset drawn(Dataset data, double share, RandomGenerator random) {
        int[] rows = new int[Math.max(1, (int) Math.round(share * data.rows()))];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = random.nextInt(data.rows());
        }
        return data.select(rows);
    }

    private Attempt attempt(Learner learner, Dataset source, long seed, Progress progress) {
        try {
            BinaryOutcome outcome = labels(source, truth.column(), truth.positive());
            Predictor model = learner.fit(source, outcome, predictors, seed, quiet(progress));
            return new Attempt(
                    Optional.of(model), Optional.of(model.predict(holdout)), Optional.empty());
        } catch (UserProblem problem) {
            return new Attempt(Optional.empty(), Optional.empty(), Optional.of(problem.what()));
        }
    }

    /// Models are trained side by side: only their number is reported, but each can be stopped.
    static Progress quiet(Progress progress) {
        return new Progress() {
            @Override
            public void report(double fraction, String phrase) {}

            @Override
            public boolean cancelled() {
                return progress.cancelled();
            }
        };
    }

    /// The outcome as yes and no, also where the positive level does not occur.
    public static BinaryOutcome labels(Dataset data, String outcome, String positive) {
        Column.Codes codes = data.codes(outcome);
        int code = codes.levels().indexOf(positive);
        byte[] values = new byte[codes.size()];
        for (int row = 0; row < values.length; row++) {
            int value = codes.codes()[row];
            values[row] = (byte) (value < 0 ? -1 : value == code ? 1 : 0);
        }
        return new BinaryOutcome(outcome, positive, values);
    }

    /// The rows of both tables, which have the same columns and levels.
    public static Dataset together(Dataset first, Dataset second) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < first.schema().size(); i++) {
            columns.add(joined(first.column(i), second.column(i)));
        }
        return new Dataset(Source.AUGMENTED.title(), Part.AUGMENTED, first.schema(), columns);
    }

    private static Column joined(Column first, Column second) {
        return switch (first) {
            case Column.Numbers a -> {
                double[] b = ((Column.Numbers) second).values();
                double[] all = Arrays.copyOf(a.values(), a.size() + b.length);
                System.arraycopy(b, 0, all, a.size(), b.length);
                yield new Column.Numbers(all);
            }
            case Column.Codes a -> {
                int[] b = ((Column.Codes) second).codes();
                int[] all = Arrays.copyOf(a.codes(), a.size() + b.length);
                System.arraycopy(b, 0, all, a.size(), b.length);
                yield new Column.Codes(all, a.levels());
            }
            case Column.Texts _ -> throw new IllegalStateException("text is never aligned");
        };
    }
}
