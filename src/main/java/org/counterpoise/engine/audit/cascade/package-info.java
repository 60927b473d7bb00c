/// Whom inclusion criteria leave out: criteria applied in order, and the groups after each.
///
/// Conditions are read and judged in `engine.rule`; nothing here changes a dataset. Start reading
/// at [CascadeAudit].
@NullMarked
package org.counterpoise.engine.audit.cascade;

import org.jspecify.annotations.NullMarked;
