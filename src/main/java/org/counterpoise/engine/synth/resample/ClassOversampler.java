package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Makes new rows of one class from a draft.
///
/// Numbers lie on the line through the row started from and its partner; categories are the most
/// frequent among the voters, ties at random. What defines the class is that of the row started
/// from. The new row is missing where that row is; where only the partner is missing, the number of
/// the row started from is kept. No number leaves the range of the training set.
final class ClassOversampler {
    private static final int CHUNK = 1024;

    private final ClassRows members;
    private final double[][] ranges;

    ClassOversampler(ClassRows members) {
        this.members = members;
        this.ranges = members.ranges();
    }

    /// Makes the rows of a draft.
    ///
    /// @return one array per feature of the table: values or codes, NaN where missing
    double[][] make(Draft draft, long seed, Progress progress) {
        int count = draft.bases().length;
        long rowSeed = Streams.derive(seed, "rows");
        double[][] made = new double[members.features().size()][count];
        Parallel.map(
                (count + CHUNK - 1) / CHUNK,
                progress,
                "Making rows",
                chunk -> {
                    RandomGenerator random = Streams.of(rowSeed, chunk);
                    int end = Math.min(count, (chunk + 1) * CHUNK);
                    for (int i = chunk * CHUNK; i < end; i++) {
                        fill(made, i, draft, random);
                    }
                    return end;
                });
        return made;
    }

    private void fill(double[][] made, int i, Draft draft, RandomGenerator random) {
        int base = draft.bases()[i];
        int[] near = draft.partners()[i];
        int partner = near[random.nextInt(near.length)];
        double place = draft.place().at(i, partner, random);
        for (int f = 0; f < made.length; f++) {
            Feature feature = members.features().get(f);
            if (feature.missing(base)) {
                made[f][i] = Double.NaN;
                continue;
            }
            boolean fixed = members.fixed()[f];
            made[f][i] =
                    switch (feature) {
                        case Feature.Continuous c ->
                                fixed
                                        ? c.values()[base]
                                        : between(
                                                c,
                                                base,
                                                partner,
                                                place,
                                                noise(draft, f, random),
                                                ranges[f]);
                        case Feature.Categorical c ->
                                fixed
                                        ? c.codes()[base]
                                        : vote(c.codes(), base, draft.voters()[i], random);
                    };
        }
    }

    private static double noise(Draft draft, int feature, RandomGenerator random) {
        double spread = draft.spread().length == 0 ? 0 : draft.spread()[feature];
        return spread == 0 ? 0 : spread * random.nextGaussian();
    }

    private static double between(
            Feature.Continuous feature,
            int base,
            int partner,
            double place,
            double noise,
            double[] range) {
        double from = feature.values()[base];
        double to = feature.values()[partner];
        double value = from;
        if (!Double.isNaN(to)) {
            value = from + place * (to - from);
            if (place >= 0) {
                value = Math.clamp(value, Math.min(from, to), Math.max(from, to));
            }
        }
        value = Math.clamp(value + noise, range[0], range[1]);
        return feature.whole() ? Math.rint(value) : value;
    }

    /// The most frequent code among the voters that have one, ties at random.
    private static int vote(int[] codes, int base, int[] voters, RandomGenerator random) {
        int[] votes = new int[voters.length];
        int cast = 0;
        for (int row : voters) {
            if (codes[row] >= 0) {
                votes[cast++] = codes[row];
            }
        }
        Arrays.sort(votes, 0, cast);
        int best = codes[base];
        int most = 0;
        int ties = 1;
        int start = 0;
        for (int i = 1; i <= cast; i++) {
            if (i == cast || votes[i] != votes[start]) {
                int count = i - start;
                ties = count > most ? 1 : count == most ? ties + 1 : ties;
                if (count > most || (count == most && random.nextInt(ties) == 0)) {
                    best = votes[start];
                }
                most = Math.max(most, count);
                start = i;
            }
        }
        return best;
    }
}
