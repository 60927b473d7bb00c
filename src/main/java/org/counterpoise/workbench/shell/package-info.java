/// The window: rail, top bar, inspector, jobs bar, and what every page shares.
///
/// Knows no page: pages are found through [StepPageProvider]. Start reading at [Workspace], then
/// [Shell].
@NullMarked
package org.counterpoise.workbench.shell;

import org.jspecify.annotations.NullMarked;
