package org.counterpoise.engine.stats.plate;

/// The wells of one plate, row by row.
///
/// @param rows how many rows, 1 or more
/// @param columns how many columns, 1 or more
/// @param values `rows × columns` readouts, well (i, j) at `i * columns + j`; NaN where missing
/// @param control whether a well holds a control, in the same order
public record Wells(int rows, int columns, double[] values, boolean[] control) {

    public Wells {
        if (values.length != rows * columns || control.length != values.length) {
            throw new IllegalArgumentException(
                    values.length + " values for " + rows + " × " + columns + " wells");
        }
    }

    /// A plate without controls.
    public static Wells of(int rows, int columns, double[] values) {
        return new Wells(rows, columns, values, new boolean[values.length]);
    }

    public int size() {
        return values.length;
    }

    /// Whether a well holds a sample with a finite readout. A missing well counts as a control.
    public boolean sample(int well) {
        return !control[well] && Double.isFinite(values[well]);
    }

    public int samples() {
        int count = 0;
        for (int well = 0; well < values.length; well++) {
            count += sample(well) ? 1 : 0;
        }
        return count;
    }

    /// The readouts of the samples, in the order of the wells.
    public double[] sampleValues() {
        double[] kept = new double[samples()];
        int count = 0;
        for (int well = 0; well < values.length; well++) {
            if (sample(well)) {
                kept[count++] = values[well];
            }
        }
        return kept;
    }

    /// The same plate with other readouts.
    public Wells with(double[] newValues) {
        return new Wells(rows, columns, newValues, control);
    }
}
