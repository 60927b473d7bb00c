package org.counterpoise.engine.validate.fidelity;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.stats.Association;
import org.counterpoise.engine.stats.CrossTable;
import org.counterpoise.engine.validate.AlignedColumn;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// The standard error of the overall quality by a bootstrap of the rows of both tables (Efron 1979,
/// doi:10.1214/aos/1176344552).
///
/// Large tables are represented by a random sample of their rows; the error is then scaled by the
/// root of the sampled share. Which pairs count, and where columns are cut, stays as it is in the
/// whole tables.
final class QualityBootstrap {
    private static final long WORK = 4_000_000;

    private final List<CutColumn> columns;
    private final List<PairTrend> pairs;
    private final int[] realRows;
    private final int[] syntheticRows;
    private final double scale;
    /// Per column: dense rank among the sampled values of both tables, or the cell of a category.
    private final int[][] realCodes;

    private final int[][] syntheticCodes;

    /// @param pairs those that count
    /// @param rows largest number of rows drawn from each table
    QualityBootstrap(List<CutColumn> columns, List<PairTrend> pairs, int rows, long seed) {
        this.columns = columns;
        this.pairs = pairs;
        int affordable = (int) Math.max(200, WORK / (columns.size() + pairs.size() + 1));
        int limit = Math.min(rows, affordable);
        int realSize = columns.isEmpty() ? 0 : columns.getFirst().real().length;
        int syntheticSize = columns.isEmpty() ? 0 : columns.getFirst().synthetic().length;
        realRows = sample(realSize, limit, Streams.of(Streams.derive(seed, "real"), 0));
        syntheticRows =
                sample(syntheticSize, limit, Streams.of(Streams.derive(seed, "synthetic"), 0));
        double sampled = 1.0 / realRows.length + 1.0 / syntheticRows.length;
        scale = Math.sqrt((1.0 / realSize + 1.0 / syntheticSize) / sampled);
        realCodes = new int[columns.size()][];
        syntheticCodes = new int[columns.size()][];
        for (int i = 0; i < columns.size(); i++) {
            code(i);
        }
    }

    int sampledRows() {
        return Math.max(realRows.length, syntheticRows.length);
    }

    /// Different rows in random order, at most `limit`.
    private static int[] sample(int size, int limit, RandomGenerator random) {
        int[] rows = new int[size];
        Arrays.setAll(rows, i -> i);
        int kept = Math.min(size, limit);
        for (int i = 0; i < kept && kept < size; i++) {
            int other = i + random.nextInt(size - i);
            int row = rows[i];
            rows[i] = rows[other];
            rows[other] = row;
        }
        return Arrays.copyOf(rows, kept);
    }

    private void code(int index) {
        CutColumn cut = columns.get(index);
        if (cut.column() instanceof AlignedColumn.Numbers numbers) {
            double[] pooled = new double[realRows.length + syntheticRows.length];
            for (int i = 0; i < realRows.length; i++) {
                pooled[i] = numbers.values()[0][realRows[i]];
            }
            for (int i = 0; i < syntheticRows.length; i++) {
                pooled[realRows.length + i] = numbers.values()[1][syntheticRows[i]];
            }
            int[] ranks = Association.denseRanks(pooled);
            realCodes[index] = Arrays.copyOf(ranks, realRows.length);
            syntheticCodes[index] = Arrays.copyOfRange(ranks, realRows.length, ranks.length);
        } else {
            realCodes[index] = gather(cut.real(), realRows);
            syntheticCodes[index] = gather(cut.synthetic(), syntheticRows);
        }
    }

