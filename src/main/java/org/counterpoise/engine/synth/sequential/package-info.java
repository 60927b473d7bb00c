/// Synthesizers that draw one column after the other, each from trees on the columns before it.
///
/// Trees are grown here, on binned columns; what a cell or a column is comes from the room above.
/// Start reading at [SequentialTrees].
@NullMarked
package org.counterpoise.engine.synth.sequential;

import org.jspecify.annotations.NullMarked;
