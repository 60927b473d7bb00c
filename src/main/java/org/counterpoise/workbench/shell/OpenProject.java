package org.counterpoise.workbench.shell;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.session.Project;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The project that is open, if any. Touched by one thread only: the jobs' project lane.
final class OpenProject {
    private static final String ENDING = ".counterpoise.mv.db";

    private @Nullable Project project;

    boolean isOpen() {
        return project != null;
    }

    /// @throws UserProblem if no project is open
    Project get() {
        Project open = project;
        if (open == null) {
            throw new UserProblem(
                    "No project is open.", "", "Open a project or a data file first.");
        }
        return open;
    }

    /// Opens another in place of the current one.
    void replace(Project opened) {
        close();
        project = opened;
    }

    void close() {
        if (project != null) {
            project.close();
            project = null;
        }
    }

    /// Closes a project that never came to hold anything, and leaves no file of it.
    void discard() {
        Optional<Path> file = get().file();
        close();
        file.ifPresent(OpenProject::delete);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    /// Makes a new project in a folder, under the first free name.
    static Project create(Path folder, String name) {
        String clean = name.replaceAll("[^\\p{L}\\p{N} ._-]", "_").strip();
        String base = clean.isEmpty() ? "project" : clean;
        Path file = folder.resolve(base + ENDING);
        for (int number = 2; Files.exists(file); number++) {
            file = folder.resolve(base + " " + number + ENDING);
        }
        return createAt(file);
    }

    /// Makes a new project in a file that is not there, and its folder if need be.
    static Project createAt(Path file) {
        Path folder = file.toAbsolutePath().resolveSibling("");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw unusable(folder, e);
        }
        return Project.create(file, Optional.empty());
    }

    private static UserProblem unusable(Path place, IOException cause) {
        return new UserProblem(
                "The folder for new projects cannot be used: " + cause.getMessage(),
                place.toString(),
                "Check its permissions and the space left.",
                cause);
    }
}
