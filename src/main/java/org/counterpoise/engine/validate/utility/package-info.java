/// Can a model learn from the synthetic table what it would learn from the real one?
///
/// Models are judged on the locked holdout only. Start reading at [Utility].
@NullMarked
package org.counterpoise.engine.validate.utility;

import org.jspecify.annotations.NullMarked;
