package org.counterpoise.engine.validate.attack;

import org.counterpoise.engine.validate.AlignedColumn;

import java.util.ArrayList;
import java.util.List;

/// The tables of an attack on common columns: the training rows, the synthetic rows and, if there
/// is a holdout, the control rows.
///
/// Values of a column are numbers in all tables: those of a numeric column, and the codes of a
/// category, 0 to the number of levels less one; NaN where missing.
///
/// @param names by column
/// @param numeric by column
/// @param values by table, column and row
record AttackTables(List<String> names, boolean[] numeric, double[][][] values) {
    static final int TRAINING = 0;
    static final int SYNTHETIC = 1;
    static final int CONTROL = 2;

    /// @param rows by table, the rows that take part
    static AttackTables of(List<AlignedColumn> columns, List<int[]> rows) {
        double[][][] values = new double[rows.size()][columns.size()][];
        boolean[] numeric = new boolean[columns.size()];
        List<String> names = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            AlignedColumn column = columns.get(c);
            names.add(column.name());
            numeric[c] = column instanceof AlignedColumn.Numbers;
            for (int t = 0; t < rows.size(); t++) {
                values[t][c] = new double[rows.get(t).length];
                for (int i = 0; i < values[t][c].length; i++) {
                    int row = rows.get(t)[i];
                    values[t][c][i] =
                            switch (column) {
                                case AlignedColumn.Numbers numbers -> numbers.values()[t][row];
                                case AlignedColumn.Codes codes ->
                                        codes.codes()[t][row] < 0
                                                ? Double.NaN
                                                : codes.codes()[t][row];
                            };
                }
            }
        }
        return new AttackTables(List.copyOf(names), numeric, values);
    }

    int columns() {
        return names.size();
    }

    int rows(int table) {
        return columns() == 0 ? 0 : values[table][0].length;
    }

    boolean controlled() {
        return values.length > CONTROL && rows(CONTROL) > 0;
    }
}
