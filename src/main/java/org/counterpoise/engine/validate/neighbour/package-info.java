/// Which rows lie closest to a row?
///
/// Distances between rows of mixed columns and the exact search for the closest, for whatever judges
/// by neighbours; no verdicts live here. Start reading at [Points] and [ClosestRecords].
@NullMarked
package org.counterpoise.engine.validate.neighbour;

import org.jspecify.annotations.NullMarked;
