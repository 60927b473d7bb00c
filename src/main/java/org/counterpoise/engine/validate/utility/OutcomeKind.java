package org.counterpoise.engine.validate.utility;

import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;

import java.util.Arrays;

/// What kind of outcome a model is to predict, and so how it is judged.
enum OutcomeKind {
    /// Yes or no.
    CLASSES,
    /// A quantity.
    NUMBER;

    /// @param training has an outcome
    static OutcomeKind of(Dataset training) {
        ColumnInfo outcome = training.schema().outcome().orElseThrow();
        return quantity(training, outcome) ? NUMBER : CLASSES;
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
