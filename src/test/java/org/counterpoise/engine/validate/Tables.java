package org.counterpoise.engine.validate;

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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Small tables for tests of validators.
public final class Tables {
    private final String name;
    private final Part part;
    private final List<ColumnInfo> infos = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();

    private Tables(String name, Part part) {
        this.name = name;
        this.part = part;
    }

    public static Tables of(Part part) {
        return new Tables(part.name().toLowerCase(java.util.Locale.ROOT), part);
    }

    public Tables numbers(String column, double... values) {
        infos.add(ColumnInfo.of(column, ColumnType.REAL));
        columns.add(new Column.Numbers(values));
        return this;
    }

    public Tables words(String column, String... values) {
        return words(column, Role.FEATURE, values);
    }

    /// Empty texts are missing.
    public Tables words(String column, Role role, String... values) {
        List<String> levels =
                Arrays.stream(values).filter(v -> !v.isEmpty()).distinct().sorted().toList();
        infos.add(ColumnInfo.of(column, ColumnType.CATEGORY).withRole(role));
        columns.add(
                new Column.Codes(
                        Arrays.stream(values).mapToInt(levels::indexOf).toArray(), levels));
        return this;
    }

    public Dataset table() {
        return new Dataset(name, part, new Schema(infos), columns);
    }

    /// Reads a CSV file without quotes; the kinds are letters: n number, d date, c category,
    /// x identifier, in the order of `names`.
    public static Dataset read(Path file, Part part, List<String> names, String kinds) {
        try {
            List<String[]> lines =
                    Files.readAllLines(file).stream().map(line -> line.split(",", -1)).toList();
            Tables tables = of(part);
            for (int i = 0; i < names.size(); i++) {
                int position = Arrays.asList(lines.getFirst()).indexOf(names.get(i));
                String[] cells =
                        lines.stream().skip(1).map(l -> l[position]).toArray(String[]::new);
                switch (kinds.charAt(i)) {
                    case 'n' -> tables.numbers(names.get(i), parsed(cells, Double::parseDouble));
                    case 'd' -> tables.dates(names.get(i), parsed(cells, Tables::day));
                    case 'x' -> tables.words(names.get(i), Role.IDENTIFIER, cells);
                    default -> tables.words(names.get(i), cells);
                }
            }
            return tables.table();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void dates(String column, double[] values) {
        infos.add(ColumnInfo.of(column, ColumnType.DATE));
        columns.add(new Column.Numbers(values));
    }

    private static double day(String text) {
        return LocalDate.parse(text).toEpochDay();
    }

    private static double[] parsed(String[] cells, ToDoubleFunction<String> parser) {
        return Arrays.stream(cells)
                .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : parser.applyAsDouble(cell))
                .toArray();
    }
}
