package org.counterpoise.engine.data;

import java.util.Optional;

/// What is known of one column besides its values.
///
/// @param unit e.g. "mg/dL", empty if none
/// @param label a name for people, empty to use `name`
/// @param positive for an outcome or prediction: the level that counts as positive, as text
/// @param binning how a continuous column is cut when it defines groups
public record ColumnInfo(
        String name,
        ColumnType type,
        Role role,
        MeasurementLevel level,
        String unit,
        String label,
        Optional<String> positive,
        Optional<Binning> binning) {

    /// A feature with the usual level of measurement of its type.
    public static ColumnInfo of(String name, ColumnType type) {
        MeasurementLevel level =
                switch (type) {
                    case INTEGER, REAL -> MeasurementLevel.RATIO;
                    case DATE, DATE_TIME -> MeasurementLevel.INTERVAL;
                    case BOOLEAN, CATEGORY, TEXT -> MeasurementLevel.NOMINAL;
                };
        return new ColumnInfo(
                name, type, Role.FEATURE, level, "", "", Optional.empty(), Optional.empty());
    }

    /// The name people see.
    public String title() {
        return label.isEmpty() ? name : label;
    }

    public ColumnInfo withRole(Role newRole) {
        return new ColumnInfo(name, type, newRole, level, unit, label, positive, binning);
    }

    public ColumnInfo withLevel(MeasurementLevel newLevel) {
        return new ColumnInfo(name, type, role, newLevel, unit, label, positive, binning);
    }

    public ColumnInfo withUnit(String newUnit) {
        return new ColumnInfo(name, type, role, level, newUnit, label, positive, binning);
    }

    public ColumnInfo withLabel(String newLabel) {
        return new ColumnInfo(name, type, role, level, unit, newLabel, positive, binning);
    }

    public ColumnInfo withPositive(Optional<String> newPositive) {
        return new ColumnInfo(name, type, role, level, unit, label, newPositive, binning);
    }

    public ColumnInfo withBinning(Optional<Binning> newBinning) {
        return new ColumnInfo(name, type, role, level, unit, label, positive, newBinning);
    }
}
