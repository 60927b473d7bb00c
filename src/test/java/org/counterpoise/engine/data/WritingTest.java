package org.counterpoise.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.counterpoise.engine.data.Fixtures.codes;
import static org.counterpoise.engine.data.Fixtures.problem;
import static org.counterpoise.engine.data.Fixtures.read;
import static org.counterpoise.engine.data.Fixtures.texts;

import org.counterpoise.engine.CancelledException;
import org.counterpoise.engine.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// What is written reads back the same, is marked if synthetic, and replaces files safely.
class WritingTest {
    @TempDir Path folder;

    private static final Progress CANCELLED =
            new Progress() {
                @Override
                public void report(double fraction, String phrase) {}

                @Override
                public boolean cancelled() {
                    return true;
                }
            };

    private static Dataset everyType() {
        return new Dataset(
                "every",
                Part.WHOLE,
                new Schema(
                        List.of(
                                ColumnInfo.of("whole", ColumnType.INTEGER),
                                ColumnInfo.of("real, quoted \"x\"", ColumnType.REAL),
                                ColumnInfo.of("truth", ColumnType.BOOLEAN),
                                ColumnInfo.of("word", ColumnType.CATEGORY),
                                ColumnInfo.of("day", ColumnType.DATE),
                                ColumnInfo.of("moment", ColumnType.DATE_TIME))),
                List.of(
                        new Column.Numbers(new double[] {1, -9007199254740991.0, Double.NaN, 0}),
                        new Column.Numbers(new double[] {0.1 + 0.2, 1e-300, Double.NaN, -5e22}),
                        codes(List.of("no", "yes"), 0, 1, -1, 1),
                        codes(List.of(" a ", "=1+1", "b\n\"c\"", "ü,"), 0, 1, 2, 3),
                        new Column.Numbers(new double[] {0, 19782, Double.NaN, -1}),
                        new Column.Numbers(
                                new double[] {0.5, 1709209815.123456, Double.NaN, -86399})));
    }

    @Test
    void csvReadsBackToTheSameContent() {
        Dataset data = everyType();
        Path file = folder.resolve("t.csv");
        DataWriter.writeCsv(data, file, WriteOptions.USUAL, Progress.NONE);
        assertThat(read(file).hash()).isEqualTo(data.hash());
    }

    @Test
    void parquetReadsBackToTheSameContent() {
        Dataset data = everyType();
        Path file = folder.resolve("t.parquet");
        DataWriter.writeParquet(data, file, WriteOptions.USUAL, Progress.NONE);
        assertThat(read(file).hash()).isEqualTo(data.hash());
    }

    @ParameterizedTest
    @ValueSource(strings = {"flchain.csv", "survey_nhanes.csv", "kidtran.csv"})
    void theSamplesSurviveTheRoundTrip(String name) {
        Dataset data = Fixtures.sample(name);
        Path csv = folder.resolve(name);
        Path parquet = folder.resolve(name + ".parquet");
        DataWriter.writeCsv(data, csv, WriteOptions.USUAL, Progress.NONE);
        DataWriter.writeParquet(data, parquet, WriteOptions.USUAL, Progress.NONE);
        assertThat(read(csv).hash()).isEqualTo(data.hash());
        assertThat(read(parquet).hash()).isEqualTo(data.hash());
    }

    @Test
    void aSingleColumnKeepsItsMissingRows() {
        Dataset data = Fixtures.numbers("x", 1.5, Double.NaN, 2.5, Double.NaN);
        Path file = folder.resolve("one.csv");
        DataWriter.writeCsv(data, file, WriteOptions.USUAL, Progress.NONE);
        assertThat(read(file).hash()).isEqualTo(data.hash());
    }

