/// Intervals, tests, distances, associations and resampling that the libraries lack.
///
/// Works on primitive arrays; knows nothing of datasets or roles. Start reading at the class named
/// after the statistic.
@NullMarked
package org.counterpoise.engine.stats;

import org.jspecify.annotations.NullMarked;
