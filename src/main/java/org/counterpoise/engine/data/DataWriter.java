package org.counterpoise.engine.data;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Writes datasets to files. Synthetic rows are always marked as such.
public final class DataWriter {
    private static final String GENERATION = "counterpoise_generation";
    private static final int CHECK_EVERY = 4096;

    /// Longest cell that DuckDB takes on the way to Parquet, in bytes.
    private static final int LONGEST_LINE = 64 << 20;

    private DataWriter() {}

    /// Writes CSV by RFC 4180: UTF-8, commas, decimal points, ISO dates, missing values empty.
    /// Reading it back gives the same values.
    ///
    /// A synthetic or augmented dataset carries the column [OriginColumn#NAME]; it is added to a
    /// synthetic one that lacks it. The file appears whole or not at all.
    ///
    /// @throws UserProblem if the file cannot be written
    public static void writeCsv(Dataset data, Path file, WriteOptions options, Progress progress) {
        Dataset marked = marked(data);
        AtomicFile.write(file, path -> csv(marked, path, options, progress));
    }

    /// Writes Parquet: whole numbers as BIGINT, other numbers as DOUBLE, dates as DATE and
    /// TIMESTAMP, everything else as text.
    ///
    /// The origin is marked as in CSV, and besides in the file's key-value metadata under the same
    /// name, `real`, `synthetic` or `augmented`, and the highest generation of its rows under
    /// `counterpoise_generation`, 0 for real ones.
    ///
    /// @throws UserProblem if the file cannot be written
    public static void writeParquet(
            Dataset data, Path file, WriteOptions options, Progress progress) {
        Dataset marked = marked(data);
        AtomicFile.write(file, path -> parquet(marked, path, options, progress));
    }

    private static Dataset marked(Dataset data) {
        return data.part() == Part.SYNTHETIC && !OriginColumn.marked(data)
                ? OriginColumn.mark(data, true)
                : data;
    }

    private static void csv(Dataset data, Path path, WriteOptions options, Progress progress)
            throws IOException {
        List<Cells> cells = new ArrayList<>();
        for (int i = 0; i < data.schema().size(); i++) {
            cells.add(Cells.of(data, i, options));
        }
        try (CsvOut out = new CsvOut(path)) {
            out.row(
                    data.schema().names().stream()
                            .map(name -> options.neutraliseFormulas() ? neutral(name) : name)
                            .toList());
            for (int row = 0; row < data.rows(); row++) {
                if (row % CHECK_EVERY == 0) {
                    progress.check();
                    progress.report((double) row / data.rows(), "Writing rows");
                }
                for (Cells column : cells) {
                    out.cell(column.text(row));
                }
                out.endRow();
            }
        }
    }

    /// The texts of one column.
    @FunctionalInterface
    private interface Cells {
        String text(int row);

        static Cells of(Dataset data, int index, WriteOptions options) {
            Cells plain = row -> data.text(row, index);
            if (!options.neutraliseFormulas()) {
                return plain;
            }
            return data.column(index) instanceof Column.Numbers
                    ? plain
                    : row -> neutral(plain.text(row));
        }
    }

    private static String neutral(String text) {
        if (text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean number = !Double.isNaN(NumberText.parse(bytes, 0, bytes.length, (byte) '.'));
        return number ? text : "'" + text;
    }

    private static void parquet(Dataset data, Path path, WriteOptions options, Progress progress)
            throws IOException {
        Path text = Files.createTempFile("counterpoise-", ".csv");
        try (DuckDb database = DuckDb.open()) {
            csv(data, text, options, progress.part(0, 0.5));
            database.run(parquetFrom(text, path, data), progress.part(0.5, 1));
        } finally {
            Files.deleteIfExists(text);
        }
    }

    private static String parquetFrom(Path text, Path path, Dataset data) {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < data.schema().size(); i++) {
            ColumnInfo info = data.schema().columns().get(i);
            columns.add(DuckDb.text(info.name()) + ": " + DuckDb.text(type(info, data.column(i))));
        }
        String origin =
                switch (data.part()) {
                    case WHOLE, TRAINING, HOLDOUT -> OriginColumn.REAL;
                    case SYNTHETIC, AUGMENTED -> data.part().name().toLowerCase(Locale.ROOT);
                };
        return "COPY (SELECT * FROM read_csv("
                + DuckDb.text(text.toAbsolutePath().toString())
                + ", auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"',"
                + " nullstr = '', max_line_size = "
                + LONGEST_LINE
                + ", columns = {"
                + String.join(", ", columns)
                + "})) TO "
                + DuckDb.text(path.toAbsolutePath().toString())
                + " (FORMAT parquet, COMPRESSION zstd, KV_METADATA {"
                + OriginColumn.NAME
                + ": "
                + DuckDb.text(origin)
                + ", "
                + GENERATION
                + ": "
                + DuckDb.text(Integer.toString(OriginColumn.generation(data)))
                + "})";
    }

    private static String type(ColumnInfo info, Column column) {
        return switch (info.type()) {
            case INTEGER ->
                    Arrays.stream(((Column.Numbers) column).values())
                                    .allMatch(v -> Double.isNaN(v) || v == Math.rint(v))
                            ? "BIGINT"
                            : "DOUBLE";
            case REAL -> "DOUBLE";
            case DATE -> "DATE";
            case DATE_TIME -> "TIMESTAMP";
            case BOOLEAN, CATEGORY, TEXT -> "VARCHAR";
        };
    }
}
