/// The Lineage page: every step, what it made, and whether it can be had again.
///
/// [LineageModel] arranges, without a window; [LineagePage] shows. Start reading at [LineageModel].
@NullMarked
package org.counterpoise.workbench.lineage;

import org.jspecify.annotations.NullMarked;
