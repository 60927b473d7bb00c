package org.counterpoise.engine.data;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Guesses how a file is to be read, and says each guess in words.
///
/// The kind of file, encoding, separator, quote, decimal mark and header are guessed from its
/// beginning; types and missing codes from every cell.
public final class DataSniffer {
    private static final int SAMPLE = 1 << 18;

    private DataSniffer() {}

    /// @throws UserProblem if the file cannot be a table, naming file, line and what to do
    public static SniffResult sniff(Path file, Progress progress) {
        FileCheck.readable(file);
        try {
            return switch (FileCheck.format(file)) {
                case CSV -> csv(file, progress);
                case PLATE_GRID ->
                        throw new IllegalStateException("grids are told from their text");
                case EXCEL -> excel(file, progress);
                case PARQUET -> records(file, ReadOptions.Format.PARQUET, progress);
                case JSON_LINES -> records(file, ReadOptions.Format.JSON_LINES, progress);
            };
        } catch (UncheckedIOException | IOException e) {
            throw FileCheck.problem(file, e);
        }
    }

    /// Guesses types and missing codes anew where the user has set how the file is cut up:
    /// encoding, separator, quote, decimal mark, header, sheet.
    ///
    /// @param chosen the columns are ignored
    /// @throws UserProblem if the file cannot be read so
    public static SniffResult sniffAs(Path file, ReadOptions chosen, Progress progress) {
        FileCheck.readable(file);
        List<String> guesses = new ArrayList<>(List.of("The file is cut up as you have set it."));
        try (TextCopy copy = TextCopy.of(file, chosen, progress.part(0, 0.1))) {
            return columns(copy.text(), chosen, Set.of(), guesses, progress.part(0.1, 1));
        } catch (UncheckedIOException | IOException e) {
            throw FileCheck.problem(file, e);
        }
    }

    private static SniffResult csv(Path file, Progress progress) throws IOException {
        List<String> guesses = new ArrayList<>();
        TextEncoding encoding = TextEncoding.guess(file, progress);
        guesses.add("The encoding is " + encoding.charset() + ": " + encoding.reason() + ".");
        try (TextCopy copy =
                TextCopy.csv(file, encoding.charset(), CsvDialect.PLAIN, progress.part(0, 0.1))) {
            DialectSniffer.Guess guess = dialect(copy.text());
            CsvDialect dialect = guess.dialect();
            tell(guess, guesses);
            CsvText text = copy.text().with(dialect);
            ReadOptions options =
                    new ReadOptions(
                            ReadOptions.Format.CSV,
                            encoding.charset(),
                            String.valueOf((char) dialect.separator()),
                            String.valueOf((char) dialect.quote()),
                            String.valueOf((char) dialect.decimal()),
                            dialect.header(),
                            "",
                            List.of(),
                            List.of());
            if (PlateGrid.looksLikeOne(sample(copy.text()), dialect)) {
                return plates(file, options, guesses, progress.part(0.1, 1));
            }
            return columns(text, options, Set.of(), guesses, progress.part(0.1, 1));
        }
    }

    private static SniffResult plates(
            Path file, ReadOptions cut, List<String> guesses, Progress progress)
            throws IOException {
        guesses.removeIf(guess -> guess.startsWith("The first line holds"));
        guesses.add(
                "The file holds plates drawn as grids: letters down, numbers across. Each well"
                        + " becomes a row.");
        ReadOptions options = cut.withFormat(ReadOptions.Format.PLATE_GRID);
        try (TextCopy copy = TextCopy.of(file, options, progress.part(0, 0.5))) {
            return columns(copy.text(), options, Set.of(), guesses, progress.part(0.5, 1));
        }
    }

    private static SniffResult excel(Path file, Progress progress) throws IOException {
        List<String> guesses = new ArrayList<>();
        List<String> sheets = ExcelText.sheets(file);
        if (sheets.isEmpty()) {
            throw FileCheck.notATable(file, "The workbook has no visible sheet.");
        }
        String sheet = sheets.getFirst();
        guesses.add(
                sheets.size() == 1
                        ? "Sheet \"" + sheet + "\" is read; it is the only one."
                        : "Sheet \""
                                + sheet
                                + "\" is read, the first of "
                                + String.join(", ", sheets)
                                + ".");
        try (TextCopy copy = TextCopy.excel(file, sheet, true, progress.part(0, 0.5))) {
            boolean header =
                    DialectSniffer.header(
                            DialectSniffer.rows(sample(copy.text()), ',', '"', true), (byte) '.');
            guesses.add(header(header));
            CsvText text = copy.text().with(copy.text().dialect().withHeader(header));
            ReadOptions options =
                    options(ReadOptions.Format.EXCEL, CsvDialect.PLAIN.withHeader(header), sheet);
            return columns(text, options, Set.of(), guesses, progress.part(0.5, 1));
        }
    }

