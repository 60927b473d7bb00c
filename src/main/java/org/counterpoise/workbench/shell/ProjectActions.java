package org.counterpoise.workbench.shell;

import org.counterpoise.session.Project;
import org.counterpoise.session.Samples;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// Opening projects, samples and data files, from wherever it is asked for.
final class ProjectActions {
    private static final String ENDING = ".counterpoise.mv.db";

    private final Workspace workspace;
    private final Supplier<String> firstPage;

    /// @param firstPage the page to show once a project is open
    ProjectActions(Workspace workspace, Supplier<String> firstPage) {
        this.workspace = workspace;
        this.firstPage = firstPage;
    }

    /// Asks for a data file and lets a page show how it reads.
    void chooseData() {
        workspace
                .filePrompt()
                .open("Open a data file", FilePrompt.Kind.DATA)
                .ifPresent(workspace::openData);
    }

    void chooseProject() {
        workspace
                .filePrompt()
                .open("Open a project", FilePrompt.Kind.PROJECT)
                .ifPresent(this::openProject);
    }

    /// Opens what was dropped on the window: a project as a project, anything else as data.
    void openAny(Path file) {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(ENDING)) {
            openProject(file);
        } else {
            workspace.openData(file);
        }
    }

    /// Opens a project, asking for its password where it has one.
    void openProject(Path file) {
        workspace
                .compute("Looking at " + file.getFileName(), _ -> Project.needsPassword(file))
                .thenAccept(
                        locked -> {
                            if (locked) {
                                PasswordDialog.ask(workspace, file)
                                        .ifPresent(word -> open(file, Optional.of(word)));
                            } else {
                                open(file, Optional.empty());
                            }
                        });
    }

    private void open(Path file, Optional<char[]> password) {
        workspace.open(file, password).thenRun(() -> workspace.show(firstPage.get()));
    }

    /// Opens a sample project as it was left, or makes it: all its steps run, and each is shown as
    /// it is done.
    void openSample(Samples sample) {
        workspace.openOrBuild(
                workspace.folders().projects().resolve("samples").resolve(sample.id() + ENDING),
                "Opening " + sample.title(),
                sample::runAll);
        workspace.show(firstPage.get());
    }
}
