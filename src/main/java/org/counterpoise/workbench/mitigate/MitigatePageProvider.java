package org.counterpoise.workbench.mitigate;

import org.counterpoise.workbench.shell.StepPage;
import org.counterpoise.workbench.shell.StepPageProvider;
import org.counterpoise.workbench.shell.Workspace;

/// Brings the Mitigate page into the window, after Validate.
public final class MitigatePageProvider implements StepPageProvider {
    private static final int ORDER = 50;

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public StepPage create(Workspace workspace) {
        return new MitigatePage(workspace);
    }
}
