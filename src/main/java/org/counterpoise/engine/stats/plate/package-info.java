/// Position bias on microtitre plates: biased rows and columns, their correction, scores per well.
///
/// Everything works on the plain arrays of [Wells] and knows no dataset, file or window. Start
/// reading at [BiasedLines], [ModelChoice] and [PlateMethod].
@NullMarked
package org.counterpoise.engine.stats.plate;

import org.jspecify.annotations.NullMarked;
