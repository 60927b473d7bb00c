package org.counterpoise.engine.learn;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;

import java.util.List;

/// Predictors cut into at most 64 bins each, one byte per cell, so that trees grow fast and many
/// models of the same rows share the work of cutting.
///
/// Bins are learnt from all rows without any outcome: numbers at quantiles, categories by their 62
/// most frequent levels, missing values in a bin of their own.
public final class BinnedTable {
    private final List<BinCoding> codings;
    private final int rows;
    private final byte[] bins;

    private BinnedTable(List<BinCoding> codings, int rows, byte[] bins) {
        this.codings = codings;
        this.rows = rows;
        this.bins = bins;
    }

    /// Cuts columns of numbers and categories. A column of free text has a single bin.
    ///
    /// @throws org.counterpoise.engine.CancelledException if the user stopped it
    public static BinnedTable of(Dataset data, List<String> columns, Progress progress) {
        List<BinCoding> codings =
                Parallel.map(
                        columns.size(),
                        progress,
                        "Cutting columns",
                        i -> BinCoding.of(data, columns.get(i)));
        return coded(List.copyOf(codings), data, progress);
    }

    private static BinnedTable coded(List<BinCoding> codings, Dataset data, Progress progress) {
        int width = codings.size();
        byte[] bins = new byte[Math.multiplyExact(data.rows(), width)];
        Parallel.map(
                width,
                progress,
                "Cutting columns",
                column -> {
                    byte[] own = codings.get(column).bins(data);
                    for (int row = 0; row < own.length; row++) {
                        bins[row * width + column] = own[row];
                    }
                    return column;
                });
        return new BinnedTable(codings, data.rows(), bins);
    }

    /// Other rows, cut at the same places; levels not seen before count as "other".
    public BinnedTable recode(Dataset data) {
        return coded(codings, data, Progress.NONE);
    }

    /// The rows at these positions, in this order.
    public BinnedTable select(int[] positions) {
        int width = codings.size();
        byte[] selected = new byte[positions.length * width];
        for (int i = 0; i < positions.length; i++) {
            System.arraycopy(bins, positions[i] * width, selected, i * width, width);
        }
        return new BinnedTable(codings, positions.length, selected);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return codings.size();
    }

    public String name(int column) {
        return codings.get(column).name();
    }

    boolean nominal(int column) {
        return codings.get(column).nominal();
    }

    /// Whether two rows have their cells of a column in the same bin.
    public boolean same(int row, int other, int column) {
        return bin(row, column) == bin(other, column);
    }

    /// All bins, row by row.
    byte[] bins() {
        return bins;
    }

    int bin(int row, int column) {
        return bins[row * codings.size() + column];
    }
}
