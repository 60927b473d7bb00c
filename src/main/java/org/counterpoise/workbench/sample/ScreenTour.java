package org.counterpoise.workbench.sample;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.session.Project;
import org.counterpoise.workbench.ScreenShots;
import org.counterpoise.workbench.shell.FilePrompt;
import org.counterpoise.workbench.shell.Folders;
import org.counterpoise.workbench.shell.Shell;
import org.counterpoise.workbench.shell.Theme;
import org.counterpoise.workbench.shell.Workspace;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/// Opens a project in a window that nobody sees, goes to each page in turn, waits until its work is
/// done, and saves its picture, light and dark.
final class ScreenTour {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    /// Frames without a running job after which a page is taken to have settled.
    private static final int QUIET_FRAMES = 40;

    private final Path project;
    private final Path folder;
    private final PrintStream out;
    private final CompletableFuture<Boolean> finished = new CompletableFuture<>();
    private final Queue<Picture> wanted = new ArrayDeque<>();

    /// Tall enough for a page that scrolls to be seen whole.
    private static final double WHOLE = 3200;

    private record Picture(String page, Theme.Choice theme, double height) {
        String fileName() {
            return page
                    + (height == WHOLE ? "-whole" : "")
                    + (theme == Theme.Choice.DARK ? "-dark" : "")
                    + ".png";
        }
    }

    /// @param project the file of a project
    /// @param folder where the pictures go
    ScreenTour(Path project, Path folder, PrintStream out) {
        this.project = project;
        this.folder = folder;
        this.out = out;
    }

    /// Takes all pictures. Starts JavaFX; to be called once in a process.
    void take() {
        Platform.setImplicitExit(false);
        Platform.startup(this::open);
        finished.join();
    }

    private void open() {
        Theme.loadFonts();
        Workspace workspace =
                new Workspace(
                        new Folders(
                                folder.resolveSibling("config"), folder.resolveSibling("projects")),
                        new NoAnswers());
        Shell shell = Shell.whole(workspace);
        Scene scene = new Scene(shell, WIDTH, HEIGHT);
        workspace.theme().dress(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        plan(shell.pageIds());
        workspace
                .open("Opening", _ -> Project.open(project, Optional.empty()))
                .whenComplete(
                        (_, failure) -> {
                            if (failure == null) {
                                new Photographer(workspace, scene).start();
                            } else {
                                finished.completeExceptionally(failure);
                            }
                        });
    }

    private void plan(List<String> pages) {
        for (Theme.Choice theme : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
            wanted.add(new Picture(Workspace.WELCOME, theme, HEIGHT));
            pages.forEach(page -> wanted.add(new Picture(page, theme, HEIGHT)));
            wanted.add(new Picture("generate", theme, WHOLE));
        }
    }

    /// Looks at every frame whether the page in view has come to rest.
    private final class Photographer extends AnimationTimer {
        private final Workspace workspace;
        private final Scene scene;
        private int quiet;

        Photographer(Workspace workspace, Scene scene) {
            this.workspace = workspace;
            this.scene = scene;
            turn();
        }

        private void turn() {
            quiet = 0;
            Picture next = wanted.element();
            workspace.theme().choice().set(next.theme());
            workspace.show(next.page());
            // The screen may be smaller than the picture: pages settle at the picture's size.
            scene.getRoot().resize(WIDTH, next.height());
        }

        @Override
        public void handle(long now) {
            quiet = workspace.jobs().idle() ? quiet + 1 : 0;
            if (quiet < QUIET_FRAMES) {
                return;
            }
            Picture taken = wanted.remove();
            Path file = folder.resolve(taken.fileName());
            ScreenShots.save(scene, WIDTH, taken.height(), file);
            out.println("      " + file);
            if (wanted.isEmpty()) {
                stop();
                workspace.close();
                finished.complete(true);
            } else {
                turn();
            }
        }
    }

    /// There is nobody to ask.
    private static final class NoAnswers implements FilePrompt {
        @Override
        public Optional<Path> open(String title, Kind kind) {
            throw nobody();
        }

        @Override
        public Optional<Path> save(String title, String proposedName, Kind kind) {
            throw nobody();
        }

        private static UserProblem nobody() {
            return new UserProblem(
                    "There is nobody to ask for a file.", "sample session", "Open the workbench.");
        }
    }
}
