/// Whether two ways to measure, or two raters, agree.
@NullMarked
package org.counterpoise.engine.audit.agreement;

import org.jspecify.annotations.NullMarked;
