package org.counterpoise.workbench;

import javafx.application.Application;

/// Opens the window. Does not extend [Application], so that it can be started from the class path.
public final class Workbench {
    /// As the only argument: opens the window, shows each page once and closes again. The installer
    /// trains the start of the program with it.
    public static final String REHEARSAL = "rehearse";

    private Workbench() {}

    /// Shows the window and returns when it is closed.
    ///
    /// @param args a data file or a project to open, or [#REHEARSAL]; may be empty
    public static void open(String[] args) {
        Application.launch(WorkbenchApp.class, args);
    }
}
