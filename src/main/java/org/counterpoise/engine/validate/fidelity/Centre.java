package org.counterpoise.engine.validate.fidelity;

import org.counterpoise.engine.validate.AlignedColumn;
import org.counterpoise.engine.validate.AlignedTables;

import java.util.Arrays;
import java.util.List;

/// The mean row of a table: means of numbers in standard deviations of the first table, shares of
/// levels. A missing value is a level; among numbers it lies at the mean.
///
/// @param columns per column the scale (NaN for levels), the mean, and the shares of levels or of
///     present and missing
record Centre(List<Column> columns) {

    private record Column(double mean, double scale, double[] shares) {}

    static Centre of(AlignedTables tables, int table) {
        return new Centre(tables.columns().stream().map(column -> column(column, table)).toList());
    }

    private static Column column(AlignedColumn column, int table) {
        return switch (column) {
            case AlignedColumn.Numbers numbers -> {
                double[] own = present(numbers.values()[table]);
                double[] real = present(numbers.values()[0]);
                double present = (double) own.length / numbers.values()[table].length;
                yield new Column(
                        Arrays.stream(own).average().orElse(0),
                        deviation(real),
                        new double[] {present, 1 - present});
            }
            case AlignedColumn.Codes codes -> {
                double[] shares = new double[codes.levels().size() + 1];
                int[] own = codes.codes()[table];
                for (int code : own) {
                    shares[code + 1] += 1.0 / own.length;
                }
                yield new Column(0, 1, shares);
            }
        };
    }

    private static double[] present(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).toArray();
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double variance =
                Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0);
        return variance > 0 ? Math.sqrt(variance) : 1;
    }

    /// The Euclidean distance of every row of a table.
    double[] distances(AlignedTables tables, int table) {
        double[] squares = new double[tables.rows()[table]];
        for (int c = 0; c < columns.size(); c++) {
            Column centre = columns.get(c);
            double sum = Arrays.stream(centre.shares).map(p -> p * p).sum();
            switch (tables.columns().get(c)) {
                case AlignedColumn.Numbers numbers -> {
                    double[] values = numbers.values()[table];
                    for (int row = 0; row < values.length; row++) {
                        boolean known = Double.isFinite(values[row]);
                        double z = known ? (values[row] - centre.mean) / centre.scale : 0;
                        squares[row] += z * z + 1 - 2 * centre.shares[known ? 0 : 1] + sum;
                    }
                }
                case AlignedColumn.Codes codes -> {
                    int[] own = codes.codes()[table];
                    for (int row = 0; row < own.length; row++) {
                        squares[row] += 1 - 2 * centre.shares[own[row] + 1] + sum;
                    }
                }
            }
        }
        return Arrays.stream(squares).map(s -> Math.sqrt(Math.max(0, s))).toArray();
    }
}
