package org.counterpoise.engine.data;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Small files and tables for the tests of this room.
final class Fixtures {
    private Fixtures() {}

    static Path write(Path folder, String name, String text) {
        return write(folder, name, text, StandardCharsets.UTF_8);
    }

    static Path write(Path folder, String name, String text, Charset charset) {
        return write(folder, name, text.getBytes(charset));
    }

    static Path write(Path folder, String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Dataset read(Path file) {
        return DataReader.read(file, "test", Progress.NONE);
    }

    static SniffResult sniff(Path file) {
        return DataSniffer.sniff(file, Progress.NONE);
    }

    /// A file of the repository's own samples.
    static Dataset sample(String name) {
        return read(Path.of("sample-data", name));
    }

    /// What the user is told when the work fails.
    static UserProblem problem(Runnable work) {
        try {
            work.run();
        } catch (UserProblem problem) {
            return problem;
        }
        throw new AssertionError("no problem was told");
    }

    /// The texts of one column, row by row.
    static List<String> texts(Dataset data, String column) {
        int index = data.schema().indexOf(column);
        return java.util.stream.IntStream.range(0, data.rows())
                .mapToObj(row -> data.text(row, index))
                .toList();
    }

    static ColumnType type(Dataset data, String column) {
        return data.schema().column(column).type();
    }

    static Dataset table(ColumnInfo info, Column column) {
        return new Dataset("test", Part.WHOLE, new Schema(List.of(info)), List.of(column));
    }

    static Dataset numbers(String name, double... values) {
        return table(ColumnInfo.of(name, ColumnType.REAL), new Column.Numbers(values));
    }

    static Column.Codes codes(List<String> levels, int... codes) {
        return new Column.Codes(codes, levels);
    }

    static Dataset withOutcome(Dataset data, String column, String positive) {
        return data.withSchema(
                data.schema()
                        .with(
                                column,
                                info ->
                                        info.withRole(Role.OUTCOME)
                                                .withPositive(Optional.of(positive))));
    }
}
