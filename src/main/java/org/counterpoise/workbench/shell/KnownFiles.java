package org.counterpoise.workbench.shell;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.session.FileLocator;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Where the files are that this window has been shown, by their hash: steps name files only by
/// name and hash.
public final class KnownFiles implements FileLocator {
    private final Map<String, Path> byHash = new ConcurrentHashMap<>();

    public void know(String sha256, Path file) {
        byHash.put(sha256, file);
    }

    @Override
    public Path locate(String name, String fileName, String sha256) {
        Path file = byHash.get(sha256);
        if (file == null) {
            throw new UserProblem(
                    "The file \"" + fileName + "\" is not known in this window.",
                    name,
                    "Open it again on the Data page.");
        }
        return file;
    }
}
