package org.counterpoise.engine.validate.fidelity;

import org.counterpoise.engine.stats.Distances;
import org.counterpoise.engine.validate.AlignedColumn;

import java.util.Arrays;

/// A column of both tables with its values cut into numbered cells; missing has a cell of its own.
///
/// @param column the column, real table first
/// @param cells number of cells
/// @param real cell per row of the real table
/// @param synthetic cell per row of the synthetic table
record CutColumn(AlignedColumn column, int cells, int[] real, int[] synthetic) {
    private static final int REAL = 0;
    private static final int SYNTHETIC = 1;
    private static final int BINS = 10;

    boolean numeric() {
        return column instanceof AlignedColumn.Numbers;
    }

    String name() {
        return column.name();
    }

    /// Both tables cut on the same edges: the deciles of the real values, one cell below the least
    /// and one above the greatest of them.
    static CutColumn common(AlignedColumn column) {
        return switch (column) {
            case AlignedColumn.Codes codes -> levels(codes);
            case AlignedColumn.Numbers numbers -> {
                double[] edges = deciles(numbers.values()[REAL]);
                int cells = edges.length + 3;
                yield new CutColumn(
                        column,
                        cells,
                        commonCells(numbers.values()[REAL], edges, cells),
                        commonCells(numbers.values()[SYNTHETIC], edges, cells));
            }
        };
    }

    /// Each table cut at its own ten equal-width edges, as SDMetrics does, including that the
    /// greatest value shares the cell of the missing ones.
    static CutColumn own(AlignedColumn column) {
        return switch (column) {
            case AlignedColumn.Codes codes -> levels(codes);
            case AlignedColumn.Numbers numbers ->
                    new CutColumn(
                            column,
                            BINS + 2,
                            ownCells(numbers.values()[REAL]),
                            ownCells(numbers.values()[SYNTHETIC]));
        };
    }

    private static CutColumn levels(AlignedColumn.Codes codes) {
        int missing = codes.levels().size();
        return new CutColumn(
                codes,
                missing + 1,
                withMissing(codes.codes()[REAL], missing),
                withMissing(codes.codes()[SYNTHETIC], missing));
    }

    private static int[] withMissing(int[] codes, int missing) {
        int[] cells = codes.clone();
        for (int row = 0; row < cells.length; row++) {
            cells[row] = cells[row] < 0 ? missing : cells[row];
        }
        return cells;
    }

    /// The distinct values among minimum, deciles and maximum of the values that are present.
    private static double[] deciles(double[] values) {
        double[] sorted = Distances.sortedPresent(values);
        if (sorted.length == 0) {
            return new double[0];
        }
        double[] edges = new double[BINS + 1];
        for (int i = 0; i <= BINS; i++) {
            edges[i] = sorted[(int) ((sorted.length - 1L) * i / BINS)];
        }
        return Arrays.stream(edges).distinct().toArray();
    }

    /// 0 below the least edge, then one cell per edge, then above the greatest, then missing.
    private static int[] commonCells(double[] values, double[] edges, int cells) {
        int[] result = new int[values.length];
        for (int row = 0; row < result.length; row++) {
            double value = values[row];
            boolean above = edges.length == 0 || value > edges[edges.length - 1];
            result[row] =
                    Double.isNaN(value)
                            ? cells - 1
                            : above ? edges.length + 1 : edgesUpTo(value, edges);
        }
        return result;
    }

    private static int[] ownCells(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            least = value < least ? value : least;
            greatest = value > greatest ? value : greatest;
        }
        if (least > greatest) {
            least = 0;
            greatest = 1;
        } else if (least == greatest) {
            least -= 0.5;
            greatest += 0.5;
        }
        double[] edges = new double[BINS + 1];
        double width = (greatest - least) / BINS;
        for (int i = 0; i < BINS; i++) {
            edges[i] = i * width + least;
        }
        edges[BINS] = greatest;
        int[] cells = new int[values.length];
        for (int row = 0; row < cells.length; row++) {
            double value = values[row];
            // Where equal steps would put it, then where the edges do: they are rounded.
            int cell = (int) Math.clamp((value - least) / width + 1, 0, edges.length);
            while (cell < edges.length && value >= edges[cell]) {
                cell++;
            }
            while (cell > 0 && value < edges[cell - 1]) {
                cell--;
            }
            cells[row] = Double.isNaN(value) ? edges.length : cell;
        }
        return cells;
    }

    /// How many edges are at or below a value.
    private static int edgesUpTo(double value, double[] edges) {
        int count = 0;
        while (count < edges.length && value >= edges[count]) {
            count++;
        }
        return count;
    }
}
