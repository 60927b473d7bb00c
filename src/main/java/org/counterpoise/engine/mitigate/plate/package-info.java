/// Taking the bias of place out of plates.
///
/// The arithmetic lives in [org.counterpoise.engine.stats.plate]; here it meets the table. Start
/// reading at [PlateCorrection].
@NullMarked
package org.counterpoise.engine.mitigate.plate;

import org.jspecify.annotations.NullMarked;
