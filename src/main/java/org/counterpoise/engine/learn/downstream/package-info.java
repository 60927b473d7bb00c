/// Downstream models: trained on real, on synthetic and on both tables, judged on real rows.
///
/// Knows no thresholds: validators of utility and fairness judge what is measured here. Start
/// reading at [Downstream], then [Judged].
@NullMarked
package org.counterpoise.engine.learn.downstream;

import org.jspecify.annotations.NullMarked;
