package org.counterpoise.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpoise.engine.data.Fixtures.problem;
import static org.counterpoise.engine.data.Fixtures.read;
import static org.counterpoise.engine.data.Fixtures.sniff;
import static org.counterpoise.engine.data.Fixtures.write;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Every bad file is told by file, place, value and what to do.
class CsvProblemsTest {
    @TempDir Path folder;

    private static UserProblem whenForced(Path file, String column, ColumnType type) {
        ReadOptions sniffed = sniff(file).options();
        List<ReadOptions.ColumnOptions> columns =
                sniffed.columns().stream()
                        .map(c -> c.name().equals(column) ? c.withType(type) : c)
                        .toList();
        ReadOptions forced = sniffed.with(sniffed.missing(), columns);
        return problem(() -> DataReader.read(file, forced, "test", Progress.NONE));
    }

    @ParameterizedTest
    @CsvSource({
        "INTEGER, 2.5",
        "REAL, high",
        "DATE, 2024-02-30",
        "DATE_TIME, 25:00",
        "BOOLEAN, maybe"
    })
    void aForcedTypeThatDoesNotFitNamesTheCell(ColumnType type, String cell) {
        String good =
                switch (type) {
                    case DATE -> "2024-02-29";
                    case DATE_TIME -> "2024-02-29T10:00";
                    case BOOLEAN -> "no";
                    default -> "1";
                };
        String other = type == ColumnType.BOOLEAN ? "yes" : good;
        Path file = write(folder, "f.csv", "id,v\na,%s\nb,%s\nc,%s\n".formatted(good, other, cell));
        UserProblem problem = whenForced(file, "v", type);
        assertThat(problem.what()).contains("\"" + cell + "\"");
        assertThat(problem.where()).isEqualTo("f.csv, line 4, column \"v\"");
        assertThat(problem.remedy()).contains("Correct the cell");
    }

    @Test
    void linesAreCountedThroughQuotedBreaksAndEmptyLines() {
        Path file = write(folder, "f.csv", "t,v\n\"a\nb\",1\n\n\"c\r\nd\",x\n");
        assertThat(whenForced(file, "v", ColumnType.REAL).where())
                .isEqualTo("f.csv, line 5, column \"v\"");
    }

    @Test
    void theFirstOfSeveralProblemsIsTold() {
        StringBuilder text = new StringBuilder("v\n");
        for (int row = 2; row <= 900_000; row++) {
            text.append(row % 200_000 == 0 ? "bad" + row : "12345").append('\n');
        }
        Path file = write(folder, "f.csv", text.toString());
        assertThat(whenForced(file, "v", ColumnType.INTEGER).where()).contains("line 200000,");
    }

    @Test
    void aRaggedRowIsToldWithItsLineAndWidths() {
        Path file = write(folder, "r.csv", "a,b,c\n1,2,3\n4,5\n6,7,8\n");
        UserProblem problem = problem(() -> read(file));
        assertThat(problem.what()).isEqualTo("The row has 2 cells where 3 are expected.");
        assertThat(problem.where()).isEqualTo("r.csv, line 3");
        assertThat(problem.remedy()).contains("same number of cells");
    }

    @Test
    void sameNamesAreRefusedByTheReader() {
        Path file = write(folder, "d.csv", "age,age\n1,2\n");
        ReadOptions sniffed = sniff(file).options();
        ReadOptions.ColumnOptions age =
                new ReadOptions.ColumnOptions("age", ColumnType.INTEGER, List.of());
        ReadOptions same = sniffed.with(List.of(), List.of(age, age));
        UserProblem problem = problem(() -> DataReader.read(file, same, "test", Progress.NONE));
        assertThat(problem.what()).contains("\"age\"");
        assertThat(problem.where()).isEqualTo("d.csv, line 1");
    }

    @Test
    void noBytesAndNoRowsAreTold() {
        assertThat(problem(() -> read(write(folder, "e.csv", ""))).what()).contains("0 bytes");
        assertThat(problem(() -> read(write(folder, "h.csv", "a,b\n"))).what())
                .isEqualTo("The file has column names but no rows.");
        assertThat(problem(() -> read(write(folder, "n.csv", "\n\n\n"))).what())
                .contains("no rows");
    }

    @Test
    void noColumnsAreTold() {
        Path file = write(folder, "a.csv", "a\n1\n");
        ReadOptions none = sniff(file).options().with(List.of(), List.of());
        assertThat(problem(() -> DataReader.read(file, none, "test", Progress.NONE)).what())
                .contains("no columns");
    }

    @Test
    void missingFilesAndFoldersAreTold() {
        assertThat(problem(() -> read(folder.resolve("none.csv"))).what()).contains("no such file");
        assertThat(problem(() -> read(folder)).what()).contains("folder");
    }

