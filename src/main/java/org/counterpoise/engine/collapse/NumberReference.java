package org.counterpoise.engine.collapse;

import org.counterpoise.engine.stats.Distances;

/// A column of numbers as it is in the real rows.
///
/// @param low 1st percentile
/// @param high 99th percentile
/// @param beyond share of values outside of them
/// @param variance divided by n
record NumberReference(String column, double low, double high, double beyond, double variance) {
    private static final double TAIL = 0.01;

    /// @return of a column without two values NaN all through
    static NumberReference of(String column, double[] values) {
        double[] sorted = Distances.sortedPresent(values);
        if (sorted.length == 0 || sorted[0] == sorted[sorted.length - 1]) {
            return new NumberReference(column, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double low = sorted[(int) (TAIL * (sorted.length - 1))];
        double high = sorted[(int) Math.ceil((1 - TAIL) * (sorted.length - 1))];
        return new NumberReference(column, low, high, beyond(sorted, low, high), variance(sorted));
    }

    boolean varies() {
        return variance > 0;
    }

    /// Share of the values that are present and lie outside; NaN if none is present.
    double beyond(double[] values) {
        return beyond(values, low, high);
    }

    private static double beyond(double[] values, double low, double high) {
        int present = 0;
        int outside = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                present++;
                outside += value < low || value > high ? 1 : 0;
            }
        }
        return present == 0 ? Double.NaN : (double) outside / present;
    }

    /// Sum of squared deviations over n; NaN if no value is present.
    static double variance(double[] values) {
        int present = 0;
        double mean = 0;
        double squares = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                present++;
                double from = value - mean;
                mean += from / present;
                squares += from * (value - mean);
            }
        }
        return present == 0 ? Double.NaN : squares / present;
    }
}
