package org.counterpoise.engine.data;

import org.counterpoise.engine.UserProblem;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Files that are either written whole or not at all.
final class AtomicFile {
    private AtomicFile() {}

    /// Writes into a given path.
    @FunctionalInterface
    interface Content {
        void writeTo(Path path) throws IOException;
    }

    /// Writes beside the target and moves the result over it; on any failure, an existing file
    /// stays as it was and nothing is left behind.
    ///
    /// @throws UserProblem if the folder is missing or full or may not be written to
    static void write(Path target, Content content) {
        Path file = target.toAbsolutePath();
        if (Files.isDirectory(file)) {
            throw new UserProblem(
                    "This is a folder, not a file.", file.toString(), "Choose a file name.");
        }
        try {
            Path folder = file.getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                throw new UserProblem(
                        "There is no such folder.",
                        String.valueOf(folder),
                        "Create it first, or choose another.");
            }
            Path beside = Files.createTempFile(folder, ".", ".part");
            try {
                content.writeTo(beside);
                move(beside, file);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw FileCheck.problem(file, e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(
                    from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
