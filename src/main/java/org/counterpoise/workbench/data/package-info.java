/// The Data step: importing a file, looking at it, marking roles, locking a holdout, setting the
/// target population.
///
/// Everything that counts goes through a [org.counterpoise.session.Step]. Start reading at
/// [DataPage].
@NullMarked
package org.counterpoise.workbench.data;

import org.jspecify.annotations.NullMarked;
