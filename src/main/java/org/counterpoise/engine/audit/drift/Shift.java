package org.counterpoise.engine.audit.drift;

import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;

/// How one column differs between early and late rows.
sealed interface Shift permits NumberShift, LevelShift {

    ColumnInfo column();

    /// Early rows with a value.
    long reference();

    /// Late rows with a value.
    long recent();

    /// How large the difference is: for numbers the Wasserstein distance in standard deviations,
    /// for levels the total variation distance; NaN if a side has no values.
    double effect();

    /// Of no difference, NaN where it cannot be tested.
    double p();

    Cells cells();

    /// Whether the effect is large enough to matter.
    boolean matters(DriftSettings settings);

    /// The rows of a column early and late.
    static Shift of(
            ColumnInfo info, Column column, int[] reference, int[] recent, DriftSettings settings) {
        return switch (column) {
            case Column.Numbers numbers ->
                    NumberShift.of(
                            info,
                            NumberShift.sorted(numbers.values(), reference),
                            NumberShift.sorted(numbers.values(), recent),
                            settings);
            case Column.Codes codes -> LevelShift.of(info, codes, reference, recent, settings);
            case Column.Texts _ -> throw new IllegalArgumentException(info.name());
        };
    }
}
