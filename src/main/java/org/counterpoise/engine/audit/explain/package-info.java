/// What a model of a score or of the outcome leans on, and what it would say if a row were
/// otherwise.
///
/// Start reading at [ExplainAudit]; the model is in [Fitted], what it is fitted to in [Target].
@NullMarked
package org.counterpoise.engine.audit.explain;

import org.jspecify.annotations.NullMarked;