    @Test
    void aFileWithoutPermissionIsTold() {
        Path file = write(folder, "secret.csv", "a\n1\n");
        assertThat(file.toFile().setReadable(false)).isTrue();
        assumeFalse(Files.isReadable(file), "this user may read everything: test skipped");
        assertThat(problem(() -> read(file)).what()).contains("permission");
    }

    @Test
    void binaryFilesAreTold() {
        byte[] noise = new byte[4096];
        new java.util.Random(1).nextBytes(noise);
        assertThat(problem(() -> read(write(folder, "noise.csv", noise))).what())
                .contains("binary");
        assertThat(problem(() -> read(write(folder, "a.csv", "%PDF-1.7 …"))).what())
                .contains("PDF");
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0};
        assertThat(problem(() -> read(write(folder, "b.xls", old))).what()).contains("old Excel");
    }

    @Test
    void aNulByteIsToldWithItsLine() {
        Path file = write(folder, "nul.csv", "a,b\n" + "1,2\n".repeat(300_000) + "3,\0\n");
        UserProblem problem = problem(() -> read(file));
        assertThat(problem.what()).contains("NUL");
        assertThat(problem.where()).isEqualTo("nul.csv, line 300002");
    }

    @Test
    void aLineOfTwoGigabytesIsToldWithoutReadingItAll() throws IOException {
        Path file = folder.resolve("long.csv");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.write("a,b\n1,".getBytes(StandardCharsets.US_ASCII));
            byte[] block = "7".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 20; i++) {
                sparse.write(block);
            }
            sparse.setLength(2L << 30);
        }
        UserProblem problem =
                problem(
                        () ->
                                DataReader.read(
                                        file,
                                        sniff(write(folder, "short.csv", "a,b\n1,2\n")).options(),
                                        "test",
                                        Progress.NONE));
        assertThat(problem.what()).contains("longer than 16 MB");
        assertThat(problem.where()).isEqualTo("long.csv, line 2");
    }

    @Test
    void aQuoteThatNeverClosesIsToldWhereItOpens() {
        Path file = write(folder, "q.csv", "a,b\n1,2\n3,\"x\n4,5\n");
        UserProblem problem = problem(() -> read(file));
        assertThat(problem.what()).contains("never ends");
        assertThat(problem.where()).isEqualTo("q.csv, line 3");
    }

    @Test
    void textAfterAQuoteIsTold() {
        Path file = write(folder, "q.csv", "a,b\n\"x\"y,5\n");
        assertThat(problem(() -> read(file)).where()).isEqualTo("q.csv, line 2, column \"a\"");
    }

    @Test
    void aWrongEncodingIsToldWithTheCell() {
        Path file = write(folder, "l.csv", "n,w\n1,ok\n2,Käse\n", StandardCharsets.ISO_8859_1);
        ReadOptions latin = sniff(file).options();
        ReadOptions utf8 =
                new ReadOptions(
                        latin.format(),
                        "UTF-8",
                        ",",
                        "\"",
                        ".",
                        true,
                        "",
                        List.of(),
                        latin.columns());
        UserProblem problem = problem(() -> DataReader.read(file, utf8, "test", Progress.NONE));
        assertThat(problem.what()).contains("UTF-8");
        assertThat(problem.where()).isEqualTo("l.csv, line 3, column \"w\"");
    }

    @Test
    void aBrokenUtf16FileIsTold() {
        byte[] odd = "n,w\n1,x\n".getBytes(StandardCharsets.UTF_16LE);
        Path file = write(folder, "u.csv", Arrays.copyOf(odd, odd.length - 1));
        UserProblem problem = problem(() -> read(file));
        assertThat(problem.what()).contains("UTF-16LE");
        assertThat(problem.where()).startsWith("u.csv, line");
    }

    @Test
    void impossibleMarksAndEncodingsAreTold() {
        Path file = write(folder, "a.csv", "a\n1\n");
        ReadOptions sniffed = sniff(file).options();
        ReadOptions two =
                new ReadOptions(
                        sniffed.format(),
                        "UTF-8",
                        "::",
                        "\"",
                        ".",
                        true,
                        "",
                        List.of(),
                        sniffed.columns());
        ReadOptions odd =
                new ReadOptions(
                        sniffed.format(),
                        "UTF-99",
                        ",",
                        "\"",
                        ".",
                        true,
                        "",
                        List.of(),
                        sniffed.columns());
        assertThat(problem(() -> DataReader.read(file, two, "test", Progress.NONE)).what())
                .contains("separator");
        assertThat(problem(() -> DataReader.read(file, odd, "test", Progress.NONE)).what())
                .contains("UTF-99");
    }
}
