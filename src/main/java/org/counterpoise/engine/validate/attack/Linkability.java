package org.counterpoise.engine.validate.attack;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;

import java.util.Arrays;

/// Joins two halves of a person's values through the synthetic data: the closest synthetic rows by
/// the one half and by the other meet in a row (Giomi et al. 2023, §4.2).
///
/// Of equally close rows, with one neighbour, the chance counts that two of them drawn at random
/// are the same; with more neighbours, and if the settings say so, the first rows count.
final class Linkability {
    private static final int CHUNK = 16;
    private static final int BLOCK = 512;

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
        private final boolean[] first;
        private final int rows = tables.rows(AttackTables.SYNTHETIC);
        private final long[][] distances = new long[2][rows];
        private final long[] part = new long[BLOCK];

        Halves(boolean[] first) {
            this.first = first;
        }

        double meet(int table, int row) {
            Arrays.fill(distances[0], 0);
            Arrays.fill(distances[1], 0);
            for (int from = 0; from < rows; from += BLOCK) {
                int to = Math.min(rows, from + BLOCK);
                for (int c = 0; c < first.length; c++) {
                    contributions.of(c, tables.values()[table][c][row], from, to, part);
                    long[] into = distances[first[c] ? 0 : 1];
                    for (int i = from; i < to; i++) {
                        into[i] += part[i - from];
                    }
                }
            }
            boolean share =
                    settings.ties() == AttackSettings.Ties.SHARE && settings.neighbours() == 1;
            return share ? chanceOfTheSame() : nearestMeet() ? 1 : 0;
        }

        private double chanceOfTheSame() {
            long a = Arrays.stream(distances[0]).min().orElse(0);
            long b = Arrays.stream(distances[1]).min().orElse(0);
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

        private boolean nearestMeet() {
            int[] a = nearest(distances[0]);
            int[] b = nearest(distances[1]);
            return Arrays.stream(a).anyMatch(i -> Arrays.stream(b).anyMatch(j -> i == j));
        }

        /// The first rows of those with the smallest distances.
        private int[] nearest(long[] distance) {
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
