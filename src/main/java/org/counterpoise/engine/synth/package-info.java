/// Synthesizers, one sub-package per family, and the sampling plans that steer them.
///
/// A synthesizer does not know audits or validators. Start reading at [Synthesizer].
@NullMarked
package org.counterpoise.engine.synth;

import org.jspecify.annotations.NullMarked;
