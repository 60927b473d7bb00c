package org.counterpoise.workbench.data;

import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.finding.NumberText;

import java.util.BitSet;
import java.util.Locale;
import java.util.function.IntPredicate;

/// Which rows of a table are shown, by one of its columns or by name.
sealed interface RowFilter {

    /// The column it looks at; empty if it looks at none.
    String column();

    /// For the chip above the table, e.g. "age 60 to 70".
    String shown();

    /// Whether a row is kept.
    IntPredicate over(Dataset data);

    /// Numbers in a closed range; missing ones are left out.
    record Range(String column, double from, double to) implements RowFilter {
        @Override
        public String shown() {
            if (from == Double.NEGATIVE_INFINITY) {
                return column + " up to " + NumberText.short3(to);
            }
            return to == Double.POSITIVE_INFINITY
                    ? column + " from " + NumberText.short3(from)
                    : column + " " + NumberText.short3(from) + " to " + NumberText.short3(to);
        }

        @Override
        public IntPredicate over(Dataset data) {
            double[] values = data.numbers(column);
            return row -> values[row] >= from && values[row] <= to;
        }
    }

    /// Cells that contain some words, whatever their case.
    record Contains(String column, String words) implements RowFilter {
        @Override
        public String shown() {
            return column + " contains \"" + words + "\"";
        }

        @Override
        public IntPredicate over(Dataset data) {
            String wanted = words.toLowerCase(Locale.ROOT);
            int index = data.schema().indexOf(column);
            if (data.column(index) instanceof Column.Codes codes) {
                boolean[] kept = new boolean[codes.levels().size()];
                for (int i = 0; i < kept.length; i++) {
                    kept[i] = codes.levels().get(i).toLowerCase(Locale.ROOT).contains(wanted);
                }
                return row -> codes.codes()[row] >= 0 && kept[codes.codes()[row]];
            }
            return row -> data.text(row, index).toLowerCase(Locale.ROOT).contains(wanted);
        }
    }

    /// Cells that are missing.
    record Missing(String column) implements RowFilter {
        @Override
        public String shown() {
            return column + " is missing";
        }

        @Override
        public IntPredicate over(Dataset data) {
            Column cells = data.column(column);
            return cells::missing;
        }
    }

    /// Rows picked in another view.
    record Rows(String words, BitSet rows) implements RowFilter {
        @Override
        public String column() {
            return "";
        }

        @Override
        public String shown() {
            return words;
        }

        @Override
        public IntPredicate over(Dataset data) {
            return rows::get;
        }
    }
}
