package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.synth.Apportion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// K-means-SMOTE: rows are joined within clusters in which the class is at home, more of them where
/// it is sparse.
///
/// The sparsity of a cluster with `n` rows of the class is `(mean distance)^e / n`, with
/// `e = 0.16 (log_1.6 n)^1.8`. Numbers are apportioned by largest remainders, so that they add up
/// to what was asked for.
///
/// @param least share of the class in a cluster from which it is used
record ClusterJoin(int clusters, int neighbours, double least) implements Oversampling {
    /// The mean distance within a cluster is taken over at most this many rows.
    private static final int MOST_PAIRED = 500;

    @Override
    public Draft draft(ClassRows members, int count, long seed, Progress progress) {
        List<int[]> homes = homes(members, seed, progress.part(0, 0.6));
        if (homes.isEmpty()) {
            members.remark()
                    .accept(
                            "no cluster holds enough rows of the class, so rows were made from all"
                                    + " rows of the class, as by SMOTE.");
            return new NearestJoin(neighbours).draft(members, count, seed, progress.part(0.6, 1));
        }
        double[] logs = homes.stream().mapToDouble(home -> sparsity(members, home, seed)).toArray();
        double largest = Arrays.stream(logs).max().orElse(0);
        int[] parts =
                Apportion.largestRemainder(
                        count, Arrays.stream(logs).map(log -> Math.exp(log - largest)).toArray());
        int[] bases = new int[count];
        int[][] partners = new int[count][];
        int[][] voters = new int[count][];
        int at = 0;
        for (int h = 0; h < parts.length; h++) {
            int[] home = homes.get(h);
            int[] drawn = ClassRows.drawn(home, parts[h], Streams.derive(seed, "home " + h));
            Draft draft =
                    members.joinWithin(
                            home,
                            drawn,
                            neighbours,
                            Draft.Place.UNIFORM,
                            progress.part(
                                    0.6 + 0.4 * h / parts.length,
                                    0.6 + 0.4 * (h + 1) / parts.length));
            System.arraycopy(drawn, 0, bases, at, drawn.length);
            System.arraycopy(draft.partners(), 0, partners, at, drawn.length);
            System.arraycopy(draft.voters(), 0, voters, at, drawn.length);
            at += drawn.length;
        }
        return new Draft(bases, partners, voters, Draft.Place.UNIFORM);
    }

    /// The class's rows in each cluster that is used. If the class is nowhere at home, the clusters
    /// that hold at least its overall share are taken.
    private List<int[]> homes(ClassRows members, long seed, Progress progress) {
        int[] all = members.everyone();
        int[] member =
                Clusters.of(
                        members.metric(),
                        all,
                        clusters,
                        Streams.derive(seed, "clusters"),
                        progress);
        int[] sizes = new int[clusters];
        int[] own = new int[clusters];
        for (int i = 0; i < all.length; i++) {
            sizes[member[i]]++;
            own[member[i]] += members.holds(all[i]) ? 1 : 0;
        }
        double overall = (double) members.rows().length / all.length;
        double wanted = least;
        boolean somewhere =
                IntStream.range(0, clusters)
                        .anyMatch(c -> own[c] > neighbours && own[c] >= least * sizes[c]);
        if (!somewhere) {
            wanted = Math.min(least, overall);
            members.remark()
                    .accept(
                            "the class makes up the wanted share in no cluster, so those in which it"
                                    + " has at least its overall share were used.");
        }
        List<int[]> homes = new ArrayList<>();
        for (int c = 0; c < clusters; c++) {
            if (own[c] > neighbours && own[c] >= wanted * sizes[c]) {
                int cluster = c;
                homes.add(
                        IntStream.range(0, all.length)
                                .filter(i -> member[i] == cluster && members.holds(all[i]))
                                .map(i -> all[i])
                                .toArray());
            }
        }
        return homes;
    }

    /// The logarithm of a cluster's sparsity, as the power grows beyond all numbers.
    private static double sparsity(ClassRows members, int[] home, long seed) {
        int[] some = Shuffle.some(home, MOST_PAIRED, Streams.derive(seed, "sparsity"));
        Metric metric = members.metric();
        double sum = 0;
        for (int i = 0; i < some.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += Math.sqrt(metric.squared(some[i], some[j]));
            }
        }
        double mean = sum / (some.length * (some.length - 1) / 2.0);
        double exponent = 0.16 * Math.pow(Math.log(home.length) / Math.log(1.6), 1.8);
        return exponent * Math.log(Math.max(mean, Double.MIN_NORMAL)) - Math.log(home.length);
    }
}
