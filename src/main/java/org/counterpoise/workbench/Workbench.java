package org.counterpoise.workbench;

import javafx.application.Application;

/// Opens the window. Does not extend [Application], so that it can be started from the class path.
public final class Workbench {
    private Workbench() {}

    /// Shows the window and returns when it is closed.
    ///
    /// @param args a data file or a project to open; may be empty
    public static void open(String[] args) {
        Application.launch(WorkbenchApp.class, args);
    }
}
