/// The desktop window, in one sub-package per step of the workflow.
///
/// Nothing here computes: pages hand steps to the session and show what came of them. Start reading
/// at [Workbench], then at `shell`.
@NullMarked
package org.counterpoise.workbench;

import org.jspecify.annotations.NullMarked;
