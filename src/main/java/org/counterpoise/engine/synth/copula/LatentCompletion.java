package org.counterpoise.engine.synth.copula;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.stats.Normal;
import org.counterpoise.engine.synth.RowSample;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// A sample of rows with a latent number for every column, also where values are tied or missing.
///
/// A continuous value has its normal score. A tied value, such as a level, says only that the
/// latent number lies between two thresholds, and a missing one says nothing; these are drawn given
/// the other numbers of the row under the Gaussian copula, by Gibbs sampling (the extended rank
/// likelihood of Hoff 2007, doi:10.1214/07-AOAS107). Breaking ties at random instead would weaken
/// every association with a category.
final class LatentCompletion {
    private static final int SWEEPS = 12;
    private static final int CHUNK = 256;

    /// A value that more than this share of rows have is tied.
    private static final double TIED = 0.005;

    private final List<Scored> latents;
    private final double[][] precision;
    private final int[] rows;
    private final long seed;

    /// @param correlation of the latent numbers, positive definite
    /// @param most rows; beyond them a random sample is taken
    LatentCompletion(List<Scored> latents, double[][] correlation, int most, long seed) {
        this.latents = latents;
        this.precision = inverse(correlation);
        this.seed = seed;
        int all = latents.isEmpty() ? 0 : latents.getFirst().rows().length;
        this.rows = RowSample.of(all, most, seed);
    }

    private static double[][] inverse(double[][] matrix) {
        int size = matrix.length;
        double[][] rows = new double[size][size];
        if (size > 0) {
            DMatrixRMaj inverse = new DMatrixRMaj(size, size);
            if (!CommonOps_DDRM.invert(new DMatrixRMaj(matrix), inverse)) {
                throw new IllegalStateException("the correlation matrix is singular");
            }
            for (int i = 0; i < size; i++) {
                System.arraycopy(inverse.data, i * size, rows[i], 0, size);
            }
        }
        return rows;
    }

    /// The latent numbers, one array per column.
    double[][] run(Progress progress) {
        int size = latents.size();
        int chunks = (rows.length + CHUNK - 1) / CHUNK;
        List<double[][]> parts =
                Parallel.map(
                        chunks,
                        progress,
                        "Completing rows",
                        chunk -> {
                            int first = chunk * CHUNK;
                            int last = Math.min(rows.length, first + CHUNK);
                            return complete(
                                    Arrays.copyOfRange(rows, first, last),
                                    Streams.of(seed, chunk),
                                    progress);
                        });
        double[][] columns = new double[size][rows.length];
        for (int i = 0; i < rows.length; i++) {
            double[] row = parts.get(i / CHUNK)[i % CHUNK];
            for (int column = 0; column < size; column++) {
                columns[column][i] = row[column];
            }
        }
        return columns;
    }

    private double[][] complete(int[] chosen, RandomGenerator random, Progress progress) {
        int size = latents.size();
        double[][] completed = new double[chosen.length][size];
        double[] from = new double[size];
        double[] to = new double[size];
        for (int i = 0; i < chosen.length; i++) {
            if (i % 16 == 0) {
                progress.check();
            }
            int[] open = start(chosen[i], completed[i], from, to);
            for (int sweep = 0; sweep < SWEEPS && open.length > 0; sweep++) {
                for (int column : open) {
                    draw(column, completed[i], from, to, random);
                }
            }
        }
        return completed;
    }

    /// Fills in the scores of a row.
    ///
    /// @return the columns whose latent number is to be drawn, between `from` and `to`
    private int[] start(int row, double[] z, double[] from, double[] to) {
        return IntStream.range(0, z.length)
                .filter(
                        column -> {
                            Scored scored = latents.get(column);
                            double score = scored.rows()[row];
                            if (Double.isNaN(score)) {
                                z[column] = 0;
                                from[column] = Double.NEGATIVE_INFINITY;
                                to[column] = Double.POSITIVE_INFINITY;
                                return true;
                            }
                            z[column] = score;
                            return tied(scored.steps(), score, column, from, to);
                        })
                .toArray();
    }

    private static boolean tied(
            StepScores steps, double score, int column, double[] from, double[] to) {
        int k = steps.positionOfScore(score);
        double[] thresholds = steps.thresholds();
        from[column] = k == 0 ? Double.NEGATIVE_INFINITY : thresholds[k - 1];
        to[column] = k == thresholds.length ? Double.POSITIVE_INFINITY : thresholds[k];
        return steps.counts()[k] > 1 && steps.share(k) > TIED;
    }

    private void draw(int column, double[] z, double[] from, double[] to, RandomGenerator random) {
        double own = precision[column][column];
        double sum = 0;
        for (int other = 0; other < z.length; other++) {
            sum += precision[column][other] * z[other];
        }
        double mean = z[column] - sum / own;
        double deviation = 1 / Math.sqrt(own);
        z[column] =
                mean
                        + deviation
                                * Normal.truncated(
                                        (from[column] - mean) / deviation,
                                        (to[column] - mean) / deviation,
                                        random);
    }
}
