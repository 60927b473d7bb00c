package org.counterpoise.workbench.lineage;

import org.counterpoise.workbench.shell.StepPage;
import org.counterpoise.workbench.shell.StepPageProvider;
import org.counterpoise.workbench.shell.Workspace;

/// Brings the Lineage page into the window, under the rail's line.
public final class LineagePageProvider implements StepPageProvider {
    @Override
    public int order() {
        return UNNUMBERED;
    }

    @Override
    public StepPage create(Workspace workspace) {
        return new LineagePage(workspace);
    }
}
