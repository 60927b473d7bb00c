/// Synthetic data held against real data: fidelity, utility, privacy, fairness.
///
/// A validator does not know how the data was made. Start reading at [Validator].
@NullMarked
package org.counterpoise.engine.validate;

import org.jspecify.annotations.NullMarked;
