package org.counterpoise.engine.audit.drift;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.BinaryOutcome;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.finding.Interval;
import org.counterpoise.engine.learn.Learner;
import org.counterpoise.engine.learn.Predictor;
import org.counterpoise.engine.stats.Roc;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// How well a model tells late rows from early ones that it has not seen (a classifier two-sample
/// test, Lopez-Paz and Oquab 2017, arXiv:1610.06545).
///
/// The model learns from one half of a sample. Of its scores on the other half, which is early and
/// which is late is shuffled for the null distribution; as the model never saw these rows, that is
/// exact whatever the model.
///
/// @param auc on the half kept back
/// @param interval DeLong's
/// @param rows of that half
/// @param p share of shuffles with at least this area, the observed one counted
record ModelShift(double auc, Interval interval, int rows, double p) {
    private static final int SHUFFLES = 999;
    private static final int FEWEST = 40;

    /// @return empty if there are too few rows, or nothing that a model may learn from
    static Optional<ModelShift> of(
            Dataset data,
            List<String> columns,
            TimeLine time,
            DriftSettings settings,
            long seed,
            Progress progress) {
        int[] early = sample(time.early().rows(), settings.modelRows() / 2, seed, 0);
        int[] late = sample(time.late().rows(), settings.modelRows() / 2, seed, 1);
        if (Math.min(early.length, late.length) < FEWEST || data.part() == Part.HOLDOUT) {
            return Optional.empty();
        }
        int[] training = joined(half(early, 0), half(late, 0));
        int[] kept = joined(half(early, 1), half(late, 1));
        Predictor model =
                Learner.GRADIENT_BOOSTING.fit(
                        data.select(training).project(columns),
                        new BinaryOutcome(
                                "time", "late", labels(training.length, half(early, 0).length)),
                        columns,
                        Streams.derive(seed, "trees"),
                        progress);
        progress.check();
        double[] scores = model.predict(data.select(kept).project(columns));
        byte[] labels = labels(kept.length, half(early, 1).length);
        Roc roc = Roc.of(labels, scores);
        return Optional.of(
                new ModelShift(
                        roc.auc(),
                        roc.interval(settings.confidence()),
                        kept.length,
                        p(ranks(scores), labels, seed, progress)));
    }

    private static int[] sample(int[] rows, int wanted, long seed, int side) {
        int[] copy = rows.clone();
        RandomGenerator random = Streams.of(Streams.derive(seed, "sample"), side);
        int size = Math.min(copy.length, wanted);
        for (int i = 0; i < size; i++) {
            int j = i + random.nextInt(copy.length - i);
            int swapped = copy[i];
            copy[i] = copy[j];
            copy[j] = swapped;
        }
        return Arrays.copyOf(copy, size);
    }

    /// Every other row.
    private static int[] half(int[] rows, int from) {
        int[] half = new int[(rows.length + 1 - from) / 2];
        for (int i = 0; i < half.length; i++) {
            half[i] = rows[from + 2 * i];
        }
        return half;
    }

    private static int[] joined(int[] a, int[] b) {
        int[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }

    /// Early (0) first, then late (1).
    private static byte[] labels(int size, int early) {
        byte[] labels = new byte[size];
        Arrays.fill(labels, early, size, (byte) 1);
        return labels;
    }

    /// Midranks.
    private static double[] ranks(double[] scores) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        double[] ranks = new double[scores.length];
        for (int i = 0; i < ranks.length; i++) {
            int at = Arrays.binarySearch(sorted, scores[i]);
            int first = at;
            int last = at;
            while (first > 0 && sorted[first - 1] == scores[i]) {
                first--;
            }
            while (last + 1 < sorted.length && sorted[last + 1] == scores[i]) {
                last++;
            }
            ranks[i] = (first + last) / 2.0 + 1;
        }
        return ranks;
    }

    private static double p(double[] ranks, byte[] labels, long seed, Progress progress) {
        int late = 0;
        double observed = 0;
        for (int i = 0; i < labels.length; i++) {
            late += labels[i];
            observed += labels[i] * ranks[i];
        }
        RandomGenerator random = Streams.of(Streams.derive(seed, "shuffle"), 0);
        double[] shuffled = ranks.clone();
        int asLarge = 1;
        for (int shuffle = 0; shuffle < SHUFFLES; shuffle++) {
            progress.check();
            double sum = 0;
            for (int i = 0; i < late; i++) {
                int j = i + random.nextInt(shuffled.length - i);
                double drawn = shuffled[j];
                shuffled[j] = shuffled[i];
                shuffled[i] = drawn;
                sum += drawn;
            }
            asLarge += sum >= observed ? 1 : 0;
        }
        return asLarge / (SHUFFLES + 1.0);
    }
}
