package org.counterpoise.workbench.report;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.workbench.shell.Workspace;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/// Shows a folder in the system's file manager.
final class Folder {
    private Folder() {}

    /// Opens the folder that holds a file. Where the system cannot, says where the file is.
    static void open(Workspace workspace, Path file) {
        Path absolute = file.toAbsolutePath();
        Path folder = Objects.requireNonNullElse(absolute.getParent(), absolute);
        workspace.compute(
                "Opening the folder",
                _ -> {
                    if (GraphicsEnvironment.isHeadless()
                            || !Desktop.isDesktopSupported()
                            || !Desktop.getDesktop().isSupported(Desktop.Action.OPEN)) {
                        throw new UserProblem(
                                "This system has no file manager to open.",
                                folder.toString(),
                                "Open the folder yourself.");
                    }
                    try {
                        Desktop.getDesktop().open(folder.toFile());
                    } catch (IOException e) {
                        throw new UserProblem(
                                "The folder could not be opened.",
                                folder.toString(),
                                "Open it yourself.",
                                e);
                    }
                    return folder;
                });
    }
}
