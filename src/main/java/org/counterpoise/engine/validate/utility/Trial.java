package org.counterpoise.engine.validate.utility;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.BinaryOutcome;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Grouping;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.validate.AlignedTables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Trains on the real, the synthetic and both tables, and judges all three on the holdout.
///
/// @param overall everyone
/// @param groups levels of the protected attributes
/// @param curves ROC curve per model, empty where there is no model
/// @param untrainable why no model could be trained on the synthetic rows, if so
/// @param notes what was left out
record Trial(
        Judged overall,
        List<Judged> groups,
        List<double[][]> curves,
        Optional<String> untrainable,
        List<String> notes) {
    private static final int MOST_GROUPS = 30;
    private static final int LEAST_OF_A_CLASS = 5;

    /// @param tables training, synthetic and holdout, in this order
    /// @param predictors columns that models may see
    static Trial run(
            AlignedTables tables,
            String outcome,
            String positive,
            List<String> predictors,
            UtilitySettings settings,
            long seed,
            Progress progress) {
        Dataset training = tables.dataset(0, "training", Part.TRAINING);
        Dataset synthetic = tables.dataset(1, "synthetic", Part.SYNTHETIC);
        List<Dataset> sources = List.of(training, synthetic, together(training, synthetic));
        Dataset holdout = tables.dataset(2, "holdout", Part.HOLDOUT);
        BinaryOutcome truth = labels(holdout, outcome, positive);
        List<Attempt> attempts =
                Parallel.map(
                        sources.size(),
                        progress.part(0, 0.7),
                        "Training models",
                        model ->
                                attempt(
                                        sources.get(model),
                                        labels(sources.get(model), outcome, positive),
                                        holdout,
                                        predictors,
                                        settings,
                                        seed,
                                        progress));
        List<String> notes = new ArrayList<>();
        List<Panel> panels = panels(holdout, truth, attempts, settings, notes);
        List<Judged> judged = judge(panels, holdout.rows(), settings, seed, progress.part(0.7, 1));
        return new Trial(
                judged.getFirst(),
                judged.subList(1, judged.size()),
                panels.getFirst().models().stream()
                        .map(model -> model.map(RankedScores::roc).orElse(new double[2][0]))
                        .toList(),
                attempts.get(Judged.TSTR).problem(),
                notes);
    }

    /// Probabilities for the holdout, or why there are none.
    private record Attempt(Optional<double[]> scores, Optional<String> problem) {}

    private static Attempt attempt(
            Dataset source,
            BinaryOutcome outcome,
            Dataset holdout,
            List<String> predictors,
            UtilitySettings settings,
            long seed,
            Progress progress) {
        try {
            return new Attempt(
                    Optional.of(
                            settings.learner()
                                    .fit(source, outcome, predictors, seed, quiet(progress))
                                    .predict(holdout)),
                    Optional.empty());
        } catch (UserProblem problem) {
            return new Attempt(Optional.empty(), Optional.of(problem.what()));
        }
    }

    /// Models are trained side by side: only their number is reported, but each can be stopped.
    private static Progress quiet(Progress progress) {
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
    static BinaryOutcome labels(Dataset data, String outcome, String positive) {
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
    private static Dataset together(Dataset first, Dataset second) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < first.schema().size(); i++) {
            columns.add(
                    switch (first.column(i)) {
                        case Column.Numbers a ->
                                new Column.Numbers(
                                        joined(
                                                a.values(),
                                                ((Column.Numbers) second.column(i)).values()));
                        case Column.Codes a ->
                                new Column.Codes(
                                        joined(
                                                a.codes(),
                                                ((Column.Codes) second.column(i)).codes()),
                                        a.levels());
                        case Column.Texts texts ->
                                throw new IllegalStateException("text is never aligned");
                    });
        }
        return new Dataset("real + synthetic", Part.AUGMENTED, first.schema(), columns);
    }

    private static double[] joined(double[] a, double[] b) {
        double[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }

    private static int[] joined(int[] a, int[] b) {
        int[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }

    /// The rows judged together and the ranks of their scores per model.
    private record Panel(
            String key,
            String label,
            int n,
            int positives,
            boolean defined,
            List<Optional<RankedScores>> models) {}

    private static List<Panel> panels(
            Dataset holdout,
            BinaryOutcome truth,
            List<Attempt> attempts,
            UtilitySettings settings,
            List<String> notes) {
        List<Panel> panels = new ArrayList<>();
        int[] known =
                IntStream.range(0, holdout.rows()).filter(r -> truth.values()[r] >= 0).toArray();
        if (known.length < holdout.rows()) {
            notes.add(
                    holdout.rows()
                            - known.length
                            + " holdout rows have no outcome and were left out.");
        }
        panels.add(panel("", "everyone", known, truth, attempts, settings, false));
        for (String column : holdout.schema().namesWithRole(Role.PROTECTED)) {
            Grouping grouping = Grouping.of(holdout, List.of(column));
            if (grouping.groups().size() > MOST_GROUPS) {
                notes.add(
                        "\""
                                + column
                                + "\" has "
                                + grouping.groups().size()
                                + " groups and was left out; set bands for it in the data step.");
                continue;
            }
            for (int g = 0; g < grouping.groups().size(); g++) {
                int group = g;
                int[] rows =
                        Arrays.stream(known)
                                .filter(row -> grouping.codes()[row] == group)
                                .toArray();
                String key = grouping.groups().get(g).key();
                panels.add(panel(key, key, rows, truth, attempts, settings, true));
            }
        }
        return panels;
    }

    private static Panel panel(
            String key,
            String label,
            int[] rows,
            BinaryOutcome truth,
            List<Attempt> attempts,
            UtilitySettings settings,
            boolean subgroup) {
        int positives = (int) Arrays.stream(rows).filter(row -> truth.values()[row] == 1).count();
        int rarer = Math.min(positives, rows.length - positives);
        boolean enough =
                !subgroup || (rows.length >= settings.groupRows() && rarer >= LEAST_OF_A_CLASS);
        List<Optional<RankedScores>> models =
                attempts.stream()
                        .map(
                                attempt ->
                                        attempt.scores()
                                                .map(
                                                        scores ->
                                                                new RankedScores(
                                                                        rows,
                                                                        scores,
                                                                        truth.values(),
                                                                        settings.cutoff())))
                        .toList();
        return new Panel(key, label, rows.length, positives, enough, models);
    }

    private static List<Judged> judge(
            List<Panel> panels, int rows, UtilitySettings settings, long seed, Progress progress) {
        int[] once = new int[rows];
        Arrays.fill(once, 1);
        double[][][] estimates = evaluate(panels, once);
        long stream = Streams.derive(seed, "bootstrap");
        List<double[][][]> replicates =
                Parallel.map(
                        settings.replicates(),
                        progress,
                        "Resampling the holdout",
                        i -> evaluate(panels, drawn(rows, Streams.of(stream, i))));
        List<Judged> judged = new ArrayList<>();
        for (int p = 0; p < panels.size(); p++) {
            Panel panel = panels.get(p);
            int position = p;
            judged.add(
                    new Judged(
                            panel.key(),
                            panel.label(),
                            panel.n(),
                            panel.positives(),
                            panel.defined(),
                            estimates[p],
                            replicates.stream()
                                    .map(replicate -> replicate[position])
                                    .toArray(double[][][]::new)));
        }
        return judged;
    }

    private static int[] drawn(int rows, RandomGenerator random) {
        int[] weights = new int[rows];
        for (int i = 0; i < rows; i++) {
            weights[random.nextInt(rows)]++;
        }
        return weights;
    }

    private static double[][][] evaluate(List<Panel> panels, int[] weights) {
        double[] undefined = new double[RankedScores.MEASURES.length];
        Arrays.fill(undefined, Double.NaN);
        return panels.stream()
                .map(
                        panel ->
                                panel.models().stream()
                                        .map(m -> m.map(r -> r.evaluate(weights)).orElse(undefined))
                                        .toArray(double[][]::new))
                .toArray(double[][][]::new);
    }
}
