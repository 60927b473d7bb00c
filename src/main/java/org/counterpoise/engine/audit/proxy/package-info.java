/// Whether columns, or a score, give a protected attribute away that a model was not to see.
///
/// Start reading at [ProxyAudit]. What is computed is in [ProxyStudy], what is said in
/// [ProxyFindings].
@NullMarked
package org.counterpoise.engine.audit.proxy;

import org.jspecify.annotations.NullMarked;
