package org.counterpoise.engine.synth;

import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.MeasurementLevel;

import java.util.Arrays;
import java.util.List;

/// A column as a synthesizer sees it: numbers that can be compared and averaged, or categories.
public sealed interface Feature {

    ColumnInfo info();

    /// Whether the column is missing in a row.
    boolean missing(int row);

    /// Drawn values, NaN where missing, as a column like the one learned from.
    Column column(double[] drawn);

    /// Numbers and dates.
    ///
    /// @param values NaN where missing
    /// @param whole whether only whole values make sense
    record Continuous(ColumnInfo info, double[] values, boolean whole) implements Feature {
        @Override
        public boolean missing(int row) {
            return Double.isNaN(values[row]);
        }

        @Override
        public Column column(double[] drawn) {
            return new Column.Numbers(drawn);
        }

        /// The population standard deviation over some rows, missing values left out; 0 for none.
        public double deviation(int[] rows) {
            double[] present =
                    Arrays.stream(rows)
                            .mapToDouble(row -> values[row])
                            .filter(value -> !Double.isNaN(value))
                            .toArray();
            double mean = Arrays.stream(present).average().orElse(0);
            double sum = 0;
            for (double value : present) {
                sum += (value - mean) * (value - mean);
            }
            return present.length == 0 ? 0 : Math.sqrt(sum / present.length);
        }
    }

    /// Levels, and numbers that are only names.
    ///
    /// @param codes -1 where missing
    /// @param levels of a coded column, else the texts of the numbers
    /// @param names the number of each code where the column holds numbers; else empty
    record Categorical(ColumnInfo info, int[] codes, List<String> levels, double[] names)
            implements Feature {
        @Override
        public boolean missing(int row) {
            return codes[row] < 0;
        }

        @Override
        public Column column(double[] drawn) {
            if (info.type().numeric()) {
                return new Column.Numbers(
                        Arrays.stream(drawn)
                                .map(code -> Double.isNaN(code) ? code : names[(int) code])
                                .toArray());
            }
            return new Column.Codes(
                    Arrays.stream(drawn)
                            .mapToInt(code -> Double.isNaN(code) ? -1 : (int) code)
                            .toArray(),
                    levels);
        }
    }

    /// @param index of a column that is not text
    static Feature of(Dataset data, int index) {
        ColumnInfo info = data.schema().columns().get(index);
        return switch (data.column(index)) {
            case Column.Codes codes ->
                    new Categorical(info, codes.codes(), codes.levels(), new double[0]);
            case Column.Numbers numbers when info.level() == MeasurementLevel.NOMINAL -> {
                Column.Codes codes = data.codes(info.name());
                double[] names = new double[codes.levels().size()];
                for (int row = 0; row < codes.size(); row++) {
                    if (!codes.missing(row)) {
                        names[codes.codes()[row]] = numbers.values()[row];
                    }
                }
                yield new Categorical(info, codes.codes(), codes.levels(), names);
            }
            case Column.Numbers numbers ->
                    new Continuous(info, numbers.values(), whole(info.type(), numbers.values()));
            case Column.Texts _ -> throw new IllegalArgumentException(info.name() + " is text");
        };
    }

    private static boolean whole(ColumnType type, double[] values) {
        return switch (type) {
            case INTEGER, DATE -> true;
            case DATE_TIME ->
                    Arrays.stream(values).allMatch(v -> Double.isNaN(v) || v == Math.rint(v));
            default -> false;
        };
    }
}
