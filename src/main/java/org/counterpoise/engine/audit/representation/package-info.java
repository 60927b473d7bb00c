/// Who is in the data, and who is missing, held against a target population.
///
/// Start reading at [RepresentationAudit].
@NullMarked
package org.counterpoise.engine.audit.representation;

import org.jspecify.annotations.NullMarked;
