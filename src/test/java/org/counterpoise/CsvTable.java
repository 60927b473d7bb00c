package org.counterpoise;

import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.data.Schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Small tables for tests: from a plain CSV, or typed in. Columns in which every
/// present value is a number are numeric, the others categories; "" and "NA" are missing.
public final class CsvTable {
    private CsvTable() {}

    public static Dataset read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            String[][] cells = lines.stream().map(CsvTable::split).toArray(String[][]::new);
            return of(
                    file.getFileName().toString(),
                    cells[0],
                    Arrays.copyOfRange(cells, 1, cells.length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] split(String line) {
        return Arrays.stream(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                .map(cell -> cell.replace("\"", "").strip())
                .toArray(String[]::new);
    }

    /// @param cells one array per row
    public static Dataset of(String name, String[] header, String[][] cells) {
        List<ColumnInfo> infos = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (int j = 0; j < header.length; j++) {
            int column = j;
            String[] values =
                    Arrays.stream(cells).map(row -> row[column].strip()).toArray(String[]::new);
            if (Arrays.stream(values)
                    .allMatch(v -> missing(v) || v.matches("-?[0-9.]+([eE]-?\\d+)?"))) {
                double[] numbers =
                        Arrays.stream(values)
                                .mapToDouble(v -> missing(v) ? Double.NaN : Double.parseDouble(v))
                                .toArray();
                boolean whole =
                        Arrays.stream(numbers).allMatch(v -> Double.isNaN(v) || v == Math.rint(v));
                infos.add(ColumnInfo.of(header[j], whole ? ColumnType.INTEGER : ColumnType.REAL));
                columns.add(new Column.Numbers(numbers));
            } else {
                infos.add(ColumnInfo.of(header[j], ColumnType.CATEGORY));
                columns.add(codes(values));
            }
        }
        return new Dataset(name, Part.WHOLE, new Schema(infos), columns);
    }

    /// A category column; "" and "NA" are missing.
    public static Column.Codes codes(String... values) {
        List<String> levels =
                Arrays.stream(values).filter(v -> !missing(v)).sorted().distinct().toList();
        Map<String, Integer> positions = new HashMap<>();
        levels.forEach(level -> positions.put(level, positions.size()));
        return new Column.Codes(
                Arrays.stream(values).mapToInt(v -> positions.getOrDefault(v, -1)).toArray(),
                levels);
    }

    private static boolean missing(String value) {
        return value.isEmpty() || value.equals("NA");
    }

    /// The dataset with roles marked, e.g. `roles(data, Role.PROTECTED, "sex", "race")`.
    public static Dataset roles(Dataset data, Role role, String... columns) {
        Schema schema = data.schema();
        for (String column : columns) {
            schema = schema.with(column, info -> info.withRole(role));
        }
        return data.withSchema(schema);
    }
}
