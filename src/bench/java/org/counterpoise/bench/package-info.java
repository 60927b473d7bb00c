/// Measurements of speed against the promises made, on seeded tables of our own.
///
/// Built only with the Maven profile `bench`. Start reading at [ReadingBenchmark].
@NullMarked
package org.counterpoise.bench;

import org.jspecify.annotations.NullMarked;
