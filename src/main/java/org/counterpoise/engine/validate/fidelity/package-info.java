/// Does the synthetic table look like the real one: column by column and pair by pair?
///
/// Nothing here knows how the data was made or what it is for. Start reading at [Fidelity].
@NullMarked
package org.counterpoise.engine.validate.fidelity;

import org.jspecify.annotations.NullMarked;
