package org.counterpoise.engine.validate;

import org.counterpoise.engine.data.Binning;
import org.counterpoise.engine.stats.Quantiles;

import java.util.Arrays;
import java.util.stream.IntStream;

/// A column of several tables as codes that are equal where its values are.
///
/// @param name of the column
/// @param levels number of codes, of which the last is "missing"
/// @param codes per table and row, 0 to `levels` − 1
public record KeyColumn(String name, int levels, int[][] codes) {

    /// Values as they are, numbers in ascending order, or cut into the bands that the column was
    /// given in the data step.
    public static KeyColumn exact(AlignedColumn column) {
        return of(column, Integer.MAX_VALUE, IntStream.empty().toArray());
    }

    /// Numbers with more than `bands` distinct values are cut into that many bands of as many rows
    /// each, unless the column was given bands.
    ///
    /// @param bands at least 2
    /// @param tables those whose values the edges are taken from
    public static KeyColumn banded(AlignedColumn column, int bands, int... tables) {
        return of(column, bands, tables);
    }

    /// Whether a row has no value.
    public boolean missing(int table, int row) {
        return codes[table][row] == levels - 1;
    }

    private static KeyColumn of(AlignedColumn column, int bands, int[] tables) {
        return switch (column) {
            case AlignedColumn.Codes codes ->
                    new KeyColumn(
                            codes.name(),
                            codes.levels().size() + 1,
                            withMissing(codes.codes(), codes.levels().size()));
            case AlignedColumn.Numbers numbers -> {
                Binning given = numbers.info().binning().orElse(null);
                if (given != null) {
                    yield new KeyColumn(
                            numbers.name(),
                            given.bands() + 1,
                            withMissing(
                                    Arrays.stream(numbers.values())
                                            .map(given::bands)
                                            .toArray(int[][]::new),
                                    given.bands()));
                }
                double[] distinct = distinct(numbers.values());
                double[] uppers =
                        distinct.length <= bands ? distinct : quantiles(numbers, bands, tables);
                yield new KeyColumn(
                        numbers.name(),
                        uppers.length + 1,
                        Arrays.stream(numbers.values())
                                .map(values -> bands(values, uppers))
                                .toArray(int[][]::new));
            }
        };
    }

    private static int[][] withMissing(int[][] codes, int missing) {
        return Arrays.stream(codes)
                .map(table -> Arrays.stream(table).map(c -> c < 0 ? missing : c).toArray())
                .toArray(int[][]::new);
    }

    private static double[] distinct(double[][] tables) {
        return Arrays.stream(tables)
                .flatMapToDouble(Arrays::stream)
                .filter(value -> !Double.isNaN(value))
                .map(value -> value + 0.0)
                .sorted()
                .distinct()
                .toArray();
    }

    /// The greatest value of each band, ascending; the last takes whatever is beyond.
    private static double[] quantiles(AlignedColumn.Numbers column, int bands, int[] tables) {
        double[] sorted =
                Arrays.stream(tables)
                        .mapToObj(table -> column.values()[table])
                        .flatMapToDouble(Arrays::stream)
                        .filter(Double::isFinite)
                        .sorted()
                        .toArray();
        return IntStream.rangeClosed(1, bands)
                .mapToDouble(
                        i ->
                                i == bands || sorted.length == 0
                                        ? Double.POSITIVE_INFINITY
                                        : Quantiles.ofSorted(sorted, (double) i / bands))
                .distinct()
                .toArray();
    }

    private static int[] bands(double[] values, double[] uppers) {
        int[] bands = new int[values.length];
        for (int row = 0; row < bands.length; row++) {
            if (Double.isNaN(values[row])) {
                bands[row] = uppers.length;
                continue;
            }
            int at = Arrays.binarySearch(uppers, values[row] + 0.0);
            bands[row] = at >= 0 ? at : -at - 1;
        }
        return bands;
    }
}
