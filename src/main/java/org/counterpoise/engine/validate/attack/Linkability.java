package org.counterpoise.engine.validate.attack;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Joins two halves of a person's values through the synthetic data: the closest synthetic rows by
/// the one half and by the other meet in a row (Giomi et al. 2023, §4.2).
///
/// Of equally close rows, with one neighbour, the chance counts that two of them drawn at random
/// are the same; with more neighbours, and if the settings say so, the first rows count.
final class Linkability {
    private static final int CHUNK = 16;

    private final AttackTables tables;
    private final AttackSettings settings;
    private final Contributions contributions;

    Linkability(AttackTables tables, AttackSettings settings) {
        this.tables = tables;
        this.settings = settings;
        this.contributions = new Contributions(tables);
    }

    /// @param first whether a column belongs to the first half
    Attack attack(
            boolean[] first, int[] training, int[] control, double confidence, Progress progress) {
        double onTraining = successes(AttackTables.TRAINING, training, first, progress.part(0, .5));
        double onControl =
                control.length == 0
                        ? 0
                        : successes(AttackTables.CONTROL, control, first, progress.part(.5, 1));
        return new Attack(
                "linkability",
                "linking two halves of the columns",
                new SuccessRate(onTraining, training.length, confidence),
                new SuccessRate(onControl, control.length, confidence),
                chance(tables.rows(AttackTables.SYNTHETIC), settings.neighbours()));
    }

    /// The chance that two random sets of `k` of `n` rows meet: `1 − C(n − k, k) / C(n, k)`.
    static double chance(int n, int k) {
        double apart = 1;
        for (int i = 0; i < k; i++) {
            apart *= Math.max(0, (double) (n - k - i) / (n - i));
        }
        return 1 - apart;
    }

    double successes(int table, int[] rows, boolean[] first, Progress progress) {
        return Parallel.map(
                        (rows.length + CHUNK - 1) / CHUNK,
                        progress,
                        "Linking rows",
                        chunk -> {
                            double sum = 0;
                            int end = Math.min(rows.length, (chunk + 1) * CHUNK);
                            Halves halves = new Halves(first);
                            for (int i = chunk * CHUNK; i < end; i++) {
                                progress.check();
                                sum += halves.meet(table, rows[i]);
                            }
                            return sum;
                        })
                .stream()
                .mapToDouble(s -> s)
                .sum();
    }

    private final class Halves {
        private final Contributions.Sums[] halves = new Contributions.Sums[2];
        private final int rows = tables.rows(AttackTables.SYNTHETIC);
        private final double[][] distances = new double[2][rows];
        private final double[] sums = new double[Contributions.BLOCK];

        Halves(boolean[] first) {
            for (int half = 0; half < 2; half++) {
                boolean wanted = half == 0;
                halves[half] =
                        contributions
                        .new Sums(
                                IntStream.range(0, first.length)
                                        .filter(c -> first[c] == wanted)
                                        .toArray());
            }
        }

        double meet(int table, int row) {
            for (int from = 0; from < rows; from += Contributions.BLOCK) {
                int to = Math.min(rows, from + Contributions.BLOCK);
                for (int half = 0; half < 2; half++) {
                    halves[half].of(table, row, from / Contributions.BLOCK, sums);
                    System.arraycopy(sums, 0, distances[half], from, to - from);
                }
            }
            boolean share =
                    settings.ties() == AttackSettings.Ties.SHARE && settings.neighbours() == 1;
            return share ? chanceOfTheSame() : nearestMeet() ? 1 : 0;
        }

        private double chanceOfTheSame() {
            double a = least(distances[0]);
            double b = least(distances[1]);
            int ofFirst = 0;
            int ofSecond = 0;
            int ofBoth = 0;
            for (int i = 0; i < rows; i++) {
                boolean inFirst = distances[0][i] == a;
                boolean inSecond = distances[1][i] == b;
                ofFirst += inFirst ? 1 : 0;
                ofSecond += inSecond ? 1 : 0;
                ofBoth += inFirst && inSecond ? 1 : 0;
            }
            return rows == 0 ? 0 : (double) ofBoth / ofFirst / ofSecond;
        }

        private static double least(double[] values) {
            double least = Double.POSITIVE_INFINITY;
            for (double value : values) {
                least = Math.min(least, value);
            }
            return least;
        }

        private boolean nearestMeet() {
            int[] a = nearest(distances[0]);
            int[] b = nearest(distances[1]);
            return Arrays.stream(a).anyMatch(i -> Arrays.stream(b).anyMatch(j -> i == j));
        }

        /// The first rows of those with the smallest distances.
        private int[] nearest(double[] distance) {
            int k = Math.min(settings.neighbours(), rows);
            int[] found = new int[k];
            int size = 0;
            for (int i = 0; i < rows; i++) {
                if (size < k || distance[i] < distance[found[size - 1]]) {
                    int at = size < k ? size++ : size - 1;
                    while (at > 0 && distance[found[at - 1]] > distance[i]) {
                        found[at] = found[at - 1];
                        at--;
                    }
                    found[at] = i;
                }
            }
            return found;
        }
    }
}
