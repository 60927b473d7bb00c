/// The Mitigate page: corrections tried, before and after side by side, and made as a step.
///
/// Plates are the first thing that can be corrected. Start reading at [MitigatePage].
@NullMarked
package org.counterpoise.workbench.mitigate;

import org.jspecify.annotations.NullMarked;
