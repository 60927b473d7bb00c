package org.counterpoise.cli;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.FileHash;
import org.counterpoise.session.FileLocator;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The files named on the command line: found by the dataset's name, else by their content.
final class GivenFiles implements FileLocator {
    private final Map<String, Path> files = new LinkedHashMap<>();

    /// Files given as `NAME=FILE`, or as a file alone.
    static GivenFiles of(List<String> given) {
        GivenFiles files = new GivenFiles();
        for (String text : given) {
            int equals = text.indexOf('=');
            Path file = Path.of(text.substring(equals + 1));
            if (!Files.isRegularFile(file)) {
                throw new UserProblem(
                        "There is no such file.",
                        file.toString(),
                        "Name the file a dataset was read from, e.g. --data NAME=FILE.");
            }
            files.add(equals < 0 ? file.toString() : text.substring(0, equals), file);
        }
        return files;
    }

    void add(String name, Path file) {
        files.put(name, file);
    }

    @Override
    public Path locate(String name, String fileName, String sha256) {
        Path named = files.get(name);
        if (named != null) {
            return named;
        }
        for (Path file : files.values()) {
            if (FileHash.sha256(file, Progress.NONE).equals(sha256)) {
                return file;
            }
        }
        return FileLocator.NONE.locate(name, fileName, sha256);
    }
}
