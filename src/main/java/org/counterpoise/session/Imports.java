package org.counterpoise.session;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.DataSniffer;
import org.counterpoise.engine.data.FileHash;
import org.counterpoise.engine.data.ReadOptions;

import java.nio.file.Path;

/// Import steps for files that are there.
public final class Imports {
    private Imports() {}

    /// The step that reads a file as the sniffer guesses it is to be read.
    ///
    /// @param name of the dataset
    /// @throws org.counterpoise.engine.UserProblem if the file cannot be read as a table
    public static Step.ImportData of(Path file, String name, Progress progress) {
        ReadOptions options = DataSniffer.sniff(file, progress.part(0, 0.5)).options();
        return of(file, name, options, progress.part(0.5, 1));
    }

    /// The step that reads a file as the options say.
    public static Step.ImportData of(
            Path file, String name, ReadOptions options, Progress progress) {
        return new Step.ImportData(
                name, String.valueOf(file.getFileName()), FileHash.sha256(file, progress), options);
    }

    /// The name of a dataset read from a file: the file's without its ending.
    public static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.indexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
