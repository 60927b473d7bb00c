package org.counterpoise.engine.data;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// The text of a file as the parser wants it: the file itself where its bytes can be parsed as they
/// are, else a temporary copy in UTF-8 that is deleted on closing.
///
/// One parser for all formats means one set of rules for types, missing codes and messages.
final class TextCopy implements AutoCloseable {
    private static final int BLOCK = 1 << 16;

    private final CsvText text;
    private final Optional<Path> temporary;
    private final Set<String> wordsOnly;

    private TextCopy(CsvText text, Optional<Path> temporary, Set<String> wordsOnly) {
        this.text = text;
        this.temporary = temporary;
        this.wordsOnly = wordsOnly;
    }

    /// Columns that the file itself says hold text.
    Set<String> wordsOnly() {
        return wordsOnly;
    }

    CsvText text() {
        return text;
    }

    static TextCopy of(Path file, ReadOptions options, Progress progress) throws IOException {
        return switch (options.format()) {
            case CSV -> csv(file, options.encoding(), CsvDialect.of(options), progress);
            case PLATE_GRID -> plates(file, options, progress);
            case EXCEL -> excel(file, options.sheet(), options.header(), progress);
            case PARQUET, JSON_LINES -> records(file, options.format(), progress);
        };
    }

    /// One sheet of a workbook.
    static TextCopy excel(Path file, String sheet, boolean header, Progress progress)
            throws IOException {
        return copy(
                file,
                CsvDialect.PLAIN.withHeader(header),
                CsvText.Places.SHEET_ROWS,
                target -> {
                    ExcelText.write(file, sheet, target, progress);
                    return Set.of();
                });
    }

    /// Plates drawn as grids, as one row per well.
    static TextCopy plates(Path file, ReadOptions options, Progress progress) throws IOException {
        CsvDialect dialect = CsvDialect.of(options);
        return copy(
                file,
                CsvDialect.PLAIN.withDecimal(dialect.decimal()),
                CsvText.Places.RECORDS,
                target -> {
                    PlateGrid.write(file, options.encoding(), dialect, target, progress);
                    return Set.of();
                });
    }

    /// Formats that name their columns themselves.
    static TextCopy records(Path file, ReadOptions.Format format, Progress progress)
            throws IOException {
        return copy(
                file,
                CsvDialect.PLAIN,
                CsvText.Places.RECORDS,
                target ->
                        format == ReadOptions.Format.PARQUET
                                ? ParquetText.write(file, target, progress)
                                : JsonText.write(file, target, progress));
    }

    /// Text in any encoding.
    static TextCopy csv(Path file, String encoding, CsvDialect dialect, Progress progress)
            throws IOException {
        Charset charset = TextEncoding.charset(encoding);
        int mark = TextEncoding.markLength(file, charset);
        if (TextEncoding.parsable(charset)) {
            return new TextCopy(
                    CsvText.of(file, mark, charset, dialect), Optional.empty(), Set.of());
        }
        return copy(
                file,
                dialect,
                CsvText.Places.LINES,
                target -> {
                    transcode(file, charset, target, progress);
                    return Set.of();
                });
    }

    /// Writes a copy and tells which columns hold text by the file's own word.
    @FunctionalInterface
    private interface Maker {
        Set<String> make(Path target) throws IOException;
    }

    private static TextCopy copy(Path file, CsvDialect dialect, CsvText.Places places, Maker maker)
            throws IOException {
        Path target = Files.createTempFile("counterpoise-", ".csv");
        Optional<Set<String>> words = Optional.empty();
        try {
            words = Optional.of(maker.make(target));
        } finally {
            if (words.isEmpty()) {
                Files.deleteIfExists(target);
            }
        }
        CsvText text = new CsvText(file, target, 0, StandardCharsets.UTF_8, dialect, places);
        return new TextCopy(text, Optional.of(target), words.get());
    }

    private static void transcode(Path file, Charset charset, Path target, Progress progress)
            throws IOException {
        long line = 1;
        try (Reader reader =
                        new InputStreamReader(Files.newInputStream(file), charset.newDecoder());
                Writer writer = Files.newBufferedWriter(target)) {
            char[] block = new char[BLOCK];
            int length = reader.read(block);
            int from = length > 0 && block[0] == '\uFEFF' ? 1 : 0;
            while (length >= 0) {
                progress.check();
                writer.write(block, from, length - from);
                for (int i = from; i < length; i++) {
                    line += block[i] == '\n' ? 1 : 0;
                }
                from = 0;
                length = reader.read(block);
            }
        } catch (CharacterCodingException e) {
            throw new UserProblem(
                    "The file is not text in the encoding " + charset.name() + ".",
                    file.getFileName() + ", line " + line + " or later",
                    "Choose another encoding, for example UTF-8.",
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        if (temporary.isPresent()) {
            Files.deleteIfExists(temporary.get());
        }
    }
}
