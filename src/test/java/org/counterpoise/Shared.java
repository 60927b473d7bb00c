package org.counterpoise;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// Reference data and numbers kept beside the repository, for conformance tests.
public final class Shared {
    private static final Path ROOT =
            Path.of(System.getProperty("counterpoise.shared", "../shared"));

    private Shared() {}

    /// A file of the reference folder. Skips the test, with a message, where it is not there.
    public static Path file(String name) {
        Path file = ROOT.resolve(name);
        assumeTrue(Files.exists(file), "no reference data at " + file + ": test skipped");
        return file;
    }
}
