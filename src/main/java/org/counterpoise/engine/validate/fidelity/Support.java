package org.counterpoise.engine.validate.fidelity;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.validate.AlignedTables;
import org.counterpoise.engine.validate.ClosestRecords;
import org.counterpoise.engine.validate.Points;
import org.counterpoise.engine.validate.RowSample;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Where one set of rows lies within the support of the real ones: α-precision, β-recall and
/// authenticity (Alaa et al. 2022, How faithful is your synthetic data?, arXiv:2102.08921).
///
/// The α-support of a table is the ball around its centre that holds a share α of its rows. Rows
/// are not embedded by a network first: the ball is Euclidean over standardised numbers and
/// indicators of levels, and neighbours are sought by the distance of [Points]. A real row counts
/// as covered if a row of the β-support lies no farther than its closest real neighbour (k = 1).
///
/// @param rows of either table that were compared
/// @param precision share within the α-support of the real rows, per step of α
/// @param recall share of real rows covered by the β-support, per step of β
/// @param authenticity share of rows farther from their closest real row than that row is from its
///     closest real neighbour; 0 for copies
record Support(int rows, double[] precision, double[] recall, double authenticity) {
    /// Steps of α and β: 0.05, 0.1, … 1.
    static final int STEPS = 20;

    private static final int CHUNKS = 32;

    /// @param tables the real table, then the one compared with it
    /// @param most rows of each
    static Support of(AlignedTables tables, int most, long seed, Progress progress) {
        int n = Math.min(most, Math.min(tables.rows()[0], tables.rows()[1]));
        AlignedTables some =
                tables.select(
                        RowSample.of(tables.rows()[0], n, Streams.of(seed, 0)),
                        RowSample.of(tables.rows()[1], n, Streams.of(seed, 1)));
        Centre real = Centre.of(some, 0);
        double[] radii = real.distances(some, 0);
        double[] toReal = real.distances(some, 1);
        double[] toOwn = Centre.of(some, 1).distances(some, 1);
        int[] all = IntStream.range(0, n).toArray();
        List<Points> points = Points.of(some, List.of(all, all), 0);
        Points reals = points.get(0);
        double[] neighbour =
                ClosestRecords.of(reals, reals, progress, "Seeking real neighbours").second();
        Neighbours found = Neighbours.of(reals, neighbour, points.get(1), toOwn, progress);
        return new Support(
                n,
                shares(toReal, quantiles(radii)),
                shares(found.nearestCentre(), quantiles(toOwn)),
                found.authenticity());
    }

    /// 1 less twice the area between the curve of precision and the diagonal: 1 is best.
    double integratedPrecision() {
        return integrated(precision);
    }

    double integratedRecall() {
        return integrated(recall);
    }

    /// Share of real rows covered by the whole other table.
    double coverage() {
        return recall[STEPS - 1];
    }

    private static double integrated(double[] curve) {
        double area = 0;
        double before = 0;
        for (int i = 0; i < STEPS; i++) {
            double off = Math.abs(curve[i] - (i + 1.0) / STEPS);
            area += (before + off) / 2 / STEPS;
            before = off;
        }
        return 1 - 2 * area;
    }

    /// The smallest radius that holds each share of the rows.
    private static double[] quantiles(double[] distances) {
        double[] sorted = Arrays.stream(distances).sorted().toArray();
        double[] radii = new double[STEPS];
        for (int i = 0; i < STEPS; i++) {
            int count = (int) Math.ceil((i + 1.0) / STEPS * sorted.length - 1e-9);
            radii[i] = sorted[Math.max(0, count - 1)];
        }
        return radii;
    }

    private static double[] shares(double[] distances, double[] radii) {
        return Arrays.stream(radii)
                .map(r -> Arrays.stream(distances).filter(d -> d <= r).count())
                .map(count -> count / distances.length)
                .toArray();
    }

    /// What every real row and every other row sees around it.
    ///
    /// @param nearestCentre per real row: of the other rows no farther than its closest real
    ///     neighbour, how far the one nearest to their centre lies from that; infinite without one
    private record Neighbours(double[] nearestCentre, double authenticity) {

        static Neighbours of(
                Points real, double[] neighbour, Points other, double[] toOwn, Progress progress) {
            double[] nearest = new double[real.size()];
            Arrays.fill(nearest, Double.POSITIVE_INFINITY);
            Parallel.map(
                    CHUNKS,
                    progress,
                    "Seeking rows within reach",
                    chunk -> {
                        for (int i = chunk; i < real.size(); i += CHUNKS) {
                            progress.check();
                            for (int j = 0; j < other.size(); j++) {
                                if (toOwn[j] < nearest[i]
                                        && distance(real, i, other, j, neighbour[i])
                                                <= neighbour[i]) {
                                    nearest[i] = toOwn[j];
                                }
                            }
                        }
                        return chunk;
                    });
            double own =
                    Parallel.map(
                                    CHUNKS,
                                    progress,
                                    "Seeking the closest real rows",
                                    chunk -> {
                                        double sum = 0;
                                        for (int j = chunk; j < other.size(); j += CHUNKS) {
                                            progress.check();
                                            sum += own(real, neighbour, other, j);
                                        }
                                        return sum;
                                    })
                            .stream()
                            .mapToDouble(s -> s)
                            .sum();
            return new Neighbours(nearest, own / other.size());
        }

        /// The share of the closest real rows that have a real neighbour closer than this row.
        private static double own(Points real, double[] neighbour, Points other, int j) {
            double closest = Double.POSITIVE_INFINITY;
            int ties = 0;
            int farther = 0;
            for (int i = 0; i < real.size(); i++) {
                double d = distance(real, i, other, j, closest);
                if (d < closest) {
                    closest = d;
                    ties = 0;
                    farther = 0;
                }
                if (d == closest) {
                    ties++;
                    farther += d > neighbour[i] ? 1 : 0;
                }
            }
            return (double) farther / ties;
        }

        /// As [ClosestRecords] computes it, or something larger than `limit`.
        private static double distance(Points a, int i, Points b, int j, double limit) {
            int dimensions = a.dimensions();
            double most = limit * dimensions * (1 + 1e-12);
            double sum = 0;
            int p = i * dimensions;
            int q = j * dimensions;
            for (int d = 0; d < dimensions && sum <= most; d++) {
                sum += Math.min(Math.abs(a.coordinates()[p + d] - b.coordinates()[q + d]), 1);
            }
            return sum / dimensions;
        }
    }
}
