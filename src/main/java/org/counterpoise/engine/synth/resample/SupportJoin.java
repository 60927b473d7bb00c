package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// SVM-SMOTE: new rows start at the support vectors of the class, inwards from those in danger and
/// outwards from those that are safe.
///
/// A share drawn from Beta(10, 10) goes inwards, the rest outwards. Where one kind of support
/// vector is missing, the other makes all rows, so the number is always the one asked for.
///
/// @param judges how many nearest rows decide about danger and noise (m)
/// @param outwards the longest step outwards, as a share of the way to the partner
record SupportJoin(int neighbours, int judges, double outwards) implements Oversampling {
    /// Of each side the machine sees at most this many rows, so that its kernel stays small.
    static final int MOST_ROWS = 1500;

    @Override
    public Draft draft(ClassRows members, int count, long seed, Progress progress) {
        int[] support =
                members.rest().length == 0
                        ? new int[0]
                        : support(members, seed, progress.part(0, 0.5));
        int asked = Math.min(judges, members.rows().length + members.rest().length - 1);
        int[] others = members.others(support, judges, progress.part(0.5, 0.7));
        int[] danger =
                IntStream.range(0, support.length)
                        .filter(i -> others[i] < asked && 2 * others[i] >= asked)
                        .map(i -> support[i])
                        .toArray();
        int[] safe =
                IntStream.range(0, support.length)
                        .filter(i -> 2 * others[i] < asked)
                        .map(i -> support[i])
                        .toArray();
        if (danger.length + safe.length == 0) {
            members.remark()
                    .accept(
                            "no row carries the border to another class without being noise, so"
                                    + " rows were made from all rows of the class, as by SMOTE.");
            return new NearestJoin(neighbours).draft(members, count, seed, progress.part(0.7, 1));
        }
        members.remark()
                .accept(
                        support.length
                                + " rows carry the border: "
                                + danger.length
                                + " in danger, "
                                + safe.length
                                + " safe, the others noise.");
        int inwards = inwards(count, danger.length, safe.length, seed);
        int[] bases = Arrays.copyOf(ClassRows.drawn(danger, inwards, seed), count);
        int[] out = ClassRows.drawn(safe, count - inwards, Streams.derive(seed, "outwards"));
        System.arraycopy(out, 0, bases, inwards, out.length);
        return members.join(
                bases,
                neighbours,
                (row, partner, random) ->
                        row < inwards ? random.nextDouble() : -outwards * random.nextDouble(),
                progress.part(0.7, 1));
    }

    private static int inwards(int count, int danger, int safe, long seed) {
        if (danger == 0 || safe == 0) {
            return danger == 0 ? 0 : count;
        }
        // The tenth of nineteen uniform numbers follows Beta(10, 10).
        RandomGenerator random = Streams.of(Streams.derive(seed, "share"), 0);
        double share = random.doubles(19).sorted().skip(9).findFirst().orElseThrow();
        return (int) Math.floor(share * (count + 1));
    }

    private static int[] support(ClassRows members, long seed, Progress progress) {
        int[] own = some(members.rows(), Streams.derive(seed, "own"));
        int[] rest = some(members.rest(), Streams.derive(seed, "rest"));
        if (own.length < members.rows().length || rest.length < members.rest().length) {
            members.remark()
                    .accept(
                            "the border was sought with "
                                    + own.length
                                    + " rows of the class and "
                                    + rest.length
                                    + " others, drawn at random.");
        }
        return SupportVectors.of(members.metric(), own, rest, progress);
    }

    private static int[] some(int[] rows, long seed) {
        return Shuffle.some(rows, MOST_ROWS, seed);
    }
}
