package org.counterpoise.engine.learn.downstream;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.learn.Learner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Trains a model on each source and judges all of them on the holdout.
///
/// @param judged everyone first, then the subgroups
/// @param curves ROC curve per source, empty where there is no model
/// @param attempts the models, per source
/// @param again models trained anew, per time and source
public record Trial(
        List<Judged> judged,
        List<double[][]> curves,
        List<Downstream.Attempt> attempts,
        List<List<Downstream.Attempt>> again) {

    public Trial {
        judged = List.copyOf(judged);
        curves = List.copyOf(curves);
        attempts = List.copyOf(attempts);
        again = List.copyOf(again);
    }

    /// How a trial is run.
    ///
    /// @param cutoff a score of at least this is a positive decision
    /// @param replicates bootstrap replicates of the rows judged
    /// @param refits models trained anew per source; 0 leaves the chance in training out
    /// @param refitRows rows of the larger table that those are trained on at most
    public record Plan(Learner learner, double cutoff, int replicates, int refits, int refitRows) {}

    /// @param rows everyone first
    public static Trial run(
            Downstream downstream, List<JudgedRows> rows, Plan plan, long seed, Progress progress) {
        List<Downstream.Attempt> attempts =
                downstream.train(plan.learner(), seed, progress.part(0, 0.3));
        int largest = Math.max(downstream.real().rows(), downstream.synthetic().rows());
        double share = Math.min(1, (double) plan.refitRows() / largest);
        List<List<Downstream.Attempt>> again =
                downstream.refit(
                        plan.learner(),
                        plan.refits(),
                        share,
                        Streams.derive(seed, "refits"),
                        progress.part(0.3, 0.7));
        byte[] y = downstream.truth().values();
        int[] once = new int[y.length];
        Arrays.fill(once, 1);
        List<double[][][]> refits =
                Parallel.map(
                        again.size(),
                        progress.part(0.7, 0.8),
                        "Judging models",
                        i -> evaluate(ranked(again.get(i), rows, y, plan, progress), once));
        List<List<Optional<RankedScores>>> ranked = ranked(attempts, rows, y, plan, progress);
        double[][][] estimates = evaluate(ranked, once);
        long stream = Streams.derive(seed, "bootstrap");
        List<double[][][]> replicates =
                Parallel.map(
                        plan.replicates(),
                        progress.part(0.8, 1),
                        "Resampling the holdout",
                        i -> evaluate(ranked, drawn(y.length, Streams.of(stream, i))));
        List<Judged> judged = new ArrayList<>();
        for (int panel = 0; panel < rows.size(); panel++) {
            judged.add(
                    new Judged(
                            rows.get(panel),
                            estimates[panel],
                            of(replicates, panel),
                            of(refits, panel),
                            share));
        }
        return new Trial(
                judged,
                ranked.getFirst().stream()
                        .map(model -> model.map(RankedScores::roc).orElse(new double[2][0]))
                        .toList(),
                attempts,
                again);
    }

    private static double[][][] of(List<double[][][]> values, int panel) {
        return values.stream().map(one -> one[panel]).toArray(double[][][]::new);
    }

    private static List<List<Optional<RankedScores>>> ranked(
            List<Downstream.Attempt> attempts,
            List<JudgedRows> rows,
            byte[] y,
            Plan plan,
            Progress progress) {
        List<List<Optional<RankedScores>>> ranked = new ArrayList<>();
        for (JudgedRows panel : rows) {
            List<Optional<RankedScores>> models = new ArrayList<>();
            for (Downstream.Attempt attempt : attempts) {
                models.add(
                        attempt.scores()
                                .map(
                                        scores ->
                                                new RankedScores(
                                                        panel.rows(),
                                                        scores,
                                                        y,
                                                        plan.cutoff(),
                                                        progress)));
            }
            ranked.add(models);
        }
        return ranked;
    }

    private static int[] drawn(int rows, RandomGenerator random) {
        int[] weights = new int[rows];
        for (int i = 0; i < rows; i++) {
            weights[random.nextInt(rows)]++;
        }
        return weights;
    }

    /// Per panel, source and metric.
    private static double[][][] evaluate(List<List<Optional<RankedScores>>> ranked, int[] weights) {
        double[] undefined = new double[ModelMetric.ALL.size()];
        Arrays.fill(undefined, Double.NaN);
        return ranked.stream()
                .map(
                        models ->
                                models.stream()
                                        .map(m -> m.map(r -> r.evaluate(weights)).orElse(undefined))
                                        .toArray(double[][]::new))
                .toArray(double[][][]::new);
    }

    public Judged everyone() {
        return judged.getFirst();
    }

    public List<Judged> groups() {
        return judged.subList(1, judged.size());
    }

    /// Why no model could be trained on a source, if so.
    public Optional<String> problem(Source source) {
        return attempts.get(source.ordinal()).problem();
    }
}
