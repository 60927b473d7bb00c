/// The interactive Bland–Altman view: every pair behind a finding on agreement, a million as well
/// as a dozen. What is shown ([PairCloud], [PairGrid], [PairRaster], [Window]) knows no window;
/// start reading at [PairsCard], which brings pairs in and shows them.
@NullMarked
package org.counterpoise.workbench.audit.pairs;

import org.jspecify.annotations.NullMarked;
