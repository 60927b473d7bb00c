/// Datasets: reading, describing, grouping, splitting and writing them.
///
/// The only room of the engine that touches files or SQL. Start reading at [Dataset] and [Schema].
@NullMarked
package org.counterpoise.engine.data;

import org.jspecify.annotations.NullMarked;
