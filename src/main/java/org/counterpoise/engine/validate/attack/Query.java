package org.counterpoise.engine.validate.attack;

import java.util.List;

/// A question that picks rows out of a table: all its conditions must hold.
record Query(List<Condition> conditions) {

    /// What is compared.
    enum Test {
        EQUAL,
        AT_MOST,
        AT_LEAST,
        MISSING
    }

    /// @param column its position
    /// @param value compared with; 0 for [Test#MISSING]
    record Condition(int column, Test test, double value) {
        boolean holds(double cell) {
            return switch (test) {
                case EQUAL -> cell == value;
                case AT_MOST -> cell <= value;
                case AT_LEAST -> cell >= value;
                case MISSING -> Double.isNaN(cell);
            };
        }
    }

    Query {
        conditions = List.copyOf(conditions);
    }
}
