package org.counterpoise.session;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.FileHash;

import java.nio.file.Path;

/// The file that a step reads, found and recognised.
final class SourceFile {
    private SourceFile() {}

    /// @throws UserProblem if the file is not known, cannot be read, or is not the one that the
    ///     step was made for
    static Path checked(
            FileLocator files, String name, String fileName, String sha256, Progress progress) {
        Path file = files.locate(name, fileName, sha256);
        if (!FileHash.sha256(file, progress).equals(sha256)) {
            throw new UserProblem(
                    "This is not the file that \""
                            + name
                            + "\" was read from: its content differs.",
                    file.toString(),
                    "Choose the file " + fileName + " as it was then.");
        }
        return file;
    }
}
