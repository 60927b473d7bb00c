/// Rules that synthetic rows must obey: what they are, how they are written, checked and kept.
///
/// Knows tables and nothing of synthesizers: what draws rows asks this room, never the other way
/// round. Start reading at [Constraint] for the kinds and at [Rules] for the language.
@NullMarked
package org.counterpoise.engine.synth.constraint;

import org.jspecify.annotations.NullMarked;
