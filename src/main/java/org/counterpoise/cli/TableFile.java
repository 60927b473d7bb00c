package org.counterpoise.cli;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.DataWriter;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.WriteOptions;

import java.nio.file.Path;
import java.util.Locale;

/// The file that `--out` names, its kind told by its name.
record TableFile(Path file, boolean parquet) {

    /// @throws UserProblem if the name ends neither in .csv nor in .parquet
    static TableFile of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".parquet") && !name.endsWith(".csv")) {
            throw new UserProblem(
                    "It is not clear what kind of file to write.",
                    "option --out " + file,
                    "Let the name end in .csv or .parquet.");
        }
        return new TableFile(file, name.endsWith(".parquet"));
    }

    void write(Dataset data, WriteOptions options, Progress progress) {
        if (parquet) {
            DataWriter.writeParquet(data, file, options, progress);
        } else {
            DataWriter.writeCsv(data, file, options, progress);
        }
    }
}
