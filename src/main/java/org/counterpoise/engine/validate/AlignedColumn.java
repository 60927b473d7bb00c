package org.counterpoise.engine.validate;

import org.counterpoise.engine.data.ColumnInfo;

import java.util.List;

/// One column as it stands in each of several tables.
public sealed interface AlignedColumn {

    /// The column as the first table describes it.
    ColumnInfo info();

    default String name() {
        return info().name();
    }

    boolean missing(int table, int row);

    /// Numbers and dates.
    ///
    /// @param values one array per table, NaN where missing
    record Numbers(ColumnInfo info, double[][] values) implements AlignedColumn {
        @Override
        public boolean missing(int table, int row) {
            return Double.isNaN(values[table][row]);
        }
    }

    /// Categories, on one list of levels.
    ///
    /// @param levels the levels of the first table, then those only others have
    /// @param codes one array per table, -1 where missing
    record Codes(ColumnInfo info, List<String> levels, int[][] codes) implements AlignedColumn {
        @Override
        public boolean missing(int table, int row) {
            return codes[table][row] < 0;
        }
    }
}
