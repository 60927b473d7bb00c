/// Statistics that Smile and commons-statistics lack: intervals, tests, distances, multiplicity.
///
/// Everything works on plain arrays and knows no dataset. Each formula names its source. Start
/// reading at [Proportion], [Roc] and [Distances].
@NullMarked
package org.counterpoise.engine.stats;

import org.jspecify.annotations.NullMarked;
