package org.counterpoise.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpoise.engine.data.Fixtures.read;
import static org.counterpoise.engine.data.Fixtures.sniff;
import static org.counterpoise.engine.data.Fixtures.texts;
import static org.counterpoise.engine.data.Fixtures.type;
import static org.counterpoise.engine.data.Fixtures.write;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// CSV files as they come: encodings, marks, quotes, types.
class CsvReadingTest {
    @TempDir Path folder;

    @Test
    void typesAreFoundForEveryKindOfColumn() {
        Dataset data =
                read(
                        write(
                                folder,
                                "kinds.csv",
                                """
                                n,x,ok,group,day,moment,code
                                1,0.5,yes,a,2024-02-29,2024-02-29T12:30:15,007
                                -2,1e3,no,b,1969-12-31,1970-01-01 00:00:01,008
                                30,-.25,yes,a,2000-01-01,2000-01-01T00:00:00Z,009
                                """));
        assertThat(data.schema().columns().stream().map(ColumnInfo::type))
                .containsExactly(
                        ColumnType.INTEGER,
                        ColumnType.REAL,
                        ColumnType.BOOLEAN,
                        ColumnType.CATEGORY,
                        ColumnType.DATE,
                        ColumnType.DATE_TIME,
                        ColumnType.CATEGORY);
        assertThat(data.numbers("n")).containsExactly(1, -2, 30);
        assertThat(data.numbers("x")).containsExactly(0.5, 1000, -0.25);
        assertThat(data.numbers("day")).containsExactly(19782, -1, 10957);
        assertThat(data.numbers("moment")).containsExactly(1709209815.0, 1, 946684800);
        assertThat(data.codes("group").levels()).containsExactly("a", "b");
        assertThat(texts(data, "code")).containsExactly("007", "008", "009");
        assertThat(data.part()).isEqualTo(Part.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void encodingsAreFoundWithoutAMark(String encoding) {
        Charset charset = Charset.forName(encoding);
        String word = encoding.equals("windows-1252") ? "50 € “so”" : "Käse";
        Path file = write(folder, "words.csv", "n,word\n1,%s\n2,Öl\n".formatted(word), charset);
        assertThat(sniff(file).options().encoding()).isEqualTo(encoding);
        assertThat(texts(read(file), "word")).containsExactly(word, "Öl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkIsNoPartOfTheFirstName(String encoding) {
        Path file = write(folder, "m.csv", "\uFEFFn,m\n1,2\n", Charset.forName(encoding));
        assertThat(read(file).schema().names()).containsExactly("n", "m");
    }

    @Test
    void latinOneLateInTheFileIsNoticed() {
        String text = "word\n" + "plain\n".repeat(400_000) + "Käse\n";
        Path file = write(folder, "late.csv", text, StandardCharsets.ISO_8859_1);
        assertThat(sniff(file).options().encoding()).isEqualTo("ISO-8859-1");
        assertThat(read(file).codes("word").levels()).containsExactly("Käse", "plain");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void separatorsAreFound(String separator) {
        Path file = write(folder, "s.txt", "a,b,c\n1,2,3\n4,5,6\n".replace(",", separator));
        assertThat(sniff(file).options().separator()).isEqualTo(separator);
        assertThat(read(file).numbers("c")).containsExactly(3, 6);
    }

    @Test
    void decimalCommasAreReadBetweenSemicolons() {
        Path file = write(folder, "de.csv", "a;b;c\n1,5;2,25;x\n-0,5;3;y\n");
        ReadOptions options = sniff(file).options();
        assertThat(options.decimal()).isEqualTo(",");
        assertThat(options.separator()).isEqualTo(";");
        assertThat(read(file).numbers("a")).containsExactly(1.5, -0.5);
        assertThat(read(file).numbers("b")).containsExactly(2.25, 3);
    }

    @Test
    void quotesHoldSeparatorsQuotesAndLineBreaks() {
        Path file =
                write(
                        folder,
                        "q.csv",
                        "id,note\r\n1,\"a, \"\"b\"\"\r\nc\"\r\n2,\" d \"\r\n3,5\" tube\r\n");
        assertThat(texts(read(file), "note")).containsExactly("a, \"b\"\r\nc", " d ", "5\" tube");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void allLineBreaksEndALineAndEmptyLinesAreSkipped(String lineBreak) {
        Path file = write(folder, "l.csv", "a,b\n\n1,2\n3,4\n\n".replace("\n", lineBreak));
        assertThat(read(file).numbers("b")).containsExactly(2, 4);
    }

    @Test
    void spacesAroundPlainCellsAreStripped() {
        Path file = write(folder, "adult.csv", "39, State-gov, ?\n50, Private, 7\n");
        Dataset data = read(file);
        assertThat(data.schema().names()).containsExactly("column 1", "column 2", "column 3");
        assertThat(texts(data, "column 2")).containsExactly("State-gov", "Private");
        assertThat(data.numbers("column 3")).containsExactly(Double.NaN, 7);
    }

    @Test
    void missingCodesAreFoundAndShown() {
        Path file = write(folder, "na.csv", "x,g\n1,a\nNA,?\n.,b\n,null\n2,\n");
        SniffResult sniffed = sniff(file);
        assertThat(sniffed.options().missing()).contains("NA", ".", "?", "null");
        assertThat(sniffed.guesses()).anyMatch(g -> g.contains("\"x\"") && g.contains("NA"));
        Dataset data = read(file);
        assertThat(data.numbers("x")).containsExactly(1, Double.NaN, Double.NaN, Double.NaN, 2);
        assertThat(texts(data, "g")).containsExactly("a", "", "b", "", "");
        assertThat(data.codes("g").levels()).containsExactly("a", "b");
    }

    @Test
    void aSentinelFarFromAllValuesIsProposedWithItsReason() {
        Path file = write(folder, "s.csv", "age,t\n30,-9\n-9,-3\n44,2\n-9.0,-9\n61,5\n");
        SniffResult sniffed = sniff(file);
        assertThat(sniffed.options().columns().get(0).missing()).containsExactly("-9");
        assertThat(sniffed.options().columns().get(1).missing()).isEmpty();
        assertThat(sniffed.guesses())
                .anyMatch(
                        guess -> guess.contains("-9 occurs 2 times") && guess.contains("30 to 61"));
        assertThat(read(file).numbers("age")).containsExactly(30, Double.NaN, 44, Double.NaN, 61);
    }

    @Test
    void infinityIsNoNumberOfAColumn() {
        Dataset data = read(write(folder, "inf.csv", "x\n1\nInf\n-Inf\n2\n"));
        assertThat(data.numbers("x")).containsExactly(1, Double.NaN, Double.NaN, 2);
    }

    @Test
    void wholeNumbersBeyondTheExactOnesAreKeptAsText() {
        Dataset data =
                read(write(folder, "big.csv", "id,n\n9007199254740993,9007199254740991\n1,2\n"));
        assertThat(texts(data, "id")).containsExactly("9007199254740993", "1");
        assertThat(type(data, "id")).isEqualTo(ColumnType.CATEGORY);
        assertThat(type(data, "n")).isEqualTo(ColumnType.INTEGER);
    }

    @Test
    void aWordFarDownMakesTheColumnACategoryNotAFailure() {
        StringBuilder text = new StringBuilder("a,b\n");
        for (int row = 0; row < 600_000; row++) {
            text.append(row % 7).append(',').append(row == 500_000 ? "unknown" : "3").append('\n');
        }
        Dataset data = read(write(folder, "late.csv", text.toString()));
        assertThat(type(data, "a")).isEqualTo(ColumnType.INTEGER);
        assertThat(data.codes("b").levels()).containsExactly("3", "unknown");
        assertThat(data.text(500_000, 1)).isEqualTo("unknown");
    }

    @Test
    void sameNamesAreToldApartByTheSniffer() {
        Path file = write(folder, "dup.csv", "age,age,,age\n1,2,3,4\n");
        SniffResult sniffed = sniff(file);
        assertThat(sniffed.options().columns().stream().map(c -> c.name()))
                .containsExactly("age", "age (2)", "column 3", "age (3)");
        assertThat(sniffed.guesses()).anyMatch(guess -> guess.contains("age (2)"));
        assertThat(read(file).numbers("age (3)")).containsExactly(4);
    }

    @Test
    void manyDifferentWordsAreText() {
        StringBuilder text = new StringBuilder("id,few\n");
        for (int row = 0; row < 40; row++) {
            text.append("P").append(row).append(',').append("abc".charAt(row % 3)).append('\n');
        }
        Dataset data = read(write(folder, "t.csv", text.toString()));
        assertThat(type(data, "id")).isEqualTo(ColumnType.TEXT);
        assertThat(type(data, "few")).isEqualTo(ColumnType.CATEGORY);
    }

    @Test
    void anEmptyColumnIsTextWithoutValues() {
        Dataset data = read(write(folder, "e.csv", "a,b\n1,\n2,NA\n"));
        assertThat(type(data, "b")).isEqualTo(ColumnType.TEXT);
        assertThat(data.present("b")).isEmpty();
    }

    @Test
    void aSingleColumnNeedsNoSeparator() {
        assertThat(read(write(folder, "one.csv", "x\n1.5\n2.5\n")).numbers("x"))
                .containsExactly(1.5, 2.5);
    }

    @Test
    void thePreviewShowsTheFirstRowsAsTheyStand() {
        Path file = write(folder, "p.csv", "a,b\n" + "1.50,\"x, y\"\n".repeat(300));
        Preview preview = sniff(file).preview();
        assertThat(preview.names()).containsExactly("a", "b");
        assertThat(preview.rows())
                .hasSize(100)
                .allMatch(row -> row.equals(List.of("1.50", "x, y")));
    }

    @Test
    void chosenOptionsOverrideWhatWasSniffed() {
        Path file = write(folder, "o.csv", "a,b\n1,2\n3,-1\n");
        ReadOptions sniffed = sniff(file).options();
        ReadOptions chosen =
                sniffed.with(
                        List.of(),
                        List.of(
                                new ReadOptions.ColumnOptions("A", ColumnType.CATEGORY, List.of()),
                                new ReadOptions.ColumnOptions(
                                        "B", ColumnType.REAL, List.of("-1"))));
        Dataset data = DataReader.read(file, chosen, "test", Progress.NONE);
        assertThat(data.codes("A").levels()).containsExactly("1", "3");
        assertThat(data.numbers("B")).containsExactly(2, Double.NaN);
    }

    @Test
    void aTableToCompareTakesTheTypesOfTheFirst() {
        Dataset real = read(write(folder, "real.csv", "x,g\n1.5,1\n2,b\n"));
        Path synthetic = write(folder, "syn.csv", "g,x\n1,1\n1,2\n");
        Dataset data = DataReader.readAs(synthetic, real.schema(), "syn", Progress.NONE);
        assertThat(type(data, "x")).isEqualTo(ColumnType.REAL);
        assertThat(type(data, "g")).isEqualTo(ColumnType.CATEGORY);
    }

    @Test
    void theResultDoesNotDependOnTheNumberOfThreads() {
        StringBuilder text = new StringBuilder("x,g,t\n");
        for (int row = 0; row < 300_000; row++) {
            text.append(row * 0.25).append(",g").append(row * 7919 % 97).append(",\"t\n");
            text.append(row).append("\"\n");
        }
        Path file = write(folder, "big.csv", text.toString());
        int threads = Parallel.threads();
        try {
            String[] hashes = new String[2];
            for (int i = 0; i < 2; i++) {
                Parallel.setThreads(i + 1);
                hashes[i] = read(file).hash();
            }
            assertThat(hashes[0]).isEqualTo(hashes[1]);
        } finally {
            Parallel.setThreads(threads);
        }
    }

    @Test
    void theSamplesHaveTheirKnownCounts() {
        Dataset flchain = Fixtures.sample("flchain.csv");
        assertThat(flchain.rows()).isEqualTo(7874);
        assertThat(flchain.codes("sex").counts()).containsExactly(4350, 3524);
        assertThat(Arrays.stream(flchain.numbers("death")).sum() / 7874)
                .isCloseTo(0.2755, org.assertj.core.data.Offset.offset(5e-5));
        assertThat(Grouping.of(Fixtures.sample("kidtran.csv"), List.of("race", "gender")).groups())
                .extracting(Grouping.Group::count)
                .containsExactly(432, 280, 92, 59);
        assertThat(Fixtures.sample("survey_nhanes.csv").rows()).isEqualTo(8591);
    }
}
