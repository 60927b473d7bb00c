package org.counterpoise.workbench.report;

import org.counterpoise.workbench.shell.StepPage;
import org.counterpoise.workbench.shell.StepPageProvider;
import org.counterpoise.workbench.shell.Workspace;

/// Brings the Report page into the window.
public final class ReportPageProvider implements StepPageProvider {
    @Override
    public int order() {
        return 70;
    }

    @Override
    public StepPage create(Workspace workspace) {
        return new ReportPage(workspace);
    }
}
