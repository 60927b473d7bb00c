package org.counterpoise.engine.learn.downstream;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A model for a [Task] trained on each source, and all of them judged on the holdout.
///
/// @param judged everyone first, then the subgroups
/// @param attempts the models, per source
/// @param again models trained anew, per time and source
public record Contest(List<Compared> judged, List<Attempt> attempts, List<List<Attempt>> again) {

    /// A model and its predictions of the holdout, or why there are none.
    public record Attempt(
            Optional<Task.Trained> model, Optional<Task.Judge> judge, Optional<String> problem) {}

    /// The tables, with the same columns and levels.
    ///
    /// @param holdout rows that nothing is fitted on
    public record Tables(Dataset real, Dataset synthetic, Dataset holdout) {}

    /// How a contest is run.
    ///
    /// @param replicates bootstrap replicates of the rows judged
    /// @param refits models trained anew per source; 0 leaves the chance in training out
    /// @param refitRows rows of the larger table that those are trained on at most
    public record Plan(int replicates, int refits, int refitRows) {}

    public Contest {
        judged = List.copyOf(judged);
        attempts = List.copyOf(attempts);
        again = List.copyOf(again);
    }

    /// @param rows everyone first
    public static Contest run(
            Task task,
            Tables tables,
            List<JudgedRows> rows,
            Plan plan,
            long seed,
            Progress progress) {
        List<Attempt> attempts =
                attempts(task, tables, tables.real(), tables.synthetic(), seed, progress);
        int largest = Math.max(tables.real().rows(), tables.synthetic().rows());
        double share = Math.min(1, (double) plan.refitRows() / largest);
        long draws = Streams.derive(seed, "refits");
        List<List<Attempt>> again =
                Parallel.map(
                        plan.refits(),
                        progress.part(0.2, 0.8),
                        "Training models on rows drawn again",
                        time -> {
                            RandomGenerator random = Streams.of(draws, time);
                            Dataset some = Downstream.drawn(tables.real(), share, random);
                            Dataset made = Downstream.drawn(tables.synthetic(), share, random);
                            return attempts(task, tables, some, made, random.nextLong(), progress);
                        });
        int n = tables.holdout().rows();
        int[] once = new int[n];
        Arrays.fill(once, 1);
        double[][][] estimates = evaluate(task, prepared(attempts, rows), once);
        List<double[][][]> refits =
                again.stream().map(one -> evaluate(task, prepared(one, rows), once)).toList();
        List<List<Optional<Task.Weighted>>> prepared = prepared(attempts, rows);
        long stream = Streams.derive(seed, "bootstrap");
        List<double[][][]> replicates =
                Parallel.map(
                        plan.replicates(),
                        progress.part(0.8, 1),
                        "Resampling the holdout",
                        i -> evaluate(task, prepared, weights(n, Streams.of(stream, i))));
        List<Compared> judged = new ArrayList<>();
        for (int panel = 0; panel < rows.size(); panel++) {
            judged.add(
                    new Compared(
                            rows.get(panel),
                            task.metrics(),
                            estimates[panel],
                            of(replicates, panel),
                            of(refits, panel),
                            share));
        }
        return new Contest(judged, attempts, again);
    }

    /// One per source.
    private static List<Attempt> attempts(
            Task task, Tables tables, Dataset real, Dataset made, long seed, Progress progress) {
        List<Dataset> sources = List.of(real, made, Downstream.together(real, made));
        List<Attempt> attempts = new ArrayList<>();
        for (Dataset source : sources) {
            attempts.add(attempt(task, source, tables.holdout(), seed, progress));
        }
        return attempts;
    }

    private static Attempt attempt(
            Task task, Dataset source, Dataset holdout, long seed, Progress progress) {
        try {
            Task.Trained model = task.train(source, seed, Downstream.quiet(progress));
            Task.Judge judge = model.judge(holdout);
            return Double.isInfinite(judge.headline().value())
                    ? failed("Its predictions are beyond all bounds.")
                    : new Attempt(Optional.of(model), Optional.of(judge), Optional.empty());
        } catch (UserProblem problem) {
            return failed(problem.what());
        }
    }

    private static Attempt failed(String why) {
        return new Attempt(Optional.empty(), Optional.empty(), Optional.of(why));
    }

    /// Per panel and source.
    private static List<List<Optional<Task.Weighted>>> prepared(
            List<Attempt> attempts, List<JudgedRows> rows) {
        return rows.stream()
                .map(
                        panel ->
                                attempts.stream()
                                        .map(one -> one.judge().map(j -> j.on(panel.rows())))
                                        .toList())
                .toList();
    }

    private static int[] weights(int rows, RandomGenerator random) {
        int[] weights = new int[rows];
        for (int i = 0; i < rows; i++) {
            weights[random.nextInt(rows)]++;
        }
        return weights;
    }

    /// Per panel, source and metric.
    private static double[][][] evaluate(
            Task task, List<List<Optional<Task.Weighted>>> prepared, int[] weights) {
        double[] undefined = new double[task.metrics().size()];
        Arrays.fill(undefined, Double.NaN);
        return prepared.stream()
                .map(
                        models ->
                                models.stream()
                                        .map(m -> m.map(w -> w.evaluate(weights)).orElse(undefined))
                                        .toArray(double[][]::new))
                .toArray(double[][][]::new);
    }

    private static double[][][] of(List<double[][][]> values, int panel) {
        return values.stream().map(one -> one[panel]).toArray(double[][][]::new);
    }

    public Compared everyone() {
        return judged.getFirst();
    }

    public List<Compared> groups() {
        return judged.subList(1, judged.size());
    }

    /// Why no model could be trained on a source, if so.
    public Optional<String> problem(Source source) {
        return attempts.get(source.ordinal()).problem();
    }
}
