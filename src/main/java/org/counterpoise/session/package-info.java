/// The log of steps, the artifacts they made, and the runner that makes them.
///
/// Nothing in a project changes except through a [Step]. Start reading at [Project].
@NullMarked
package org.counterpoise.session;

import org.jspecify.annotations.NullMarked;
