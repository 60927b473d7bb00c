/// Plates: does a well's readout depend on where it stands?
///
/// The arithmetic lives in [org.counterpoise.engine.stats.plate]; here it becomes findings. Start
/// reading at [PlateAudit].
@NullMarked
package org.counterpoise.engine.audit.plate;

import org.jspecify.annotations.NullMarked;
