package org.counterpoise.engine.validate;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.data.Schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Several tables brought to the same columns in the same order, categories to the same levels.
///
/// The first table is the reference: its roles and types count. Identifiers and ignored columns are
/// left out, and so is free text.
///
/// @param columns the columns compared, in the order of the first table
/// @param rows number of rows per table
/// @param notes which columns were left out, and why
public record AlignedTables(List<AlignedColumn> columns, int[] rows, List<String> notes) {

    public AlignedTables {
        columns = List.copyOf(columns);
        notes = List.copyOf(notes);
    }

    /// Aligns tables to the first.
    ///
    /// @throws UserProblem if a table lacks a column, or holds words where the first holds numbers
    public static AlignedTables of(List<Dataset> tables) {
        Dataset reference = tables.getFirst();
        List<AlignedColumn> columns = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (ColumnInfo info : reference.schema().columns()) {
            if (!info.role().synthesised()) {
                continue;
            } else if (info.type() == ColumnType.TEXT) {
                notes.add("\"" + info.name() + "\" was left out: it is free text.");
            } else if (likelyIdentifier(reference, info)) {
                notes.add(
                        "\""
                                + info.name()
                                + "\" was left out: it looks like an identifier (a different value"
                                + " in every row). Give it the role quasi-identifier to"
                                + " compare it.");
            } else {
                tables.forEach(table -> require(table, info.name(), reference));
                columns.add(align(info, tables));
            }
        }
        noteColumnsOfNoInterest(tables, notes);
        return new AlignedTables(columns, tables.stream().mapToInt(Dataset::rows).toArray(), notes);
    }

    private static void require(Dataset table, String name, Dataset reference) {
        if (!table.schema().has(name)) {
            throw new UserProblem(
                    "\"" + table.name() + "\" has no column \"" + name + "\".",
                    table.name(),
                    "Add the column, or ignore it in \"" + reference.name() + "\".");
        }
    }

    private static void noteColumnsOfNoInterest(List<Dataset> tables, List<String> notes) {
        Schema known = tables.getFirst().schema();
        for (Dataset table : tables) {
            List<String> extra =
                    table.schema().columns().stream()
                            .filter(info -> info.role() != Role.IGNORED)
                            .map(ColumnInfo::name)
                            .filter(name -> !known.has(name))
                            .toList();
            if (!extra.isEmpty()) {
                notes.add(
                        "Only \""
                                + table.name()
                                + "\" has these columns, which were left out: "
                                + String.join(", ", extra)
                                + ".");
            }
        }
    }

    /// A whole number or word that differs in every row, under a name that says it identifies.
    private static boolean likelyIdentifier(Dataset data, ColumnInfo info) {
        boolean named =
                Arrays.asList(info.name().toLowerCase(Locale.ROOT).split("[^a-z]+")).stream()
                        .anyMatch(Set.of("id", "identifier", "uuid", "mrn")::contains);
        if (!named || info.role() != Role.FEATURE || data.rows() < 2) {
            return false;
        }
        return switch (data.column(info.name())) {
            case Column.Numbers numbers ->
                    info.type() == ColumnType.INTEGER
                            && Arrays.stream(numbers.values()).noneMatch(Double::isNaN)
                            && Arrays.stream(numbers.values()).distinct().count() == data.rows();
            case Column.Codes codes ->
                    Arrays.stream(codes.codes()).noneMatch(code -> code < 0)
                            && Arrays.stream(codes.codes()).distinct().count() == data.rows();
            case Column.Texts texts -> true;
        };
    }

    private static AlignedColumn align(ColumnInfo info, List<Dataset> tables) {
        if (info.type().numeric()) {
            double[][] values = new double[tables.size()][];
            for (int t = 0; t < values.length; t++) {
                values[t] = numbers(info, tables.get(t));
            }
            return new AlignedColumn.Numbers(info, values);
        }
        List<String> levels = new ArrayList<>();
        Map<String, Integer> positions = new HashMap<>();
        int[][] codes = new int[tables.size()][];
        for (int t = 0; t < codes.length; t++) {
            codes[t] = codes(info, tables.get(t), tables.getFirst(), levels, positions);
        }
        return new AlignedColumn.Codes(info, List.copyOf(levels), codes);
    }

    /// The column's numbers, also where a file of few rows made its numbers look like categories.
    private static double[] numbers(ColumnInfo info, Dataset table) {
        ColumnType type = table.schema().column(info.name()).type();
        Column column = table.column(info.name());
        if (column instanceof Column.Numbers numbers && sameAxis(info.type(), type)) {
            return numbers.values();
        } else if (allMissing(column)) {
            double[] missing = new double[column.size()];
            Arrays.fill(missing, Double.NaN);
            return missing;
        } else if (!(column instanceof Column.Numbers) && !isDate(info.type())) {
            Column.Codes codes = table.codes(info.name());
            double[] ofLevel = new double[codes.levels().size()];
            for (int i = 0; i < ofLevel.length; i++) {
                ofLevel[i] = parse(codes.levels().get(i), info, table);
            }
            return Arrays.stream(codes.codes())
                    .mapToDouble(code -> code < 0 ? Double.NaN : ofLevel[code])
                    .toArray();
        }
        throw mismatch(info, type, table);
    }

