package org.counterpoise.workbench.audit;

import org.counterpoise.workbench.shell.StepPage;
import org.counterpoise.workbench.shell.StepPageProvider;
import org.counterpoise.workbench.shell.Workspace;

/// Brings the Audit page into the window.
public final class AuditPageProvider implements StepPageProvider {
    @Override
    public int order() {
        return 20;
    }

    @Override
    public StepPage create(Workspace workspace) {
        return new AuditPage(workspace);
    }
}
