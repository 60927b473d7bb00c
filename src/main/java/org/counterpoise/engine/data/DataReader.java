package org.counterpoise.engine.data;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads files into datasets.
public final class DataReader {
    private DataReader() {}

    /// Guesses how the file is to be read, and reads it so.
    ///
    /// @throws UserProblem naming file, line, column, value and what to do
    public static Dataset read(Path file, String datasetName, Progress progress) {
        SniffResult sniffed = DataSniffer.sniff(file, progress.part(0, 0.5));
        return read(file, sniffed.options(), datasetName, progress.part(0.5, 1));
    }

    /// Reads a file exactly as the options say; nothing is guessed.
    ///
    /// Categories keep the file's words, their levels in alphabetical order. The empty cell is
    /// missing everywhere.
    ///
    /// @return the whole table, [Part#WHOLE], every column a feature but the mark of a row's
    ///     origin, which is ignored
    /// @throws UserProblem naming file, line, column, value and what to do
    public static Dataset read(
            Path file, ReadOptions options, String datasetName, Progress progress) {
        FileCheck.readable(file);
        requireDistinctNames(file, options);
        try (TextCopy copy = TextCopy.of(file, options, progress.part(0, 0.3))) {
            return OriginColumn.recognised(
                    CsvReader.read(copy.text(), options, datasetName, progress.part(0.3, 1)));
        } catch (UncheckedIOException | IOException e) {
            throw FileCheck.problem(file, e);
        }
    }

    /// Reads a file that is to be compared with a table already read: columns that the schema knows
    /// by name take its types, whatever they look like on their own.
    ///
    /// @throws UserProblem naming file, line, column, value and what to do, also where a cell does
    ///     not fit the schema's type
    public static Dataset readAs(Path file, Schema like, String datasetName, Progress progress) {
        ReadOptions sniffed = DataSniffer.sniff(file, progress.part(0, 0.5)).options();
        List<ReadOptions.ColumnOptions> columns =
                sniffed.columns().stream()
                        .map(
                                column ->
                                        like.has(column.name())
                                                ? column.withType(like.column(column.name()).type())
                                                : column)
                        .toList();
        return read(
                file, sniffed.with(sniffed.missing(), columns), datasetName, progress.part(0.5, 1));
    }

    private static void requireDistinctNames(Path file, ReadOptions options) {
        if (options.columns().isEmpty()) {
            throw FileCheck.notATable(file, "The file has no columns.");
        }
        Set<String> seen = new HashSet<>();
        for (ReadOptions.ColumnOptions column : options.columns()) {
            if (!seen.add(column.name())) {
                throw new UserProblem(
                        "Two columns are called \"" + column.name() + "\".",
                        file.getFileName() + ", line 1",
                        "Give each column its own name.");
            }
        }
    }
}
