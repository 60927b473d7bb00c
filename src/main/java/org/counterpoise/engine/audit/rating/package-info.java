/// Whether one source of scores, such as a machine that judges, favours some systems.
@NullMarked
package org.counterpoise.engine.audit.rating;

import org.jspecify.annotations.NullMarked;