    private static int[] gather(int[] values, int[] rows) {
        int[] gathered = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            gathered[i] = values[rows[i]];
        }
        return gathered;
    }

    /// The standard error; NaN under two replicates or without rows.
    double standardError(int replicates, long seed, Progress progress) {
        if (replicates < 2 || realRows.length == 0 || syntheticRows.length == 0) {
            return Double.NaN;
        }
        double[] qualities =
                Parallel.map(
                                replicates,
                                progress,
                                "Resampling rows",
                                i -> replicate(Streams.of(seed, i), progress))
                        .stream()
                        .mapToDouble(Double::doubleValue)
                        .filter(quality -> !Double.isNaN(quality))
                        .toArray();
        double mean = Arrays.stream(qualities).average().orElse(Double.NaN);
        double squares = Arrays.stream(qualities).map(q -> (q - mean) * (q - mean)).sum();
        return qualities.length < 2
                ? Double.NaN
                : Math.sqrt(squares / (qualities.length - 1)) * scale;
    }

    private double replicate(RandomGenerator random, Progress progress) {
        int[] real = draw(realRows.length, random);
        int[] synthetic = draw(syntheticRows.length, random);
        double[] shapes = new double[columns.size()];
        for (int i = 0; i < shapes.length; i++) {
            progress.check();
            int[] a = gather(realCodes[i], real);
            int[] b = gather(syntheticCodes[i], synthetic);
            shapes[i] = 1 - (columns.get(i).numeric() ? steps(a, b) : cells(a, b, i));
        }
        double[] trends = new double[pairs.size()];
        for (int i = 0; i < trends.length; i++) {
            progress.check();
            trends[i] = similarity(pairs.get(i), real, synthetic);
        }
        return new Quality(Quality.mean(Arrays.stream(shapes)), Quality.mean(Arrays.stream(trends)))
                .overall();
    }

    private static int[] draw(int size, RandomGenerator random) {
        int[] drawn = new int[size];
        for (int i = 0; i < size; i++) {
            drawn[i] = random.nextInt(size);
        }
        return drawn;
    }

    /// Kolmogorov–Smirnov statistic of pooled ranks, -1 where missing.
    private static double steps(int[] a, int[] b) {
        int levels = 1 + Math.max(greatest(a), greatest(b));
        int[] countsA = new int[levels];
        int[] countsB = new int[levels];
        int n = count(a, countsA);
        int m = count(b, countsB);
        if (n == 0 || m == 0) {
            return Double.NaN;
        }
        double largest = 0;
        long belowA = 0;
        long belowB = 0;
        for (int level = 0; level < levels; level++) {
            belowA += countsA[level];
            belowB += countsB[level];
            largest = Math.max(largest, Math.abs((double) belowA / n - (double) belowB / m));
        }
        return largest;
    }

    private static int greatest(int[] codes) {
        int greatest = -1;
        for (int code : codes) {
            greatest = Math.max(greatest, code);
        }
        return greatest;
    }

    private static int count(int[] codes, int[] counts) {
        int present = 0;
        for (int code : codes) {
            if (code >= 0) {
                counts[code]++;
                present++;
            }
        }
        return present;
    }

    private double cells(int[] a, int[] b, int index) {
        long[] countsA = ColumnShape.counts(a, columns.get(index).cells());
        long[] countsB = ColumnShape.counts(b, columns.get(index).cells());
        double sum = 0;
        for (int i = 0; i < countsA.length; i++) {
            sum += Math.abs((double) countsA[i] / a.length - (double) countsB[i] / b.length);
        }
        return sum / 2;
    }

    private double similarity(PairTrend pair, int[] real, int[] synthetic) {
        CutColumn a = columns.get(pair.first());
        CutColumn b = columns.get(pair.second());
        if (a.column() instanceof AlignedColumn.Numbers x
                && b.column() instanceof AlignedColumn.Numbers y) {
            double r = pearson(x.values()[0], y.values()[0], realRows, real);
            double s = pearson(x.values()[1], y.values()[1], syntheticRows, synthetic);
            return 1 - Math.abs(r - s) / 2;
        }
        CrossTable p = table(a.real(), b.real(), b.cells(), realRows, real);
        return 1
                - p.totalVariation(
                        table(a.synthetic(), b.synthetic(), b.cells(), syntheticRows, synthetic));
    }

    private static double pearson(double[] x, double[] y, int[] rows, int[] drawn) {
        double[] a = new double[drawn.length];
        double[] b = new double[drawn.length];
        for (int i = 0; i < drawn.length; i++) {
            a[i] = x[rows[drawn[i]]];
            b[i] = y[rows[drawn[i]]];
        }
        return Association.pearson(a, b);
    }

    private static CrossTable table(int[] a, int[] b, int width, int[] rows, int[] drawn) {
        int[] chosen = gather(rows, drawn);
        return CrossTable.of(gather(a, chosen), gather(b, chosen), width);
    }
}
