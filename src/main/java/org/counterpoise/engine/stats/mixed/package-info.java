/// Mixed models: fixed effects beside effects that vary at random between groups of rows.
///
/// Everything works on plain arrays and knows no dataset. Rows enter by sums over groups, so that
/// large tables stay cheap. Start reading at [MixedDesign] and [MixedModel].
@NullMarked
package org.counterpoise.engine.stats.mixed;

import org.jspecify.annotations.NullMarked;
