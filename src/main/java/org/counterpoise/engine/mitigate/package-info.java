/// What counters a bias in data: corrections of values.
///
/// A mitigation does not know audits, synthesizers or validators. Start reading at
/// [Correction].
@NullMarked
package org.counterpoise.engine.mitigate;

import org.jspecify.annotations.NullMarked;
