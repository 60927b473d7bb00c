/// Whether labels disagree with what the other columns say, and with one group more than another.
///
/// Start reading at [NoiseAudit]; what is computed is in [NoiseStudy].
@NullMarked
package org.counterpoise.engine.audit.noise;

import org.jspecify.annotations.NullMarked;
