package org.counterpoise.engine.data;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// Reads delimited text into primitive columns, several chunks at a time.
final class CsvReader {
    private CsvReader() {}

    /// Runs the parser over all chunks. Of several problems, the first in the file is thrown,
    /// whatever the number of threads.
    ///
    /// @param sinks of one chunk, by its number
    static void parse(
            CsvText text,
            CsvIndex index,
            List<ReadOptions.ColumnOptions> columns,
            java.util.function.IntFunction<CellSink[]> sinks,
            Progress progress,
            String phrase) {
        List<Optional<UserProblem>> problems =
                Parallel.map(
                        index.chunks().size(),
                        progress,
                        phrase,
                        chunk -> {
                            try {
                                new CsvParser(text, columns, sinks.apply(chunk))
                                        .parse(index.chunks().get(chunk));
                                return Optional.empty();
                            } catch (UserProblem problem) {
                                return Optional.of(problem);
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
        problems.stream()
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(
                        problem -> {
                            throw problem;
                        });
    }

    static Dataset read(CsvText text, ReadOptions options, String name, Progress progress)
            throws IOException {
        CsvIndex index = CsvIndex.of(text, progress.part(0, 0.2));
        if (index.rows() == 0) {
            throw noRows(text);
        }
        List<ReadOptions.ColumnOptions> columns = options.columns();
        List<ColumnBuilder> builders =
                columns.stream().map(column -> builder(column, options, text, index)).toList();
        parse(
                text,
                index,
                columns,
                chunk ->
                        builders.stream()
                                .map(builder -> builder.sink(chunk))
                                .toArray(CellSink[]::new),
                progress.part(0.2, 1),
                "Reading " + text.name());
        return new Dataset(
                name,
                Part.WHOLE,
                new Schema(columns.stream().map(c -> ColumnInfo.of(c.name(), c.type())).toList()),
                builders.stream().map(ColumnBuilder::finish).toList());
    }

    private static ColumnBuilder builder(
            ReadOptions.ColumnOptions column, ReadOptions options, CsvText text, CsvIndex index) {
        MissingCodes missing =
                new MissingCodes(
                        options.missing(),
                        column.missing(),
                        text.charset(),
                        text.dialect().decimal());
        return ColumnBuilder.of(column, text, missing, index.chunks(), index.rows());
    }

    static UserProblem noRows(CsvText text) {
        return new UserProblem(
                text.dialect().header()
                        ? "The file has column names but no rows."
                        : "The file has no rows.",
                text.name(),
                "Choose a file that holds data.");
    }
}
