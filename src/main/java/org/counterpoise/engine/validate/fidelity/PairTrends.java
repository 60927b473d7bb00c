package org.counterpoise.engine.validate.fidelity;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.stats.Association;
import org.counterpoise.engine.stats.CrossTable;
import org.counterpoise.engine.validate.AlignedColumn;
import org.counterpoise.engine.validate.fidelity.FidelitySettings.Compatible;

import java.util.ArrayList;
import java.util.List;

/// Computes the association of every pair of columns in both tables.
final class PairTrends {
    /// Spearman's correlation, which only the evidence shows, takes at most this many rows.
    static final int RANKED_ROWS = 100_000;

    private final List<CutColumn> columns;
    private final FidelitySettings settings;
    private final int[][] realRanks;
    private final int[][] syntheticRanks;

    /// @param columns cut in the way the quality score wants them
    PairTrends(List<CutColumn> columns, FidelitySettings settings, Progress progress) {
        this.columns = columns;
        this.settings = settings;
        this.realRanks = ranks(0, progress.part(0, 0.1));
        this.syntheticRanks = ranks(1, progress.part(0.1, 0.2));
    }

    private int[][] ranks(int table, Progress progress) {
        return Parallel.map(
                        columns.size(),
                        progress,
                        "Ranking values",
                        i ->
                                columns.get(i).column() instanceof AlignedColumn.Numbers numbers
                                        ? Association.denseRanks(thinned(numbers.values()[table]))
                                        : new int[0])
                .toArray(int[][]::new);
    }

    /// Evenly spaced values, the same rows in every column.
    private static double[] thinned(double[] values) {
        if (values.length <= RANKED_ROWS) {
            return values;
        }
        double[] thin = new double[RANKED_ROWS];
        for (int i = 0; i < thin.length; i++) {
            thin[i] = values[(int) ((long) i * values.length / thin.length)];
        }
        return thin;
    }

    private static int[] thinned(int[] cells) {
        if (cells.length <= RANKED_ROWS) {
            return cells;
        }
        int[] thin = new int[RANKED_ROWS];
        for (int i = 0; i < thin.length; i++) {
            thin[i] = cells[(int) ((long) i * cells.length / thin.length)];
        }
        return thin;
    }

    /// All pairs, by first and then second column.
    List<PairTrend> all(Progress progress) {
        int n = columns.size();
        int pairs = n * (n - 1) / 2;
        int[][] positions = new int[pairs][];
        int next = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                positions[next++] = new int[] {i, j};
            }
        }
        int chunk = Math.max(1, pairs / 256);
        return Parallel.map(
                        (pairs + chunk - 1) / chunk,
                        progress,
                        "Comparing pairs of columns",
                        index -> some(positions, index * chunk, chunk, progress))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<PairTrend> some(int[][] positions, int from, int count, Progress progress) {
        List<PairTrend> trends = new ArrayList<>(count);
        for (int k = from; k < Math.min(positions.length, from + count); k++) {
            progress.check();
            trends.add(trend(positions[k][0], positions[k][1]));
        }
        return trends;
    }

    private PairTrend trend(int i, int j) {
        AlignedColumn a = columns.get(i).column();
        AlignedColumn b = columns.get(j).column();
        if (a instanceof AlignedColumn.Numbers x && b instanceof AlignedColumn.Numbers y) {
            return numeric(i, j, x, y);
        } else if (a instanceof AlignedColumn.Numbers x && b instanceof AlignedColumn.Codes g) {
            return contingency(i, j, PairTrend.Kind.MIXED, eta(g, x, 0), eta(g, x, 1));
        } else if (a instanceof AlignedColumn.Codes g && b instanceof AlignedColumn.Numbers x) {
            return contingency(i, j, PairTrend.Kind.MIXED, eta(g, x, 0), eta(g, x, 1));
        }
        return contingency(i, j, PairTrend.Kind.CODED, Double.NaN, Double.NaN);
    }

    private static double eta(AlignedColumn.Codes groups, AlignedColumn.Numbers x, int table) {
        return Association.correlationRatio(groups.codes()[table], x.values()[table]);
    }

    private PairTrend numeric(int i, int j, AlignedColumn.Numbers x, AlignedColumn.Numbers y) {
        double real = Association.pearson(x.values()[0], y.values()[0]);
        double synthetic = Association.pearson(x.values()[1], y.values()[1]);
        return new PairTrend(
                i,
                j,
                PairTrend.Kind.NUMERIC,
                real,
                synthetic,
                Association.spearman(realRanks[i], realRanks[j]),
                Association.spearman(syntheticRanks[i], syntheticRanks[j]),
                information(thinned(columns.get(i).real()), columns.get(j), true),
                information(thinned(columns.get(i).synthetic()), columns.get(j), false),
                1 - Math.abs(real - synthetic) / 2,
                Math.abs(real),
                counts(Math.abs(real), Math.abs(synthetic), settings.correlationThreshold()));
    }

    private double information(int[] cells, CutColumn other, boolean real) {
        int[] others = thinned(real ? other.real() : other.synthetic());
        return settings.compatible() == Compatible.NONE
                ? information(CrossTable.of(cells, others, other.cells()))
                : Double.NaN;
    }

    private double information(CrossTable table) {
        return settings.compatible() == Compatible.NONE ? table.mutualInformation() : Double.NaN;
    }

    private PairTrend contingency(int i, int j, PairTrend.Kind kind, double real, double synth) {
        CutColumn a = columns.get(i);
        CutColumn b = columns.get(j);
        CrossTable realTable = CrossTable.of(a.real(), b.real(), b.cells());
        CrossTable syntheticTable = CrossTable.of(a.synthetic(), b.synthetic(), b.cells());
        double strengthReal = realTable.cramersV();
        double strengthSynthetic = syntheticTable.cramersV();
        boolean coded = kind == PairTrend.Kind.CODED;
        return new PairTrend(
                i,
                j,
                kind,
                coded ? strengthReal : real,
                coded ? strengthSynthetic : synth,
                Double.NaN,
                Double.NaN,
                information(realTable),
                information(syntheticTable),
                1 - realTable.totalVariation(syntheticTable),
                strengthReal,
                counts(strengthReal, strengthSynthetic, settings.associationThreshold()));
    }

    /// SDMetrics looks at the real table alone, so an association that only the synthetic table
    /// has costs nothing; ours counts it.
    private boolean counts(double real, double synthetic, double threshold) {
        return real > threshold
                || (settings.compatible() == Compatible.NONE && synthetic > threshold);
    }
}
