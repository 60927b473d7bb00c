/// Vine copulas: how many columns go together, built from copulas of two.
///
/// Knows nothing of columns, only of normal scores. Start reading at [Vine], then [VineTrees] for
/// how it is learned and [PairCopula] for the families.
@NullMarked
package org.counterpoise.engine.synth.copula.vine;

import org.jspecify.annotations.NullMarked;
