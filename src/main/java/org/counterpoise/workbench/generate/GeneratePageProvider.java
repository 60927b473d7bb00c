package org.counterpoise.workbench.generate;

import org.counterpoise.workbench.shell.StepPage;
import org.counterpoise.workbench.shell.StepPageProvider;
import org.counterpoise.workbench.shell.Workspace;

/// Brings the Generate page into the window.
public final class GeneratePageProvider implements StepPageProvider {
    @Override
    public int order() {
        return 30;
    }

    @Override
    public StepPage create(Workspace workspace) {
        return new GeneratePage(workspace);
    }
}