    private static SniffResult records(Path file, ReadOptions.Format format, Progress progress)
            throws IOException {
        try (TextCopy copy = TextCopy.records(file, format, progress.part(0, 0.5))) {
            return columns(
                    copy.text(),
                    options(format, CsvDialect.PLAIN, ""),
                    copy.wordsOnly(),
                    new ArrayList<>(
                            List.of(
                                    format == ReadOptions.Format.PARQUET
                                            ? "The file is Parquet: it names its columns itself."
                                            : "The file is JSON: each object is a row.")),
                    progress.part(0.5, 1));
        }
    }

    private static ReadOptions options(
            ReadOptions.Format format, CsvDialect dialect, String sheet) {
        return new ReadOptions(
                format,
                "UTF-8",
                "",
                "",
                String.valueOf((char) dialect.decimal()),
                dialect.header(),
                sheet,
                List.of(),
                List.of());
    }

    private static DialectSniffer.Guess dialect(CsvText text) throws IOException {
        String sample = sample(text);
        requireText(text, sample);
        return DialectSniffer.guess(sample, sample.length() == SAMPLE);
    }

    /// The beginning of a text, one character per byte.
    private static String sample(CsvText text) throws IOException {
        byte[] sample = new byte[SAMPLE];
        try (FileChannel channel = FileChannel.open(text.bytes(), StandardOpenOption.READ)) {
            int length = CsvText.fill(channel, sample, SAMPLE, text.start());
            return new String(sample, 0, length, StandardCharsets.ISO_8859_1);
        }
    }

    private static void requireText(CsvText text, String sample) {
        long controls = sample.chars().filter(c -> c < '\t').count();
        if (controls > sample.length() / 100) {
            throw FileCheck.notATable(text.shown(), "The file is binary, not text.");
        }
    }

    private static void tell(DialectSniffer.Guess guess, List<String> guesses) {
        CsvDialect dialect = guess.dialect();
        String separator =
                switch (dialect.separator()) {
                    case '\t' -> "a tab";
                    case ';' -> "a semicolon";
                    case '|' -> "a vertical bar";
                    default -> "a comma";
                };
        guesses.add(
                guess.columns() == 1
                        ? "There is one column: no separator cuts the lines alike."
                        : String.format(
                                Locale.ROOT,
                                "The separator is %s: it cuts %.0f %% of the first lines into %,d"
                                        + " cells.",
                                separator,
                                100 * guess.agreement(),
                                guess.columns()));
        guesses.add("Cells may be in quotes: " + (char) dialect.quote() + ".");
        guesses.add(
                dialect.decimal() == ','
                        ? "The decimal mark is a comma: numbers are written like 1,5."
                        : "The decimal mark is a point.");
        guesses.add(header(dialect.header()));
    }

    private static String header(boolean header) {
        return header
                ? "The first line holds the names of the columns."
                : "The first line holds data, not names: it looks like the lines below.";
    }

    /// Names, types and missing codes of the columns.
    ///
    /// @param wordsOnly columns that the file itself says hold text
    static SniffResult columns(
            CsvText text,
            ReadOptions options,
            Set<String> wordsOnly,
            List<String> guesses,
            Progress progress)
            throws IOException {
        CsvIndex index = CsvIndex.of(text, progress.part(0, 0.2));
        if (index.rows() == 0) {
            throw CsvReader.noRows(text);
        }
        List<String> names =
                DialectSniffer.distinctNames(PreviewReader.names(text, index), guesses);
        List<TypeSniffer.Guess> types =
                TypeSniffer.guess(text, index, names, wordsOnly, progress.part(0.2, 1));
        Set<String> missing = new LinkedHashSet<>();
        List<ReadOptions.ColumnOptions> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            TypeSniffer.Guess type = types.get(i);
            missing.addAll(type.missing());
            columns.add(new ReadOptions.ColumnOptions(names.get(i), type.type(), type.sentinels()));
            tell(names.get(i), type, guesses);
        }
        ReadOptions complete = options.with(List.copyOf(missing), columns);
        return new SniffResult(complete, guesses, PreviewReader.preview(text, index, names));
    }

    private static void tell(String name, TypeSniffer.Guess guess, List<String> guesses) {
        if (!guess.missing().isEmpty()) {
            guesses.add(
                    "In \""
                            + name
                            + "\", "
                            + String.join(" and ", guess.missing())
                            + (guess.missing().size() == 1 ? " means" : " mean")
                            + " missing.");
        }
        if (!guess.sentinels().isEmpty()) {
            guesses.add(
                    "In \""
                            + name
                            + "\", "
                            + String.join(" and ", guess.sentinels())
                            + " is taken for missing: "
                            + guess.reason()
                            + ".");
        } else if (!guess.reason().isEmpty()) {
            guesses.add("\"" + name + "\" is kept as text: " + guess.reason() + ".");
        }
    }
}
