/// Rows drawn from published summary statistics, without any record.
@NullMarked
package org.counterpoise.engine.synth.summary;

import org.jspecify.annotations.NullMarked;
