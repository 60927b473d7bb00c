/// Popularity of choices: reagents, solvents, targets, sites, anything that records what people
/// picked.
///
/// Counts how unequally records are spread, what law the counts follow, and whether the popular
/// choices succeed more often. Start reading at [PopularityAudit].
@NullMarked
package org.counterpoise.engine.audit.popularity;

import org.jspecify.annotations.NullMarked;
