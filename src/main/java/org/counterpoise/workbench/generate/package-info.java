/// The Generate step: choose a synthesizer, plan who gets generated, draw, look at what came of it.
///
/// [GenerateModel] and [PlanModel] decide, without a window; [GeneratePage] shows. Start reading at
/// [GenerateModel].
@NullMarked
package org.counterpoise.workbench.generate;

import org.jspecify.annotations.NullMarked;
