package org.counterpoise.workbench.data;

import org.counterpoise.workbench.shell.StepPage;
import org.counterpoise.workbench.shell.StepPageProvider;
import org.counterpoise.workbench.shell.Workspace;

/// Brings the Data page into the window.
public final class DataPageProvider implements StepPageProvider {
    private static final int ORDER = 10;

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public StepPage create(Workspace workspace) {
        return new DataPage(workspace);
    }
}
