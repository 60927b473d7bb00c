package org.counterpoise.engine.data;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Parquet files as plain text: numbers in the shortest form that reads back exactly, dates by ISO.
final class ParquetText {
    /// Types whose text the sniffer may take for numbers or dates.
    private static final Pattern TYPED =
            Pattern.compile(
                    "BOOLEAN|U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL.*"
                            + "|DATE|TIMESTAMP.*");

    /// Characters by which DuckDB would look for several files.
    private static final Pattern PATTERN = Pattern.compile("[*?\\[]");

    private ParquetText() {}

    /// Writes the table as CSV.
    ///
    /// @return the columns that the file itself says hold text
    static Set<String> write(Path file, Path target, Progress progress) throws IOException {
        if (PATTERN.matcher(file.toString()).find()) {
            Path plain = Files.createTempFile("counterpoise-", ".parquet");
            try {
                Files.copy(file, plain, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                return convert(file, plain, target, progress);
            } finally {
                Files.deleteIfExists(plain);
            }
        }
        return convert(file, file, target, progress);
    }

    private static Set<String> convert(Path shown, Path file, Path target, Progress progress)
            throws IOException {
        progress.report(0, "Reading " + shown.getFileName());
        try (DuckDb database = DuckDb.open()) {
            String table = "read_parquet(" + DuckDb.text(file.toAbsolutePath().toString()) + ")";
            Map<String, String> types = database.describe("SELECT * FROM " + table);
            Set<String> words = new LinkedHashSet<>();
            types.forEach(
                    (name, type) -> {
                        if (!TYPED.matcher(type).matches()) {
                            words.add(name);
                        }
                    });
            database.run(copy(types, words, table, target), progress);
            return words;
        } catch (IOException e) {
            throw new UserProblem(
                    "The Parquet file cannot be read: " + firstLine(e) + ".",
                    String.valueOf(shown.getFileName()),
                    "It may be damaged or cut off; get the file again.",
                    e);
        }
    }

    private static String copy(
            Map<String, String> types, Set<String> words, String table, Path target) {
        List<String> cells =
                types.entrySet().stream()
                        .map(column -> cell(column.getKey(), column.getValue(), words))
                        .toList();
        List<String> quoted = words.stream().map(DuckDb::name).toList();
        return "COPY (SELECT "
                + String.join(", ", cells)
                + " FROM "
                + table
                + ") TO "
                + DuckDb.text(target.toAbsolutePath().toString())
                + " (FORMAT csv, HEADER true, NULLSTR ''"
                + (quoted.isEmpty() ? "" : ", FORCE_QUOTE (" + String.join(", ", quoted) + ")")
                + ")";
    }

    private static String cell(String column, String type, Set<String> words) {
        String name = DuckDb.name(column);
        if (words.contains(column)) {
            return "CAST(" + name + " AS VARCHAR) AS " + name;
        }
        return type.equals("FLOAT") ? "CAST(" + name + " AS DOUBLE) AS " + name : name;
    }

    private static String firstLine(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.lines().findFirst().orElse("").replaceAll("\\.$", "");
    }
}
