package org.counterpoise.engine.validate.attack;

import org.counterpoise.engine.stats.DoubleSort;
import org.counterpoise.engine.validate.attack.Query.Condition;

import java.util.Arrays;
import java.util.List;

/// A table with the order of its rows by each column, so that a query looks only at the rows that
/// meet its rarest condition.
final class OrderedTable {
    private final double[][] columns;

    /// Per column, the rows by value; missing ones last.
    private final int[][] orders;

    /// Per column, the values in that order.
    private final double[][] sorted;

    /// Per column, those that are not missing.
    private final double[][] present;

    /// @param columns by column and row
    OrderedTable(double[][] columns) {
        this.columns = columns;
        this.orders = new int[columns.length][];
        this.sorted = new double[columns.length][];
        this.present = new double[columns.length][];
        for (int c = 0; c < columns.length; c++) {
            orders[c] = DoubleSort.order(columns[c]);
            sorted[c] = new double[orders[c].length];
            for (int i = 0; i < sorted[c].length; i++) {
                // Adding 0 makes -0.0 and 0.0 one value, as comparing them does.
                sorted[c][i] = columns[c][orders[c][i]] + 0.0;
            }
            present[c] = Arrays.copyOf(sorted[c], place(sorted[c], Double.NaN, false));
        }
    }

    double[][] columns() {
        return columns;
    }

    int rows() {
        return columns.length == 0 ? 0 : columns[0].length;
    }

    /// The values of a column that are not missing, ascending.
    double[] present(int column) {
        return present[column];
    }

    /// How many rows a query picks.
    ///
    /// @param most counting stops beyond
    int count(Query query, int most) {
        List<Condition> conditions = query.conditions();
        Condition rarest = conditions.getFirst();
        int from = 0;
        int to = Integer.MAX_VALUE;
        for (Condition condition : conditions) {
            int first = first(condition);
            int end = end(condition);
            if (end - first < to - from) {
                from = first;
                to = end;
                rarest = condition;
            }
        }
        if (conditions.size() == 1) {
            return Math.max(0, to - from);
        }
        int[] order = orders[rarest.column()];
        int found = 0;
        for (int i = from; i < to && found <= most; i++) {
            found += holds(conditions, order[i]) ? 1 : 0;
        }
        return found;
    }

    private boolean holds(List<Condition> conditions, int row) {
        for (Condition condition : conditions) {
            if (!condition.holds(columns[condition.column()][row])) {
                return false;
            }
        }
        return true;
    }

    private int first(Condition condition) {
        double[] values = sorted[condition.column()];
        return switch (condition.test()) {
            case AT_MOST -> 0;
            case EQUAL, AT_LEAST -> place(values, condition.value() + 0.0, false);
            case MISSING -> place(values, Double.NaN, false);
        };
    }

    private int end(Condition condition) {
        double[] values = sorted[condition.column()];
        return switch (condition.test()) {
            case EQUAL, AT_MOST -> place(values, condition.value() + 0.0, true);
            case AT_LEAST -> place(values, Double.NaN, false);
            case MISSING -> values.length;
        };
    }

    /// How many values are less, or no more if `after`; a missing one is more than all others.
    private static int place(double[] sorted, double value, boolean after) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Double.compare(sorted[middle], value) < (after ? 1 : 0)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
