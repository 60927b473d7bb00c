package org.counterpoise.session.store;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.h2.tools.Recover;
import org.h2.tools.RunScript;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Saves what can be read of a damaged project into a new one. Works on a copy; the damaged file
/// stays as it is.
public final class Rescue {
    private static final String COPY = "copy";
    private static final String PAGES = "pages";
    private static final String RECOVERED = "recovered";
    private static final String ENDING = ".counterpoise";
    private static final String FILE_ENDING = ENDING + ".mv.db";

    private Rescue() {}

    /// Saves all steps up to the first that cannot be read, and of what they made whatever can.
    ///
    /// @param damaged a project without a password
    /// @param target a file that does not exist yet
    /// @throws UserProblem if no step at all can be read, or the target cannot be written
    public static RescueReport rescue(Path damaged, Path target) {
        Location source = Location.existing(damaged, Optional.empty());
        Path folder = null;
        try {
            folder = Files.createTempDirectory("counterpoise-rescue");
            Path copy = folder.resolve(COPY + FILE_ENDING);
            Files.copy(source.file(), copy);
            return fromCopy(copy, source.file(), target);
        } catch (IOException e) {
            throw StoreProblems.of(e, source.file());
        } finally {
            if (folder != null) {
                delete(folder);
            }
        }
    }

    private static RescueReport fromCopy(Path copy, Path original, Path target) throws IOException {
        try (ProjectFile source = ProjectFile.open(copy, Optional.empty())) {
            return save(source, target);
        } catch (UserProblem unopened) {
            // H2 keeps its lock on a file that it failed to open, so it needs a fresh copy.
            Path pages = copy.resolveSibling(PAGES + FILE_ENDING);
            Files.copy(original, pages);
            Path recovered = recovered(pages, unopened);
            try (ProjectFile source = ProjectFile.open(recovered, Optional.empty())) {
                return save(source, target);
            }
        }
    }

    /// Lets H2 read the pages one by one, past those that are broken.
    private static Path recovered(Path pages, UserProblem unopened) {
        Path folder = pages.resolveSibling(".").normalize();
        Path recovered = pages.resolveSibling(RECOVERED + FILE_ENDING);
        try {
            Recover.execute(folder.toString(), PAGES + ENDING);
            RunScript.execute(
                    "jdbc:h2:file:" + folder.resolve(RECOVERED + ENDING).toAbsolutePath(),
                    Database.USER,
                    "",
                    folder.resolve(PAGES + ENDING + ".h2.sql").toString(),
                    StandardCharsets.UTF_8,
                    true);
            return recovered;
        } catch (SQLException e) {
            e.addSuppressed(unopened);
            throw nothing(pages, e);
        }
    }

    private static RescueReport save(ProjectFile source, Path target) {
        List<StoredStep> steps = source.steps().stream().filter(step -> !step.undone()).toList();
        if (steps.isEmpty()) {
            throw nothing(source.path(), new IllegalStateException("no steps"));
        }
        List<String> saved = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        try (ProjectFile rescued = ProjectFile.create(target, Optional.empty())) {
            for (StoredStep step : steps) {
                List<StoredArtifact> artifacts = new ArrayList<>();
                for (String id : source.artifactIds(step.number())) {
                    read(source, id).ifPresentOrElse(artifacts::add, () -> lost.add(id));
                }
                artifacts.forEach(artifact -> saved.add(artifact.id()));
                rescued.append(step, artifacts, Progress.NONE);
            }
            return new RescueReport(rescued.path(), steps.size(), saved, lost);
        }
    }

    private static Optional<StoredArtifact> read(ProjectFile source, String id) {
        try {
            return source.artifact(id);
        } catch (UserProblem unreadable) {
            return Optional.empty();
        }
    }

    private static UserProblem nothing(Path file, Throwable cause) {
        return new UserProblem(
                "Nothing in this file can be read any more.",
                file.toString(),
                "Go back to a copy of the project, or replay its protocol.",
                cause);
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(
                    folder,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes about)
                                throws IOException {
                            Files.delete(file);
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult postVisitDirectory(
                                Path visited, @Nullable IOException failure) throws IOException {
                            Files.delete(visited);
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}
