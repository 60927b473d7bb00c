package org.counterpoise.session;

import org.counterpoise.engine.UserProblem;

import java.nio.file.Path;
import java.util.Map;

/// Where the file that a step reads is on this machine. Steps hold no folders, so that they can be
/// replayed elsewhere.
@FunctionalInterface
public interface FileLocator {

    /// Knows no files.
    FileLocator NONE =
            (name, fileName, sha256) -> {
                throw new UserProblem(
                        "The file of \"" + name + "\" is needed.",
                        fileName,
                        "Say where it is, for example with --data " + name + "=FILE.");
            };

    /// @param name of the dataset, or "benchmark" for the file of a target population
    /// @param fileName the file's name when the step was first run
    /// @param sha256 of the file's bytes, in hexadecimal
    /// @throws UserProblem if it is not known where the file is
    Path locate(String name, String fileName, String sha256);

    /// The same file whatever is asked for.
    static FileLocator of(Path file) {
        return (name, fileName, sha256) -> file;
    }

    /// Files by the name of their dataset.
    static FileLocator of(Map<String, Path> files) {
        return (name, fileName, sha256) -> {
            Path file = files.get(name);
            return file == null ? NONE.locate(name, fileName, sha256) : file;
        };
    }
}
