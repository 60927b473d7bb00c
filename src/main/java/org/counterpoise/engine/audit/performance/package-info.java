/// For whom a prediction works, and for whom it fails.
///
/// [Judged] says what is judged, [GroupResults] measures it per group, [PerformanceFindings] puts
/// it into words. Start reading at [PerformanceAudit].
@NullMarked
package org.counterpoise.engine.audit.performance;

import org.jspecify.annotations.NullMarked;
