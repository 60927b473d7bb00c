/// Whether labels mean the same to those who gave them, and in each group.
///
/// Start at `LabelAudit`.
@NullMarked
package org.counterpoise.engine.audit.label;

import org.jspecify.annotations.NullMarked;
