package org.counterpoise.workbench.validate;

import org.counterpoise.workbench.shell.StepPage;
import org.counterpoise.workbench.shell.StepPageProvider;
import org.counterpoise.workbench.shell.Workspace;

/// Brings the Validate page into the window.
public final class ValidatePageProvider implements StepPageProvider {
    @Override
    public int order() {
        return 40;
    }

    @Override
    public StepPage create(Workspace workspace) {
        return new ValidatePage(workspace);
    }
}
