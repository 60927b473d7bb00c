package org.counterpoise.workbench;

import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;

import org.counterpoise.workbench.shell.FilePrompt;
import org.counterpoise.workbench.shell.Folders;
import org.counterpoise.workbench.shell.Shell;
import org.counterpoise.workbench.shell.Theme;
import org.counterpoise.workbench.shell.Workspace;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// The window's life: made from the folders of this system, closed with its project safe.
public final class WorkbenchApp extends Application {
    private @Nullable Workspace workspace;

    @Override
    public void start(Stage stage) {
        Theme.loadFonts();
        Workspace opened = new Workspace(Folders.ofSystem(), FilePrompt.ofSystem(stage));
        workspace = opened;
        Shell shell = new Shell(opened);
        Scene scene = new Scene(shell, 1440, 900);
        opened.theme().dress(scene);
        stage.setScene(scene);
        stage.setTitle("Counterpoise");
        stage.setMinWidth(820);
        stage.setMinHeight(560);
        stage.show();
        afterFirstFrame(
                () -> {
                    shell.addPages();
                    getParameters().getUnnamed().stream()
                            .findFirst()
                            .map(Path::of)
                            .ifPresent(opened::openData);
                });
    }

    /// The first frame shows the welcome page; the other pages take as long to make as it did.
    private static void afterFirstFrame(Runnable work) {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (++frames == 2) {
                    stop();
                    work.run();
                }
            }
        }.start();
    }

    @Override
    public void stop() {
        if (workspace != null) {
            workspace.close();
        }
    }
}
