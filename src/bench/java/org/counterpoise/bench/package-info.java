/// Measurements of speed against the promises made, on seeded tables of our own.
///
/// Built only with the Maven profile `bench`; `src/bench/README.md` has the command. Start reading
/// at [SynthesizerBenchmark].
@NullMarked
package org.counterpoise.bench;

import org.jspecify.annotations.NullMarked;
