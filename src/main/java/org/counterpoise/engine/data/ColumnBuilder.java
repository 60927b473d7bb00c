package org.counterpoise.engine.data;

import org.counterpoise.engine.UserProblem;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// Collects the cells of one column. Each chunk of the file writes its own rows, so that chunks can
/// be parsed at the same time.
sealed interface ColumnBuilder
        permits ColumnBuilder.Integers,
                ColumnBuilder.Reals,
                ColumnBuilder.Moments,
                ColumnBuilder.Words,
                CodeBuilder {

    /// Where the cells of one chunk go.
    CellSink sink(int chunk);

    /// @throws UserProblem if the values together do not fit the type
    Column finish();

    static ColumnBuilder of(
            ReadOptions.ColumnOptions options,
            CsvText text,
            MissingCodes missing,
            List<CsvIndex.Chunk> chunks,
            int rows) {
        byte decimal = text.dialect().decimal();
        return switch (options.type()) {
            case INTEGER -> new Integers(new double[rows], decimal, missing);
            case REAL -> new Reals(new double[rows], decimal, missing);
            case DATE, DATE_TIME ->
                    new Moments(new double[rows], options.type() == ColumnType.DATE, missing);
            case BOOLEAN, CATEGORY -> new CodeBuilder(options, text, missing, chunks, rows);
            case TEXT -> new Words(new @Nullable String[rows], text, missing);
        };
    }

    /// Whole numbers.
    record Integers(double[] values, byte decimal, MissingCodes missing) implements ColumnBuilder {
        @Override
        public CellSink sink(int chunk) {
            return (bytes, from, to, row, line) -> {
                double value = NumberText.parse(bytes, from, to, decimal);
                if (!(value == Math.rint(value) && Math.abs(value) <= NumberText.EXACT)) {
                    if (!missing.matches(bytes, from, to) && !missing.matches(value)) {
                        return false;
                    }
                    value = Double.NaN;
                } else if (missing.matches(value)) {
                    value = Double.NaN;
                }
                values[row] = value;
                return true;
            };
        }

        @Override
        public Column finish() {
            return new Column.Numbers(values);
        }
    }

    /// Numbers.
    record Reals(double[] values, byte decimal, MissingCodes missing) implements ColumnBuilder {
        @Override
        public CellSink sink(int chunk) {
            return (bytes, from, to, row, line) -> {
                double value = NumberText.parse(bytes, from, to, decimal);
                if (Double.isNaN(value)) {
                    if (!missing.matches(bytes, from, to)) {
                        return false;
                    }
                } else if (missing.matches(value)) {
                    value = Double.NaN;
                }
                values[row] = value;
                return true;
            };
        }

        @Override
        public Column finish() {
            return new Column.Numbers(values);
        }
    }

    /// Dates, or dates with times.
    record Moments(double[] values, boolean date, MissingCodes missing) implements ColumnBuilder {
        @Override
        public CellSink sink(int chunk) {
            return (bytes, from, to, row, line) -> {
                double value =
                        date
                                ? MomentText.date(bytes, from, to)
                                : MomentText.dateTime(bytes, from, to);
                values[row] = value;
                return !Double.isNaN(value) || missing.matches(bytes, from, to);
            };
        }

        @Override
        public Column finish() {
            return new Column.Numbers(values);
        }
    }

    /// Free text.
    record Words(@Nullable String[] values, CsvText text, MissingCodes missing)
            implements ColumnBuilder {
        @Override
        public CellSink sink(int chunk) {
            return (bytes, from, to, row, line) -> {
                if (!missing.matches(bytes, from, to)) {
                    values[row] = text.decode(bytes, from, to);
                }
                return true;
            };
        }

        @Override
        public Column finish() {
            return new Column.Texts(values);
        }
    }
}
