/// Whether correlations are what they seem: within strata, with confounders held, without a few
/// outliers, and where no straight line shows them.
///
/// Coefficients and tests live in `engine.stats`; here they are asked of every pair of columns and
/// judged together. Start reading at [CorrelationAudit].
@NullMarked
package org.counterpoise.engine.audit.correlation;

import org.jspecify.annotations.NullMarked;
