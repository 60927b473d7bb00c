/// Screens looked at plate by plate: what the audit, the correction and the plate view share.
///
/// Joins the table ([org.counterpoise.engine.data.Screen]) to the arithmetic
/// ([org.counterpoise.engine.stats.plate]); says nothing and changes nothing. Start reading at
/// [LookedScreen].
@NullMarked
package org.counterpoise.engine.plate;

import org.jspecify.annotations.NullMarked;
