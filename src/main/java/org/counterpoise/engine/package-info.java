/// The science: everything Counterpoise computes, in pure Java and Smile.
///
/// No JavaFX, no JFreeChart; SQL and files only inside the `data` room. This package itself holds
/// what every room needs: [Method], [Progress], [UserProblem], [Streams] and [Parallel].
@NullMarked
package org.counterpoise.engine;

import org.jspecify.annotations.NullMarked;