    private static double parse(String text, ColumnInfo info, Dataset table) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw mismatch(info, table.schema().column(info.name()).type(), table);
        }
    }

    private static boolean sameAxis(ColumnType a, ColumnType b) {
        return isDate(a) || isDate(b) ? a == b : true;
    }

    private static boolean isDate(ColumnType type) {
        return type == ColumnType.DATE || type == ColumnType.DATE_TIME;
    }

    private static boolean allMissing(Column column) {
        for (int row = 0; row < column.size(); row++) {
            if (!column.missing(row)) {
                return false;
            }
        }
        return true;
    }

    /// The column's codes on the common list of levels, which grows by the levels that are new.
    private static int[] codes(
            ColumnInfo info,
            Dataset table,
            Dataset reference,
            List<String> levels,
            Map<String, Integer> positions) {
        Column.Codes own = table.codes(info.name());
        ColumnType type = table.schema().column(info.name()).type();
        if (type.numeric() && !own.levels().isEmpty() && !numericLevels(reference, info.name())) {
            throw mismatch(info, type, table);
        }
        int[] common = new int[own.levels().size()];
        for (int i = 0; i < common.length; i++) {
            String level = own.levels().get(i);
            Integer position = positions.putIfAbsent(level, levels.size());
            if (position == null) {
                position = levels.size();
                levels.add(level);
            }
            common[i] = position;
        }
        return Arrays.stream(own.codes()).map(code -> code < 0 ? -1 : common[code]).toArray();
    }

    private static boolean numericLevels(Dataset table, String column) {
        Set<String> levels = new HashSet<>(table.codes(column).levels());
        return levels.stream().allMatch(level -> level.matches("-?\\d+(\\.\\d+)?"));
    }

    private static UserProblem mismatch(ColumnInfo info, ColumnType found, Dataset table) {
        return new UserProblem(
                "\""
                        + info.name()
                        + "\" is "
                        + word(info.type())
                        + " in the real data and "
                        + word(found)
                        + " in \""
                        + table.name()
                        + "\".",
                table.name(),
                "Read the column as the same type in both files.");
    }

    private static String word(ColumnType type) {
        return switch (type) {
            case INTEGER, REAL -> "a number";
            case DATE -> "a date";
            case DATE_TIME -> "a date with time";
            case BOOLEAN, CATEGORY -> "a category";
            case TEXT -> "free text";
        };
    }

    /// One of the tables as a dataset with the aligned columns and the reference's roles.
    ///
    /// @param table its position in the list that was aligned
    public Dataset dataset(int table, String name, Part part) {
        List<Column> aligned = new ArrayList<>();
        for (AlignedColumn column : columns) {
            aligned.add(
                    switch (column) {
                        case AlignedColumn.Numbers numbers ->
                                new Column.Numbers(numbers.values()[table]);
                        case AlignedColumn.Codes codes ->
                                new Column.Codes(codes.codes()[table], codes.levels());
                    });
        }
        Schema schema = new Schema(columns.stream().map(AlignedColumn::info).toList());
        return new Dataset(name, part, schema, aligned);
    }

    /// Some rows of every table.
    ///
    /// @param kept one array of row numbers per table
    public AlignedTables select(int[]... kept) {
        List<AlignedColumn> selected = new ArrayList<>();
        for (AlignedColumn column : columns) {
            selected.add(
                    switch (column) {
                        case AlignedColumn.Numbers c -> {
                            double[][] values = new double[kept.length][];
                            for (int t = 0; t < kept.length; t++) {
                                double[] all = c.values()[t];
                                values[t] =
                                        Arrays.stream(kept[t]).mapToDouble(i -> all[i]).toArray();
                            }
                            yield new AlignedColumn.Numbers(c.info(), values);
                        }
                        case AlignedColumn.Codes c -> {
                            int[][] codes = new int[kept.length][];
                            for (int t = 0; t < kept.length; t++) {
                                int[] all = c.codes()[t];
                                codes[t] = Arrays.stream(kept[t]).map(i -> all[i]).toArray();
                            }
                            yield new AlignedColumn.Codes(c.info(), c.levels(), codes);
                        }
                    });
        }
        return new AlignedTables(
                selected, Arrays.stream(kept).mapToInt(rows -> rows.length).toArray(), notes);
    }

    /// The rows of all tables, one table after the other, as one dataset with the reference's
    /// roles.
    public Dataset stacked(String name) {
        List<Column> stacked = new ArrayList<>();
        for (AlignedColumn column : columns) {
            stacked.add(
                    switch (column) {
                        case AlignedColumn.Numbers c ->
                                new Column.Numbers(
                                        Arrays.stream(c.values())
                                                .flatMapToDouble(Arrays::stream)
                                                .toArray());
                        case AlignedColumn.Codes c ->
                                new Column.Codes(
                                        Arrays.stream(c.codes())
                                                .flatMapToInt(Arrays::stream)
                                                .toArray(),
                                        c.levels());
                    });
        }
        Schema schema = new Schema(columns.stream().map(AlignedColumn::info).toList());
        return new Dataset(name, Part.AUGMENTED, schema, stacked);
    }
}
