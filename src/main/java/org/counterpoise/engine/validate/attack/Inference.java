package org.counterpoise.engine.validate.attack;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Guesses one value of a person from all others: the value of the closest synthetic row (Giomi et
/// al. 2023, §4.3), for every column at once.
///
/// A number is guessed if it lies within the tolerance, as a share of the size of the guess; a
/// category if it is equal; a missing value if the closest row has none either. Of equally close
/// rows the share that is right counts, unless the settings say the first.
final class Inference {
    private static final int BLOCK = 512;
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
        List<Attack> attacks = new ArrayList<>();
        for (int c = 0; c < tables.columns(); c++) {
            attacks.add(
                    new Attack(
                            "inference/" + tables.names().get(c),
                            "guessing " + tables.names().get(c),
                            new SuccessRate(onTraining[c], training.length, confidence),
                            new SuccessRate(onControl[c], control.length, confidence),
                            guessed(c, training)));
        }
        return attacks;
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
        private final double[] own = new double[columns];
        private final long[][] parts = new long[columns][BLOCK];
        private final long[] totals = new long[BLOCK];
        private final long[] best = new long[columns];
        private final int[] tied = new int[columns];
        private final int[] hits = new int[columns];

        void seek(int table, int row) {
            for (int c = 0; c < columns; c++) {
                own[c] = tables.values()[table][c][row];
            }
            Arrays.fill(best, Long.MAX_VALUE);
            Arrays.fill(tied, 0);
            Arrays.fill(hits, 0);
            int rows = tables.rows(AttackTables.SYNTHETIC);
            for (int from = 0; from < rows; from += BLOCK) {
                int to = Math.min(rows, from + BLOCK);
                Arrays.fill(totals, 0, to - from, 0);
                for (int c = 0; c < columns; c++) {
                    contributions.of(c, own[c], from, to, parts[c]);
                    for (int i = 0; i < to - from; i++) {
                        totals[i] += parts[c][i];
                    }
                }
                for (int c = 0; c < columns; c++) {
                    take(c, from, to);
                }
            }
        }

        private void take(int c, int from, int to) {
            long[] part = parts[c];
            for (int i = 0; i < to - from; i++) {
                long distance = totals[i] - part[i];
                if (distance < best[c]) {
                    best[c] = distance;
                    tied[c] = 1;
                    hits[c] = hit(c, from + i) ? 1 : 0;
                } else if (distance == best[c] && settings.ties() == AttackSettings.Ties.SHARE) {
                    tied[c]++;
                    hits[c] += hit(c, from + i) ? 1 : 0;
                }
            }
        }

        private boolean hit(int c, int row) {
            return Inference.this.right(c, tables.values()[AttackTables.SYNTHETIC][c][row], own[c]);
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
