/// Oversamplers that make rows between existing ones.
///
/// Knows no other family of synthesizers. Start reading at [SmoteNc], then [ClassOversampler].
@NullMarked
package org.counterpoise.engine.synth.resample;

import org.jspecify.annotations.NullMarked;
