package org.counterpoise.workbench;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

import org.counterpoise.workbench.shell.FilePrompt;
import org.counterpoise.workbench.shell.Folders;
import org.counterpoise.workbench.shell.Shell;
import org.counterpoise.workbench.shell.Theme;
import org.counterpoise.workbench.shell.Workspace;
import org.counterpoise.workbench.widget.Frames;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/// The window's life: made from the folders of this system, closed with its project safe.
public final class WorkbenchApp extends Application {
    private static final int FRAMES_OF_WELCOME = 3;

    private @Nullable Workspace workspace;
    private int frames;

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
        Frames.each(() -> makePage(opened, shell));
    }

    /// The welcome page comes first: the others take as long to make as it did.
    private boolean makePage(Workspace opened, Shell shell) {
        if (++frames < FRAMES_OF_WELCOME) {
            return true;
        }
        boolean made = shell.addPage();
        if (!made) {
            pagesAreThere(opened, shell);
        }
        return made;
    }

    private void pagesAreThere(Workspace opened, Shell shell) {
        List<String> arguments = getParameters().getRaw();
        if (arguments.equals(List.of(Workbench.REHEARSAL))) {
            Iterator<String> pages = shell.pageIds().iterator();
            Frames.each(() -> showNext(opened, pages));
        } else if (!arguments.isEmpty()) {
            shell.open(Path.of(arguments.getFirst()));
        } else {
            Frames.each(shell::warmUp);
        }
    }

    private static boolean showNext(Workspace opened, Iterator<String> pages) {
        boolean another = pages.hasNext();
        if (another) {
            opened.show(pages.next());
        } else {
            Platform.exit();
        }
        return another;
    }

    @Override
    public void stop() {
        if (workspace != null) {
            workspace.close();
        }
    }
}
