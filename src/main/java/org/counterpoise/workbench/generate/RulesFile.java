package org.counterpoise.workbench.generate;

import org.counterpoise.engine.UserProblem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A text file of rules.
final class RulesFile {
    private RulesFile() {}

    /// @throws UserProblem if it is not a text that can be read
    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UserProblem(
                    "The rules could not be read.",
                    file.toString(),
                    "Choose a text file in UTF-8 with one rule on each line.",
                    e);
        }
    }
}
