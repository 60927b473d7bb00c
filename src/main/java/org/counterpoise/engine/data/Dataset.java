package org.counterpoise.engine.data;

import org.counterpoise.engine.UserProblem;
import org.jspecify.annotations.Nullable;

import smile.data.DataFrame;
import smile.data.measure.NominalScale;
import smile.data.type.DataTypes;
import smile.data.type.StructField;
import smile.data.vector.DoubleVector;
import smile.data.vector.IntVector;
import smile.data.vector.StringVector;
import smile.data.vector.ValueVector;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A table: a name, a [Schema] and primitive columns of equal length. Immutable.
///
/// Arrays handed out are the dataset's own, so that nothing is copied; they must not be changed.
public final class Dataset {
    private final String name;
    private final Part part;
    private final Schema schema;
    private final List<Column> columns;
    private final int rows;
    private @Nullable String hash;

    /// @param columns as many as the schema has, all of the same length, numeric types as
    ///     [Column.Numbers], coded types as [Column.Codes], text as [Column.Texts]
    public Dataset(String name, Part part, Schema schema, List<? extends Column> columns) {
        if (columns.size() != schema.size()) {
            throw new IllegalArgumentException(
                    columns.size() + " columns for a schema of " + schema.size());
        }
        this.name = name;
        this.part = part;
        this.schema = schema;
        this.columns = List.copyOf(columns);
        this.rows = columns.isEmpty() ? 0 : columns.getFirst().size();
        for (int i = 0; i < columns.size(); i++) {
            check(schema.columns().get(i), columns.get(i));
        }
    }

    private void check(ColumnInfo info, Column column) {
        boolean fits =
                switch (column) {
                    case Column.Numbers n -> info.type().numeric();
                    case Column.Codes c -> info.type().coded();
                    case Column.Texts t -> info.type() == ColumnType.TEXT;
                };
        if (!fits || column.size() != rows) {
            throw new IllegalArgumentException(
                    "column " + info.name() + " does not fit its type or the number of rows");
        }
    }

    public String name() {
        return name;
    }

    public Part part() {
        return part;
    }

    public Schema schema() {
        return schema;
    }

    public int rows() {
        return rows;
    }

    /// The column at a position of the schema.
    public Column column(int index) {
        return columns.get(index);
    }

    /// @throws UserProblem if there is no such column
    public Column column(String columnName) {
        return columns.get(schema.position(columnName));
    }

    /// The values of a numeric or date column, NaN where missing.
    ///
    /// @throws UserProblem if the column is not there or is not numeric
    public double[] numbers(String columnName) {
        if (column(columnName) instanceof Column.Numbers numbers) {
            return numbers.values();
        }
        throw new UserProblem(
                "Column \"" + columnName + "\" does not hold numbers.",
                name,
                "Choose a numeric column, or change its type when importing.");
    }

    /// The column as levels: categories as they are, anything else by its distinct values.
    ///
    /// For numbers the levels ascend; see [Grouping] for cutting numbers into bands.
    public Column.Codes codes(String columnName) {
        return Grouping.factor(this, columnName);
    }

    /// One cell as text that reads back to the same value; empty if missing.
    public String text(int row, int index) {
        return switch (columns.get(index)) {
            case Column.Numbers numbers ->
                    CellText.of(numbers.values()[row], schema.columns().get(index).type());
            case Column.Codes codes ->
                    codes.codes()[row] < 0 ? "" : codes.levels().get(codes.codes()[row]);
            case Column.Texts texts -> {
                String value = texts.values()[row];
                yield value == null ? "" : value;
            }
        };
    }

    /// SHA-256 over the schema and all values, in hexadecimal. The name and part do not count.
    public synchronized String hash() {
        if (hash == null) {
            hash = ContentHash.of(schema, columns);
        }
        return hash;
    }

    /// The same table as a Smile data frame that shares the arrays. Missing codes are -1 there.
    public DataFrame frame() {
        ValueVector[] vectors = new ValueVector[columns.size()];
        for (int i = 0; i < vectors.length; i++) {
            String column = schema.columns().get(i).name();
            vectors[i] =
                    switch (columns.get(i)) {
                        case Column.Numbers numbers -> new DoubleVector(column, numbers.values());
                        case Column.Codes codes ->
                                new IntVector(
                                        new StructField(
                                                column,
                                                DataTypes.IntType,
                                                new NominalScale(codes.levels())),
                                        codes.codes());
                        case Column.Texts texts -> new StringVector(column, texts.values());
                    };
        }
        return new DataFrame(vectors);
    }

    public Dataset withName(String newName) {
        return new Dataset(newName, part, schema, columns);
    }

    public Dataset withPart(Part newPart) {
        return new Dataset(name, newPart, schema, columns);
    }

    /// The same values under another schema with the same names and types.
    public Dataset withSchema(Schema newSchema) {
        return new Dataset(name, part, newSchema, columns);
    }

    /// The rows at these positions, in this order.
    public Dataset select(int[] positions) {
        return new Dataset(
                name, part, schema, columns.stream().map(c -> c.select(positions)).toList());
    }

    /// The columns with these names, in this order.
    public Dataset project(List<String> names) {
        return new Dataset(
                name,
                part,
                new Schema(names.stream().map(schema::column).toList()),
                names.stream().map(this::column).toList());
    }

    /// The dataset with a column added at the end.
    public Dataset with(ColumnInfo info, Column column) {
        List<ColumnInfo> infos = new ArrayList<>(schema.columns());
        List<Column> all = new ArrayList<>(columns);
        infos.add(info);
        all.add(column);
        return new Dataset(name, part, new Schema(infos), all);
    }

    /// The row numbers in which a column is not missing.
    public int[] present(String columnName) {
        Column column = column(columnName);
        return IntStream.range(0, rows).filter(row -> !column.missing(row)).toArray();
    }

    /// Guards every fit: the locked holdout may judge, never teach.
    ///
    /// @param what what was about to be fitted, for the message
    /// @return this dataset
    /// @throws UserProblem if this is the holdout
    public Dataset forFitting(String what) {
        if (part == Part.HOLDOUT) {
            throw new UserProblem(
                    what + " would be fitted on the locked holdout.",
                    name,
                    "Use the training part; the holdout is only for judging.");
        }
        return this;
    }

    @Override
    public String toString() {
        return name + " (" + part + ", " + rows + " × " + schema.size() + ")";
    }
}
