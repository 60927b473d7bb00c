package org.counterpoise.engine.validate.utility;

import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;

import java.util.Arrays;
import java.util.Optional;

/// What kind of outcome a model is to predict, and so how it is judged.
enum OutcomeKind {
    /// Yes or no.
    CLASSES,
    /// A quantity.
    NUMBER,
    /// An event that ended the follow-up, or its absence a censored one.
    SURVIVAL;

    /// @param training has an outcome
    static OutcomeKind of(Dataset training) {
        ColumnInfo outcome = training.schema().outcome().orElseThrow();
        if (quantity(training, outcome)) {
            return NUMBER;
        }
        return followUp(training).isPresent() ? SURVIVAL : CLASSES;
    }

    /// The first column with the role of a time that holds durations, not dates.
    static Optional<String> followUp(Dataset training) {
        return training.schema().withRole(Role.TIME).stream()
                .filter(column -> number(column) && durations(training.numbers(column.name())))
                .map(ColumnInfo::name)
                .findFirst();
    }

    private static boolean durations(double[] times) {
        return Arrays.stream(times).anyMatch(time -> time > 0)
                && Arrays.stream(times).noneMatch(time -> time < 0);
    }

    /// Numbers of more than two values, none of which is marked as positive.
    private static boolean quantity(Dataset training, ColumnInfo outcome) {
        return number(outcome)
                && outcome.positive().isEmpty()
                && training.column(outcome.name()) instanceof Column.Numbers numbers
                && Arrays.stream(numbers.values())
                                .filter(Double::isFinite)
                                .distinct()
                                .limit(3)
                                .count()
                        > 2;
    }

    private static boolean number(ColumnInfo column) {
        return column.type() == ColumnType.INTEGER || column.type() == ColumnType.REAL;
    }
}
