package org.counterpoise.workbench.data;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.DataSniffer;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.FileHash;
import org.counterpoise.engine.data.ReadOptions;
import org.counterpoise.session.BenchmarkSource;
import org.counterpoise.workbench.shell.FilePrompt;

import java.nio.file.Path;
import java.util.List;

/// Takes the target population's shares from a file with one row per group.
final class TargetFile {
    private TargetFile() {}

    static void choose(DataModel model, Dataset data) {
        model.workspace()
                .filePrompt()
                .open("A file with one row per group and its count or share", FilePrompt.Kind.DATA)
                .ifPresent(file -> read(model, data, file));
    }

    private static void read(DataModel model, Dataset data, Path file) {
        model.workspace()
                .compute(
                        "Looking at " + file.getFileName(),
                        progress -> {
                            ReadOptions options = DataSniffer.sniff(file, progress).options();
                            String hash = FileHash.sha256(file, progress);
                            model.workspace().files().know(hash, file);
                            return source(data, file, hash, options);
                        })
                .thenAccept(model::setTarget);
    }

    /// The file's columns that the dataset has too are its groups; the one numeric column besides
    /// is their count or share.
    static BenchmarkSource.File source(Dataset data, Path file, String hash, ReadOptions options) {
        List<String> groups =
                options.columns().stream()
                        .map(ReadOptions.ColumnOptions::name)
                        .filter(data.schema()::has)
                        .toList();
        if (groups.isEmpty()) {
            throw new UserProblem(
                    "No column of the file is a column of \"" + data.name() + "\".",
                    file.getFileName().toString(),
                    "Name its group columns like those of the dataset, such as sex and age.");
        }
        List<String> counts =
                options.columns().stream()
                        .filter(column -> !groups.contains(column.name()))
                        .filter(TargetFile::numeric)
                        .map(ReadOptions.ColumnOptions::name)
                        .toList();
        return new BenchmarkSource.File(
                file.getFileName().toString(),
                hash,
                options,
                groups,
                counts.isEmpty() ? "" : counts.getFirst());
    }

    private static boolean numeric(ReadOptions.ColumnOptions column) {
        return column.type() == ColumnType.INTEGER || column.type() == ColumnType.REAL;
    }
}
