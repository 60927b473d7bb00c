package org.counterpoise.engine.validate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Rows of mixed columns as points whose distance is the mean over columns of min(|Δ|, 1).
///
/// Numbers are divided by their range in the real data; levels lie two apart, so that a mismatch
/// counts 1; missing lies far from everything but itself, so that both missing counts 0 and one
/// missing counts 1. This is the distance to the closest record of SDMetrics (`dcr_utils`).
///
/// @param size number of points
/// @param dimensions number of columns
/// @param coordinates row by row, the same order of columns in all sets that were made together
public record Points(int size, int dimensions, double[] coordinates) {
    private static final double MISSING = 1e18;
    private static final double INFINITE = 1e15;

    /// Encodes chosen rows of each table.
    ///
    /// @param rows per table, the rows to encode
    /// @param real the tables whose ranges scale the numbers
    /// @return one set of points per table
    public static List<Points> of(AlignedTables tables, List<int[]> rows, int... real) {
        int dimensions = tables.columns().size();
        List<Points> points = new ArrayList<>();
        for (int[] chosen : rows) {
            points.add(
                    new Points(chosen.length, dimensions, new double[chosen.length * dimensions]));
        }
        List<AlignedColumn> columns =
                tables.columns().stream()
                        .sorted(Comparator.comparingDouble(column -> -spread(column, rows, real)))
                        .toList();
        for (int column = 0; column < dimensions; column++) {
            encode(columns.get(column), column, rows, points, real);
        }
        return points;
    }

    /// Consecutive points, from `from` to one before `to`.
    public Points part(int from, int to) {
        return new Points(
                to - from,
                dimensions,
                Arrays.copyOfRange(coordinates, from * dimensions, to * dimensions));
    }

    /// The points of two sets that were made together, one after the other.
    public static Points together(Points first, Points second) {
        double[] all =
                Arrays.copyOf(
                        first.coordinates, first.coordinates.length + second.coordinates.length);
        System.arraycopy(
                second.coordinates, 0, all, first.coordinates.length, second.coordinates.length);
        return new Points(first.size + second.size, first.dimensions, all);
    }

    /// How far two rows of the first table lie apart in a column on average. The most telling
    /// columns come first, so that a pair of rows can be given up early.
    private static double spread(AlignedColumn column, List<int[]> rows, int[] real) {
        int[] chosen = rows.getFirst();
        Points alone = new Points(chosen.length, 1, new double[chosen.length]);
        encode(column, 0, List.of(chosen), List.of(alone), real);
        double[] values = alone.coordinates();
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            int other = (int) ((i + values.length / 2L + 1) % values.length);
            sum += Math.min(Math.abs(values[i] - values[other]), 1);
        }
        return sum;
    }

    private static void encode(
            AlignedColumn column, int position, List<int[]> rows, List<Points> points, int[] real) {
        Scale scale =
                column instanceof AlignedColumn.Numbers numbers
                        ? Scale.of(numbers, real)
                        : new Scale(0, 1);
        for (int t = 0; t < points.size(); t++) {
            double[] coordinates = points.get(t).coordinates();
            int dimensions = points.get(t).dimensions();
            int[] chosen = rows.get(t);
            for (int i = 0; i < chosen.length; i++) {
                coordinates[i * dimensions + position] =
                        switch (column) {
                            case AlignedColumn.Numbers numbers ->
                                    scale.apply(numbers.values()[t][chosen[i]]);
                            case AlignedColumn.Codes codes -> {
                                int code = codes.codes()[t][chosen[i]];
                                yield code < 0 ? MISSING : 2.0 * code;
                            }
                        };
            }
        }
    }

    /// @param range 0 if the real values do not vary; any other value then counts as a mismatch
    private record Scale(double least, double range) {

        static Scale of(AlignedColumn.Numbers column, int[] tables) {
            double least = Double.POSITIVE_INFINITY;
            double greatest = Double.NEGATIVE_INFINITY;
            for (int table : tables) {
                for (double value : column.values()[table]) {
                    if (Double.isFinite(value)) {
                        least = Math.min(least, value);
                        greatest = Math.max(greatest, value);
                    }
                }
            }
            return greatest >= least ? new Scale(least, greatest - least) : new Scale(0, 0);
        }

        double apply(double value) {
            if (Double.isNaN(value)) {
                return MISSING;
            } else if (range > 0 && Double.isFinite(range)) {
                return Math.clamp((value - least) / range, -INFINITE, INFINITE);
            }
            return value == least ? 0 : Math.signum(value - least) * 2;
        }
    }
}
