/// Whom the synthetic data serves better or worse than the real data does, and which biases of the
/// source it carries on, strengthens or weakens.
///
/// Start reading at [SyntheticFairness].
@NullMarked
package org.counterpoise.engine.validate.fairness;

import org.jspecify.annotations.NullMarked;
