package org.counterpoise.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpoise.engine.data.Fixtures.problem;
import static org.counterpoise.engine.data.Fixtures.read;
import static org.counterpoise.engine.data.Fixtures.sniff;
import static org.counterpoise.engine.data.Fixtures.texts;
import static org.counterpoise.engine.data.Fixtures.type;
import static org.counterpoise.engine.data.Fixtures.write;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

/// Parquet, JSON lines and Excel end in the same kind of table as CSV.
class OtherFormatsTest {
    @TempDir Path folder;

    private Path parquet(String name, String select) throws SQLException {
        Path file = folder.resolve(name);
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            statement.execute("COPY (" + select + ") TO '" + file + "' (FORMAT parquet)");
        }
        return file;
    }

    @Test
    void parquetKeepsItsTypes() throws SQLException {
        Path file =
                parquet(
                        "t.parquet",
                        """
                        SELECT * FROM (VALUES
                          (1, 0.1::FLOAT, 0.1::DOUBLE, '12', true, DATE '2024-02-29',
                           TIMESTAMP '2024-02-29 10:00:00.123456', 1.50::DECIMAL(9,2), ' F'),
                          (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, ''),
                          (3, 2, 2, '13', false, DATE '1969-12-31',
                           TIMESTAMP '1970-01-01 00:00:01', 2, 'M, x'))
                        AS t(n, f, x, word, ok, day, moment, price, sex)
                        """);
        Dataset data = read(file);
        assertThat(data.schema().columns().stream().map(ColumnInfo::type))
                .containsExactly(
                        ColumnType.INTEGER,
                        ColumnType.REAL,
                        ColumnType.REAL,
                        ColumnType.CATEGORY,
                        ColumnType.BOOLEAN,
                        ColumnType.DATE,
                        ColumnType.DATE_TIME,
                        ColumnType.REAL,
                        ColumnType.CATEGORY);
        assertThat(data.numbers("f")).containsExactly((double) 0.1f, Double.NaN, 2);
        assertThat(data.numbers("x")).containsExactly(0.1, Double.NaN, 2);
        assertThat(data.numbers("day")).containsExactly(19782, Double.NaN, -1);
        assertThat(data.numbers("moment")).containsExactly(1709200800.123456, Double.NaN, 1);
        assertThat(texts(data, "sex")).containsExactly(" F", "", "M, x");
    }

    @Test
    void aParquetColumnForcedToTheWrongTypeNamesTheRow() throws SQLException {
        Path file = parquet("t.parquet", "SELECT unnest(['1', '2', 'x']) AS v");
        ReadOptions sniffed = sniff(file).options();
        ReadOptions forced =
                sniffed.with(
                        List.of(), List.of(sniffed.columns().getFirst().withType(ColumnType.REAL)));
        assertThat(problem(() -> DataReader.read(file, forced, "t", Progress.NONE)).where())
                .isEqualTo("t.parquet, row 3, column \"v\"");
    }

    @Test
    void anOddFolderNameIsNoPatternOfFiles() throws SQLException, IOException {
        Path odd = Files.createDirectory(folder.resolve("it's [1]*"));
        Path file = parquet("t.parquet", "SELECT 1 AS a");
        assertThat(read(Files.move(file, odd.resolve("t.parquet"))).numbers("a"))
                .containsExactly(1);
    }

    @Test
    void aTruncatedParquetFileIsTold() throws SQLException, IOException {
        byte[] whole =
                Files.readAllBytes(parquet("w.parquet", "SELECT range AS a FROM range(999)"));
        Path half = write(folder, "half.parquet", Arrays.copyOf(whole, whole.length / 2));
        UserProblem problem = problem(() -> read(half));
        assertThat(problem.what()).startsWith("The Parquet file cannot be read");
        assertThat(problem.where()).isEqualTo("half.parquet");
        assertThat(problem(() -> read(write(folder, "no.parquet", "a,b\n1,2\n"))).what())
                .contains("does not begin like one");
    }

    @Test
    void jsonLinesGiveOneColumnPerName() {
        Path file =
                write(
                        folder,
                        "t.jsonl",
                        """
                        {"id": "01", "age": 63, "on": "2024-03-01", "x": {"a": [1]}}
                        {"id": "02", "sex": "F", "age": null, "on": "2024-03-02", "ok": true}

                        {"sex": "line\\nbreak", "id": "03", "age": 1.5, "ok": false}
                        """);
        Dataset data = read(file);
        assertThat(data.schema().names()).containsExactly("id", "age", "on", "x", "sex", "ok");
        assertThat(data.numbers("age")).containsExactly(63, Double.NaN, 1.5);
        assertThat(type(data, "on")).isEqualTo(ColumnType.DATE);
        assertThat(type(data, "ok")).isEqualTo(ColumnType.BOOLEAN);
        assertThat(texts(data, "id")).containsExactly("01", "02", "03");
        assertThat(texts(data, "x")).containsExactly("{\"a\":[1]}", "", "");
        assertThat(texts(data, "sex")).containsExactly("", "F", "line\nbreak");
    }

    @Test
    void aJsonTextOfDigitsStaysText() {
        Dataset data =
                read(write(folder, "t.jsonl", "{\"zip\": \"12345\"}\n{\"zip\": \"54321\"}\n"));
        assertThat(type(data, "zip")).isEqualTo(ColumnType.CATEGORY);
    }

    @Test
    void anArrayOfObjectsIsReadToo() {
        Path file = write(folder, "t.json", "[{\"a\": 1},\n {\"a\": 2}]");
        assertThat(read(file).numbers("a")).containsExactly(1, 2);
    }

    @Test
    void brokenJsonIsToldWithItsLine() {
        UserProblem problem =
                problem(() -> read(write(folder, "b.jsonl", "{\"a\": 1}\n{\"a\": }\n")));
        assertThat(problem.what()).startsWith("This is not JSON");
        assertThat(problem.where()).isEqualTo("b.jsonl, line 2");
        assertThat(problem(() -> read(write(folder, "n.jsonl", "{\"a\":1}\n7\n"))).where())
                .isEqualTo("n.jsonl, line 2");
        assertThat(problem(() -> read(write(folder, "e.jsonl", "{}\n"))).what())
                .contains("no JSON");
    }

    @Test
    void excelCellsBecomeNumbersWordsAndDates() throws IOException {
        Path file =
                Workbooks.write(
                        folder.resolve("t.xlsx"),
                        "Data",
                        List.of(
                                List.of("id", "x", "day", "ok"),
                                List.of("a, b", 0.30000000000000004, Workbooks.date(45351), true),
                                List.of("c", 7, Workbooks.date(45351.5), false),
                                List.of("", "", Workbooks.date(1), "")));
        Dataset data = read(file);
        assertThat(texts(data, "id")).containsExactly("a, b", "c", "");
        assertThat(data.numbers("x")).containsExactly(0.30000000000000004, 7, Double.NaN);
        assertThat(texts(data, "day"))
                .containsExactly("2024-02-29T00:00", "2024-02-29T12:00", "1900-01-01T00:00");
        assertThat(type(data, "ok")).isEqualTo(ColumnType.BOOLEAN);
        assertThat(sniff(file).options().sheet()).isEqualTo("Data");
        assertThat(sniff(file).options().shown()).containsEntry("sheet", "Data");
    }

    @Test
    void excelRowsAreNumberedAsInExcel() throws IOException {
        Path file =
                Workbooks.write(
                        folder.resolve("t.xlsx"),
                        "Data",
                        List.of(
                                List.of(),
                                List.of("note", "v"),
                                List.of("two\nlines", 1),
                                List.of(),
                                List.of("c", "x")));
        ReadOptions sniffed = sniff(file).options();
        ReadOptions forced =
                sniffed.with(
                        List.of(),
                        List.of(
                                sniffed.columns().getFirst(),
                                sniffed.columns().getLast().withType(ColumnType.INTEGER)));
        assertThat(problem(() -> DataReader.read(file, forced, "t", Progress.NONE)).where())
                .isEqualTo("t.xlsx, row 5, column \"v\"");
    }

    @Test
    void badWorkbooksAreTold() throws IOException {
        Path good =
                Workbooks.write(
                        folder.resolve("g.xlsx"), "Data", List.of(List.of("a"), List.of(1)));
        byte[] bytes = Files.readAllBytes(good);
        Path half = write(folder, "half.xlsx", Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(problem(() -> read(half)).what())
                .contains("cannot be read as an Excel workbook");
        Path empty = Workbooks.write(folder.resolve("e.xlsx"), "None", List.of());
        assertThat(problem(() -> read(empty)).what()).contains("is empty");
        ReadOptions sniffed = sniff(good).options();
        ReadOptions other =
                new ReadOptions(
                        sniffed.format(),
                        "UTF-8",
                        "",
                        "",
                        ".",
                        true,
                        "Other",
                        List.of(),
                        sniffed.columns());
        UserProblem problem = problem(() -> DataReader.read(good, other, "t", Progress.NONE));
        assertThat(problem.what()).contains("\"Other\"");
        assertThat(problem.remedy()).contains("Data");
    }

    @Test
    void noTemporaryCopyIsLeftBehind() throws SQLException, IOException {
        long before = copies();
        read(parquet("t.parquet", "SELECT 1 AS a"));
        read(write(folder, "t.jsonl", "{\"a\": 1}\n"));
        problem(() -> read(write(folder, "b.jsonl", "{\"a\": }\n")));
        assertThat(copies()).isLessThanOrEqualTo(before);
    }

    private static long copies() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(f -> f.getFileName().toString().startsWith("counterpoise-"))
                    .count();
        }
    }
}
