/// What a model of the outcome leans on, and what it would say if a row were otherwise.
///
/// Start reading at [ExplainAudit]; the model is in [Explained].
@NullMarked
package org.counterpoise.engine.audit.explain;

import org.jspecify.annotations.NullMarked;
