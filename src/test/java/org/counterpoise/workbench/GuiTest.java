package org.counterpoise.workbench;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;

import org.counterpoise.workbench.shell.FilePrompt;
import org.counterpoise.workbench.shell.Folders;
import org.counterpoise.workbench.shell.Shell;
import org.counterpoise.workbench.shell.Theme;
import org.counterpoise.workbench.shell.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// A test that drives the whole window on the headless platform, with folders of its own.
public abstract class GuiTest extends ApplicationTest {
    private static final Logger CSS = Logger.getLogger("javafx.css");
    private static final long SECONDS = 90;

    @TempDir protected Path folder;

    /// What the file windows will answer, in order; nothing means the user thought better of it.
    protected final Deque<Path> answers = new ArrayDeque<>();

    /// What the style sheets had to complain about since the window was opened.
    protected final List<String> cssWarnings = new CopyOnWriteArrayList<>();

    private final Handler cssListener = new Collector();

    protected Workspace workspace;
    protected Scene scene;

    @Override
    public void start(Stage stage) {
        CSS.addHandler(cssListener);
        Theme.loadFonts();
        workspace =
                new Workspace(
                        new Folders(folder.resolve("config"), folder.resolve("projects")),
                        new PreparedAnswers());
        scene = new Scene(Shell.whole(workspace), 1000, 900);
        workspace.theme().dress(scene);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
    }

    @AfterEach
    void closeWindow() throws TimeoutException {
        CSS.removeHandler(cssListener);
        FxToolkit.cleanupStages();
        onFx(
                () -> {
                    workspace.close();
                    return true;
                });
    }

    private final class Collector extends Handler {
        @Override
        public void publish(LogRecord record) {
            cssWarnings.add(record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private final class PreparedAnswers implements FilePrompt {
        @Override
        public Optional<Path> open(String title, Kind kind) {
            return Optional.ofNullable(answers.poll());
        }

        @Override
        public Optional<Path> save(String title, String proposedName, Kind kind) {
            return Optional.ofNullable(answers.poll());
        }
    }

    /// Computes on the FX thread and waits for the result.
    protected static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(SECONDS * 1000, work);
    }

    /// Waits until something holds, asked on the FX thread; fails after a while.
    protected static void await(String what, Callable<Boolean> holds) {
        try {
            WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, () -> onFx(holds));
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain until " + what, e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Waits until no job runs.
    protected void awaitIdle() {
        await("all work is done", () -> workspace.jobs().running().isEmpty());
    }

    /// Waits until a node is there and in view, and returns it.
    protected <N extends Node> N await(String query, Class<N> kind) {
        await(query + " is there", () -> lookup(query).tryQueryAs(kind).isPresent());
        return lookup(query).queryAs(kind);
    }

    /// The window's picture at any size, whatever the screen's.
    protected void shoot(String name, double width, double height) {
        ScreenShots.save(scene, width, height, Path.of("target", "screens", name + ".png"));
    }
}
