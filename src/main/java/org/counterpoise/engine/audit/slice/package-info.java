/// Where predictions fail most: the search for the worst conjunctions of conditions.
///
/// Nothing here knows other audits; what a row's error is, is decided in [RowErrors] alone. Start
/// reading at [SliceAudit], then [SliceSearch].
@NullMarked
package org.counterpoise.engine.audit.slice;

import org.jspecify.annotations.NullMarked;
