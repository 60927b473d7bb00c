/// Counterpoise: a workbench that finds, measures and counters human bias in biomedical data.
///
/// Only the entry point lives here; the rooms are the sub-packages. Start reading at [Main].
@NullMarked
package org.counterpoise;

import org.jspecify.annotations.NullMarked;
