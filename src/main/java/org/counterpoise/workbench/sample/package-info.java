/// The sample session without a display: the whole main job, with a picture of every screen.
///
/// Also the training run of the packaged program's start-up cache. Start reading at
/// [SampleSession].
@NullMarked
package org.counterpoise.workbench.sample;

import org.jspecify.annotations.NullMarked;
