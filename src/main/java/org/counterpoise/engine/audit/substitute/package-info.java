/// Whether a label that stands in for something else does so equally well in every group.
///
/// Start at `SubstituteAudit`.
@NullMarked
package org.counterpoise.engine.audit.substitute;

import org.jspecify.annotations.NullMarked;
