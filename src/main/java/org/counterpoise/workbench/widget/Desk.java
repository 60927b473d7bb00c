package org.counterpoise.workbench.widget;

import javafx.beans.value.ObservableBooleanValue;

import org.counterpoise.engine.Progress;

import java.io.IOException;
import java.nio.file.Path;

/// What a widget needs of the window it is in.
public interface Desk {

    /// Whether the window is dark at the moment.
    ObservableBooleanValue dark();

    /// Asks the user where, then writes the file beside the FX thread. Failures are told to the
    /// user.
    ///
    /// @param title of the window that asks
    /// @param proposedName with its extension
    void save(String title, String proposedName, FileWork work);

    /// Writes a file.
    @FunctionalInterface
    interface FileWork {
        void write(Path file, Progress progress) throws IOException;
    }
}
