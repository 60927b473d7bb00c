/// Attacks on synthetic data as an adversary would run them, each with a control on rows that the
/// synthesizer has never seen.
@NullMarked
package org.counterpoise.engine.validate.attack;

import org.jspecify.annotations.NullMarked;
