/// What differential privacy a release may claim: mechanisms, their composition, and the bound.
///
/// Knows nothing of data or of how a synthesizer adds its noise. Start reading at
/// [Ledger].
@NullMarked
package org.counterpoise.engine.budget;

import org.jspecify.annotations.NullMarked;
