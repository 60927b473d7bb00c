/// Whose rows lie far from all others: coverage of the space of numeric columns, by group.
///
/// Distances are only measured here; nothing is filled in. Start reading at [CoverageAudit].
@NullMarked
package org.counterpoise.engine.audit.coverage;

import org.jspecify.annotations.NullMarked;
