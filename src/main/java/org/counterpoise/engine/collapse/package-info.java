/// What is lost when synthetic rows are learned from again and again.
///
/// Fits synthesizers and measures what they make, so it stands above `synth` and `validate`;
/// neither of them knows it. Start reading at [org.counterpoise.engine.collapse.CollapseStudy].
@NullMarked
package org.counterpoise.engine.collapse;

import org.jspecify.annotations.NullMarked;
