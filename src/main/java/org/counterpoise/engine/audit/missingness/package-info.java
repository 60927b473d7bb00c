/// Whose values are missing: missingness of every column by protected group.
///
/// Nothing here fills gaps in; that is for synthesizers and models. Start reading at
/// [MissingnessAudit].
@NullMarked
package org.counterpoise.engine.audit.missingness;

import org.jspecify.annotations.NullMarked;
