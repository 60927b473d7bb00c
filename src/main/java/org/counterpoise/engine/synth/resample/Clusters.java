package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.synth.Feature;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Groups rows around prototypes: k-means for numbers, k-modes for categories (Huang 1998,
/// doi:10.1023/A:1009769707641), started by k-means++ (Arthur and Vassilvitskii 2007).
final class Clusters {
    private static final int ROUNDS = 25;

    private final Metric metric;
    private final int[] rows;
    private final double[][] means;
    private final int[][] modes;
    private final int[] member;

    private Clusters(Metric metric, int[] rows, int count) {
        this.metric = metric;
        this.rows = rows;
        this.means = new double[count][metric.numbers().size()];
        this.modes = new int[count][metric.categories().size()];
        this.member = new int[rows.length];
    }

    /// The cluster of each row.
    ///
    /// @param count wanted clusters; fewer rows make fewer
    static int[] of(Metric metric, int[] rows, int count, long seed, Progress progress) {
        Clusters clusters = new Clusters(metric, rows, Math.min(count, rows.length));
        clusters.start(Streams.of(seed, 0), progress);
        boolean moved = true;
        for (int round = 0; round < ROUNDS && moved; round++) {
            moved = clusters.assign(progress);
            clusters.centre();
        }
        return clusters.member;
    }

    private void start(RandomGenerator random, Progress progress) {
        Arrays.fill(member, -1);
        double[] nearest = new double[rows.length];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        int chosen = random.nextInt(rows.length);
        for (int c = 0; c < means.length; c++) {
            progress.check();
            place(c, rows[chosen]);
            double sum = 0;
            for (int i = 0; i < rows.length; i++) {
                nearest[i] = Math.min(nearest[i], metric.squared(rows[i], rows[chosen]));
                sum += nearest[i];
            }
            double left = random.nextDouble() * sum;
            chosen = 0;
            while (chosen < rows.length - 1 && left >= nearest[chosen]) {
                left -= nearest[chosen++];
            }
        }
    }

    private void place(int cluster, int row) {
        for (int f = 0; f < means[cluster].length; f++) {
            means[cluster][f] = metric.numbers().get(f).values()[row];
        }
        for (int f = 0; f < modes[cluster].length; f++) {
            modes[cluster][f] = metric.categories().get(f).codes()[row];
        }
    }

    private boolean assign(Progress progress) {
        boolean moved = false;
        for (int i = 0; i < rows.length; i++) {
            if (i % 1024 == 0) {
                progress.check();
            }
            int best = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int c = 0; c < means.length; c++) {
                double squared = toPrototype(rows[i], c);
                if (squared < least) {
                    least = squared;
                    best = c;
                }
            }
            moved |= member[i] != best;
            member[i] = best;
        }
        return moved;
    }

    private double toPrototype(int row, int cluster) {
        double sum = 0;
        for (int f = 0; f < means[cluster].length; f++) {
            double value = metric.numbers().get(f).values()[row];
            double difference = (value - means[cluster][f]) / metric.scales()[f];
            // Where one of the two is missing the column says nothing about the cluster.
            sum += Double.isNaN(difference) ? 0 : difference * difference;
        }
        for (int f = 0; f < modes[cluster].length; f++) {
            boolean alike = metric.categories().get(f).codes()[row] == modes[cluster][f];
            sum += alike ? 0 : metric.penalty();
        }
        return sum;
    }

    private void centre() {
        for (int f = 0; f < metric.numbers().size(); f++) {
            double[] values = metric.numbers().get(f).values();
            double[] sums = new double[means.length];
            int[] counts = new int[means.length];
            for (int i = 0; i < rows.length; i++) {
                if (!Double.isNaN(values[rows[i]])) {
                    sums[member[i]] += values[rows[i]];
                    counts[member[i]]++;
                }
            }
            for (int c = 0; c < means.length; c++) {
                means[c][f] = counts[c] > 0 ? sums[c] / counts[c] : means[c][f];
            }
        }
        for (int f = 0; f < metric.categories().size(); f++) {
            Feature.Categorical category = metric.categories().get(f);
            int[][] counts = new int[means.length][category.levels().size() + 1];
            for (int i = 0; i < rows.length; i++) {
                counts[member[i]][category.codes()[rows[i]] + 1]++;
            }
            for (int c = 0; c < means.length; c++) {
                modes[c][f] = mostFrequent(counts[c]) - 1;
            }
        }
    }

    private static int mostFrequent(int[] counts) {
        int best = 0;
        for (int code = 1; code < counts.length; code++) {
            best = counts[code] > counts[best] ? code : best;
        }
        return best;
    }
}
