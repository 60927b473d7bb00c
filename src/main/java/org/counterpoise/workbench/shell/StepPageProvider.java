package org.counterpoise.workbench.shell;

/// Brings a page into the window. Registered by one line in `META-INF/services`, so that nobody
/// edits the shell to add a page.
public interface StepPageProvider {

    /// First order that stands under the rail's line, without a number.
    int UNNUMBERED = 100;

    /// Place in the rail, ascending: Data 10, Audit 20, Generate 30, Validate 40, Mitigate 50,
    /// Report 70, Lineage 100. Pages before [#UNNUMBERED] are numbered in their order.
    int order();

    /// Makes the page, on the FX thread.
    StepPage create(Workspace workspace);
}
