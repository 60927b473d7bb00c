package org.counterpoise.engine.synth.sequential;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.synth.Feature;
import org.counterpoise.engine.synth.Learnable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Grows the trees of all columns; they do not depend on each other.
final class SequentialFit {
    private final Learnable learnable;
    private final TreeSettings settings;
    private final long seed;
    private final Progress progress;
    private final List<Feature> features = new ArrayList<>();

    SequentialFit(Learnable learnable, TreeSettings settings, long seed, Progress progress) {
        this.learnable = learnable;
        this.settings = settings;
        this.seed = seed;
        this.progress = progress;
        for (int column = 0; column < learnable.data().schema().size(); column++) {
            progress.check();
            features.add(Feature.of(learnable.data(), column));
        }
    }

    FittedSequential fit() {
        int[] order = settings.visit().of(learnable.data(), features, settings.first());
        List<Predictor> predictors =
                Parallel.map(
                        order.length,
                        progress.part(0, .1),
                        "Reading columns",
                        place -> Predictor.of(features.get(order[place])));
        // The last columns take longest, so they start first.
        List<ColumnTrees> grown =
                Parallel.map(
                        order.length,
                        progress.part(.1, 1),
                        "Growing trees",
                        task -> grow(order, predictors, order.length - 1 - task));
        return new FittedSequential(
                learnable.data(),
                features,
                order,
                predictors,
                grown.reversed(),
                notes(order, grown));
    }

    private ColumnTrees grow(int[] order, List<Predictor> predictors, int place) {
        Feature feature = features.get(order[place]);
        List<Predictor> before = predictors.subList(0, place);
        RandomGenerator random = Streams.of(Streams.derive(seed, "trees"), place);
        Smoothing smoothing = settings.smoothing() ? Smoothing.of(feature) : Smoothing.NONE;
        List<Tree> gaps = new ArrayList<>();
        List<Tree> values = new ArrayList<>();
        int[] sample = settings.proper() ? drawn(random) : everyRow();
        for (int tree = 0; tree < settings.trees(); tree++) {
            int[] rows = settings.trees() > 1 ? again(sample, random) : sample;
            switch (feature) {
                case Feature.Categorical category -> {
                    int[] classes = Arrays.stream(category.codes()).map(c -> c + 1).toArray();
                    Response response = new Response.Classes(classes, category.levels().size() + 1);
                    values.add(grow(before, response, rows, random));
                }
                case Feature.Continuous number -> {
                    int[] present =
                            Arrays.stream(rows).filter(row -> !number.missing(row)).toArray();
                    boolean gapless = present.length == rows.length || present.length == 0;
                    if (!gapless) {
                        gaps.add(
                                grow(
                                        before,
                                        new Response.Classes(missing(number), 2),
                                        rows,
                                        random));
                    }
                    Response response = Response.Values.scaled(number.values(), present);
                    values.add(grow(before, response, gapless ? rows : present, random));
                }
            }
        }
        return new ColumnTrees(gaps, values, smoothing);
    }

    private Tree grow(
            List<Predictor> before, Response response, int[] rows, RandomGenerator random) {
        int tried = settings.trees() == 1 ? 0 : response.tried(before.size());
        Growing growing = new Growing(settings.minimumLeaf(), settings.complexity(), tried);
        return new TreeGrower(before, response, rows, growing, random, progress).grow();
    }

    private int[] everyRow() {
        return IntStream.range(0, learnable.data().rows()).toArray();
    }

    private int[] drawn(RandomGenerator random) {
        return again(everyRow(), random);
    }

    private static int[] again(int[] rows, RandomGenerator random) {
        return IntStream.generate(() -> rows[random.nextInt(rows.length)])
                .limit(rows.length)
                .toArray();
    }

    private static int[] missing(Feature.Continuous number) {
        return Arrays.stream(number.values()).mapToInt(v -> Double.isNaN(v) ? 1 : 0).toArray();
    }

    private List<String> notes(int[] order, List<ColumnTrees> grown) {
        List<String> notes = new ArrayList<>();
        notes.add(
                String.format(
                        Locale.ROOT,
                        "Learned from %,d rows and %d columns: %s with %,d leaves in all, each of"
                                + " at least %d rows where the table allows.",
                        learnable.data().rows(),
                        order.length,
                        settings.trees() == 1
                                ? "a tree per column"
                                : "a forest of " + settings.trees() + " trees per column",
                        grown.stream().mapToInt(ColumnTrees::leaves).sum(),
                        settings.minimumLeaf()));
        notes.add(
                "Columns were visited in this order: "
                        + String.join(
                                ", ",
                                Arrays.stream(order)
                                        .mapToObj(column -> features.get(column).info().name())
                                        .limit(40)
                                        .toList())
                        + (order.length > 40 ? ", …" : "")
                        + ".");
        notes.addAll(learnable.notes());
        return List.copyOf(notes);
    }
}
