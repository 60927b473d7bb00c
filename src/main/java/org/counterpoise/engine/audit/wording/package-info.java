/// Whether texts of several sources are worded alike.
@NullMarked
package org.counterpoise.engine.audit.wording;

import org.jspecify.annotations.NullMarked;
