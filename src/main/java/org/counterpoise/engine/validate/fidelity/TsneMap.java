package org.counterpoise.engine.validate.fidelity;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Hue;
import org.counterpoise.engine.learn.SmileRun;
import org.counterpoise.engine.validate.AlignedTables;

import smile.manifold.TSNE;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Real and synthetic rows in a plane in which neighbours stay neighbours: t-SNE (van der Maaten
/// and Hinton 2008, Visualizing data using t-SNE, Journal of Machine Learning Research 9, 2579).
final class TsneMap {
    private static final double PERPLEXITY = 30;
    private static final double ETA = 200;
    private static final double EXAGGERATION = 12;
    private static final int ITERATIONS = 500;
    private static final int LEAST = 20;

    private TsneMap() {}

    /// @param tables the real table, then the synthetic; every row is drawn
    /// @return the same for the same seed on any number of threads; empty with fewer than two
    ///     columns that vary, or with a handful of rows
    static Optional<Figure> of(AlignedTables tables, long seed, Progress progress) {
        double[][] points = points(tables, progress);
        int real = tables.rows()[0];
        if (points.length < LEAST || points[0].length < 2 || real == 0 || real == points.length) {
            return Optional.empty();
        }
        double perplexity = Math.min(PERPLEXITY, Math.floor((points.length - 1) / 3.0));
        double[][] placed =
                SmileRun.call(
                        seed,
                        progress,
                        () -> TSNE.fit(points, options(perplexity, progress)).coordinates());
        double[] x = Arrays.stream(placed).mapToDouble(point -> point[0]).toArray();
        double[] y = Arrays.stream(placed).mapToDouble(point -> point[1]).toArray();
        return Optional.of(
                new Figure.Scatter(
                        "t-SNE",
                        String.format(
                                Locale.ROOT,
                                "%,d rows of both tables by t-SNE, perplexity %.0f; numbers and"
                                        + " indicators of levels are standardised. Near rows are"
                                        + " alike; distances between clusters and their sizes mean"
                                        + " nothing, and another seed gives another picture.",
                                points.length,
                                perplexity),
                        "t-SNE 1",
                        "t-SNE 2",
                        List.of(
                                new Figure.Scatter.Series(
                                        "real",
                                        Hue.REAL,
                                        Arrays.copyOf(x, real),
                                        Arrays.copyOf(y, real)),
                                new Figure.Scatter.Series(
                                        "synthetic",
                                        Hue.SYNTHETIC,
                                        Arrays.copyOfRange(x, real, x.length),
                                        Arrays.copyOfRange(y, real, y.length)))));
    }

    private static TSNE.Options options(double perplexity, Progress progress) {
        TSNE.Options usual = new TSNE.Options(2, perplexity, ETA, EXAGGERATION, ITERATIONS);
        return new TSNE.Options(
                usual.d(),
                usual.perplexity(),
                usual.eta(),
                usual.earlyExaggeration(),
                usual.maxIter(),
                usual.maxIterWithoutProgress(),
                usual.tol(),
                usual.momentum(),
                usual.finalMomentum(),
                usual.momentumSwitchIter(),
                usual.minGain(),
                SmileRun.controller(progress.silent(), ITERATIONS, "Placing rows"));
    }

    /// A row per row of both tables, its columns standardised.
    private static double[][] points(AlignedTables tables, Progress progress) {
        double[][] columns = MainEffects.of(tables, progress).columns();
        int rows = Arrays.stream(tables.rows()).sum();
        // A square matrix would be taken for one of distances.
        int width = columns.length == rows ? rows + 1 : columns.length;
        double[][] points = new double[rows][width];
        for (int c = 0; c < columns.length; c++) {
            double mean = Arrays.stream(columns[c]).average().orElse(0);
            double variance =
                    Arrays.stream(columns[c]).map(v -> (v - mean) * (v - mean)).sum() / rows;
            double scale = variance > 0 ? 1 / Math.sqrt(variance) : 0;
            for (int row = 0; row < rows; row++) {
                points[row][c] = (columns[c][row] - mean) * scale;
            }
        }
        return points;
    }
}
