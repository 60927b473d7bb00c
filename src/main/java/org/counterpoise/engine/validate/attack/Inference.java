package org.counterpoise.engine.validate.attack;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Guesses one value of a person from all others: the value of the closest synthetic row (Giomi et
/// al. 2023, §4.3), for every column at once.
///
/// A number is guessed if it lies within the tolerance, as a share of the size of the guess; a
/// category if it is equal; a missing value if the closest row has none either. Of equally close
/// rows the share that is right counts, unless the settings say the first.
final class Inference {
    private static final int CHUNK = 16;

    private final AttackTables tables;
    private final AttackSettings settings;
    private final Contributions contributions;

    Inference(AttackTables tables, AttackSettings settings) {
        this.tables = tables;
        this.settings = settings;
        this.contributions = new Contributions(tables);
    }

    /// One attack per column.
    ///
    /// @param training the rows attacked
    /// @param control the unseen rows attacked; empty for none
    /// @param confidence of each attack
    List<Attack> attacks(int[] training, int[] control, double confidence, Progress progress) {
        double[] onTraining = successes(AttackTables.TRAINING, training, progress.part(0, .5));
        double[] onControl =
                control.length == 0
                        ? new double[tables.columns()]
                        : successes(AttackTables.CONTROL, control, progress.part(.5, 1));
        return Parallel.map(
                tables.columns(),
                progress.silent(),
                "Guessing values",
                c ->
                        new Attack(
                                "inference/" + tables.names().get(c),
                                "guessing " + tables.names().get(c),
                                new SuccessRate(onTraining[c], training.length, confidence),
                                new SuccessRate(onControl[c], control.length, confidence),
                                guessed(c, training)));
    }

    /// By column, how many guesses were right.
    ///
    /// @param rows of the table
    double[] successes(int table, int[] rows, Progress progress) {
        List<double[]> parts =
                Parallel.map(
                        (rows.length + CHUNK - 1) / CHUNK,
                        progress,
                        "Guessing values",
                        chunk -> {
                            double[] right = new double[tables.columns()];
                            int end = Math.min(rows.length, (chunk + 1) * CHUNK);
                            Closest closest = new Closest();
                            for (int i = chunk * CHUNK; i < end; i++) {
                                progress.check();
                                closest.seek(table, rows[i]);
                                for (int c = 0; c < right.length; c++) {
                                    right[c] += closest.right(c);
                                }
                            }
                            return right;
                        });
        double[] sum = new double[tables.columns()];
        for (double[] part : parts) {
            for (int c = 0; c < sum.length; c++) {
                sum[c] += part[c];
            }
        }
        return sum;
    }

    /// The closest synthetic rows of one row, without each column in turn.
    private final class Closest {
        private final int columns = tables.columns();
        private final Contributions.Sums sums =
                contributions.new Sums(IntStream.range(0, columns).toArray());
        private final double[] totals = new double[Contributions.BLOCK];
        private final double[] best = new double[columns];
        private final int[] tied = new int[columns];
        private final int[] hits = new int[columns];
        private int table;
        private int row;

        void seek(int attackedTable, int attackedRow) {
            table = attackedTable;
            row = attackedRow;
            Arrays.fill(best, Double.POSITIVE_INFINITY);
            Arrays.fill(tied, 0);
            Arrays.fill(hits, 0);
            int rows = tables.rows(AttackTables.SYNTHETIC);
            double farthest = Double.POSITIVE_INFINITY;
            for (int from = 0; from < rows; from += Contributions.BLOCK) {
                int to = Math.min(rows, from + Contributions.BLOCK);
                sums.of(table, row, from / Contributions.BLOCK, totals);
                for (int i = 0; i < to - from; i++) {
                    // No column adds more than 1.
                    if (totals[i] - 1 <= farthest) {
                        farthest = take(from + i, totals[i]);
                    }
                }
            }
        }

        /// @return the longest of the shortest distances
        private double take(int synthetic, double total) {
            double farthest = 0;
            for (int c = 0; c < columns; c++) {
                double distance = total - contributions.of(c, table, row, synthetic);
                if (distance < best[c]) {
                    best[c] = distance;
                    tied[c] = 1;
                    hits[c] = hit(c, synthetic) ? 1 : 0;
                } else if (distance == best[c] && settings.ties() == AttackSettings.Ties.SHARE) {
                    tied[c]++;
                    hits[c] += hit(c, synthetic) ? 1 : 0;
                }
                farthest = Math.max(farthest, best[c]);
            }
            return farthest;
        }

        private boolean hit(int c, int synthetic) {
            return Inference.this.right(
                    c,
                    tables.values()[AttackTables.SYNTHETIC][c][synthetic],
                    tables.values()[table][c][row]);
        }

        double right(int c) {
            return tied[c] == 0 ? 0 : (double) hits[c] / tied[c];
        }
    }

    private boolean right(int column, double guess, double secret) {
        if (Double.isNaN(guess) || Double.isNaN(secret)) {
            return Double.isNaN(guess) && Double.isNaN(secret);
        }
        return tables.numeric()[column]
                ? Math.abs(guess - secret) <= settings.tolerance() * Math.abs(guess)
                : guess == secret;
    }

    /// The share of right guesses if the secret of any synthetic row is taken.
    private double guessed(int column, int[] rows) {
        double[] synthetic = tables.values()[AttackTables.SYNTHETIC][column];
        double[] secrets = tables.values()[AttackTables.TRAINING][column];
        long right = 0;
        int step = Math.max(1, rows.length / 200);
        long asked = 0;
        for (int i = 0; i < rows.length; i += step) {
            for (double guess : synthetic) {
                right += right(column, guess, secrets[rows[i]]) ? 1 : 0;
            }
            asked += synthetic.length;
        }
        return asked == 0 ? 0 : (double) right / asked;
    }
}
