package org.counterpoise.workbench.shell;

import java.nio.file.Path;

/// Opening projects and data files, from wherever it is asked for.
final class ProjectActions {
    private final Workspace workspace;

    ProjectActions(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Asks for a data file and lets a page show how it reads.
    void chooseData() {
        workspace
                .filePrompt()
                .open("Open a data file", FilePrompt.Kind.DATA)
                .ifPresent(workspace::openData);
    }

    /// Opens what was dropped on the window.
    void openAny(Path file) {
        workspace.openData(file);
    }
}
