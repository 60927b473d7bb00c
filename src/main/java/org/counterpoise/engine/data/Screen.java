package org.counterpoise.engine.data;

import org.counterpoise.engine.UserProblem;

import java.util.List;
import java.util.Optional;

/// A table of wells as the plates they stand on.
///
/// @param readout the column that was measured
/// @param rows of every plate: those of the smallest usual format that holds all wells
/// @param columns of every plate, likewise
/// @param plates in the order in which the table names them
/// @param notes what was left out or is odd, in plain sentences
public record Screen(
        ColumnInfo readout, int rows, int columns, List<Plate> plates, List<String> notes) {

    public Screen {
        plates = List.copyOf(plates);
        notes = List.copyOf(notes);
    }

    /// One plate, its wells row by row.
    ///
    /// @param name as it stands in the plate column
    /// @param rowOf the table's row of each well, -1 for a well that the table does not have
    /// @param values the readouts, NaN where missing
    /// @param kinds what each well holds
    public record Plate(String name, int[] rowOf, double[] values, ControlLevels.Kind[] kinds) {

        /// Whether each well holds something else than a sample.
        public boolean[] controls() {
            boolean[] controls = new boolean[kinds.length];
            for (int well = 0; well < controls.length; well++) {
                controls[well] = kinds[well] != ControlLevels.Kind.SAMPLE;
            }
            return controls;
        }

        /// The finite readouts of the wells of one kind.
        public double[] values(ControlLevels.Kind kind) {
            double[] found = new double[values.length];
            int n = 0;
            for (int well = 0; well < values.length; well++) {
                if (kinds[well] == kind && Double.isFinite(values[well])) {
                    found[n++] = values[well];
                }
            }
            return java.util.Arrays.copyOf(found, n);
        }
    }

    /// What has to be marked before a table can be read as plates; empty if nothing is missing.
    public static Optional<String> missing(Schema schema) {
        if (schema.withRole(Role.READOUT).isEmpty()) {
            return Optional.of("Mark what was measured in each well as readout.");
        }
        boolean wells = !schema.withRole(Role.WELL).isEmpty();
        boolean places =
                !schema.withRole(Role.PLATE_ROW).isEmpty()
                        && !schema.withRole(Role.PLATE_COLUMN).isEmpty();
        return wells || places
                ? Optional.empty()
                : Optional.of(
                        "Mark the wells' names (such as B07) as well, or their plate rows and"
                                + " plate columns.");
    }

    /// @throws UserProblem if roles are missing, a well has no place, stands beyond the largest
    ///     plate or occurs twice, or the readout does not hold numbers
    public static Screen of(Dataset data, ControlLevels levels) {
        return new ScreenReader(data, levels).read();
    }

    /// The name of a well by its place in the arrays of a plate, e.g. "B07".
    public String wellName(int well) {
        return new WellPlace(well / columns, well % columns).name();
    }
}