    @Test
    void formulasAreNeutralisedOnRequestButNumbersAreNot() throws IOException {
        ColumnInfo word = ColumnInfo.of("=cmd", ColumnType.CATEGORY);
        Column.Codes cells =
                codes(List.of("=1+1", "+x", "-2", "@a", "-a", "\tb", "plain"), 0, 1, 2, 3, 4, 5, 6);
        Dataset data =
                Fixtures.table(word, cells)
                        .with(
                                ColumnInfo.of("n", ColumnType.REAL),
                                new Column.Numbers(new double[] {-1, -2, -3, -4, -5, -6, -7}));
        Path file = folder.resolve("f.csv");
        DataWriter.writeCsv(data, file, WriteOptions.FOR_SPREADSHEETS, Progress.NONE);
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "'=cmd,n",
                        "'=1+1,-1",
                        "'+x,-2",
                        "-2,-3",
                        "'@a,-4",
                        "'-a,-5",
                        "'\tb,-6",
                        "plain,-7");
        DataWriter.writeCsv(data, file, WriteOptions.USUAL, Progress.NONE);
        assertThat(Files.readAllLines(file)).startsWith("=cmd,n", "=1+1,-1");
    }

    @Test
    void syntheticRowsAreMarkedInTheFile() throws SQLException {
        Dataset synthetic = Fixtures.numbers("x", 1, 2).withPart(Part.SYNTHETIC);
        Path csv = folder.resolve("s.csv");
        Path parquet = folder.resolve("s.parquet");
        DataWriter.writeCsv(synthetic, csv, WriteOptions.USUAL, Progress.NONE);
        DataWriter.writeParquet(synthetic, parquet, WriteOptions.USUAL, Progress.NONE);
        assertThat(texts(read(csv), OriginColumn.NAME)).containsExactly("synthetic", "synthetic");
        assertThat(texts(read(parquet), OriginColumn.NAME))
                .containsExactly("synthetic", "synthetic");
        assertThat(metadata(parquet)).isEqualTo("synthetic");
        Path real = folder.resolve("r.parquet");
        DataWriter.writeParquet(Fixtures.numbers("x", 1), real, WriteOptions.USUAL, Progress.NONE);
        assertThat(metadata(real)).isEqualTo("real");
        assertThat(read(real).schema().names()).containsExactly("x");
    }

    private static String metadata(Path parquet) throws SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement();
                ResultSet result =
                        statement.executeQuery(
                                "SELECT decode(value) FROM parquet_kv_metadata('"
                                        + parquet
                                        + "') WHERE decode(key) = 'counterpoise_origin'")) {
            return result.next() ? result.getString(1) : "";
        }
    }

    @Test
    void aFailureLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = folder.resolve("old.csv");
        Files.writeString(file, "precious");
        Dataset data = Fixtures.numbers("x", 1, 2, 3);
        assertThatThrownBy(() -> DataWriter.writeCsv(data, file, WriteOptions.USUAL, CANCELLED))
                .isInstanceOf(CancelledException.class);
        assertThatThrownBy(() -> DataWriter.writeParquet(data, file, WriteOptions.USUAL, CANCELLED))
                .isInstanceOf(CancelledException.class);
        assertThat(file).hasContent("precious");
        assertThat(folder.toFile().list()).containsExactly("old.csv");
    }

    @Test
    void impossibleTargetsAreTold() {
        Dataset data = Fixtures.numbers("x", 1);
        assertThat(
                        problem(
                                        () ->
                                                DataWriter.writeCsv(
                                                        data,
                                                        folder.resolve("no/such/t.csv"),
                                                        WriteOptions.USUAL,
                                                        Progress.NONE))
                                .what())
                .contains("no such folder");
        assertThat(
                        problem(
                                        () ->
                                                DataWriter.writeCsv(
                                                        data,
                                                        folder,
                                                        WriteOptions.USUAL,
                                                        Progress.NONE))
                                .what())
                .contains("folder");
    }

    @Test
    void aFileHashIsTheSha256OfItsBytes() throws IOException {
        Path file = folder.resolve("abc");
        Files.writeString(file, "abc");
        // FIPS 180-2, appendix B.1.
        assertThat(FileHash.sha256(file, Progress.NONE))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(problem(() -> FileHash.sha256(folder, Progress.NONE)).what()).contains("folder");
    }
}
