package org.counterpoise.engine;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Random streams that depend on a seed and a place in the work, never on a thread.
///
/// Work is cut into chunks by index; chunk `i` draws from `Streams.of(seed, i)`, so the result is
/// the same on one core or sixty-four. Independent parts of one method take different seeds through
/// [#derive(long, String)].
public final class Streams {
    private Streams() {}

    /// The stream of one chunk of work.
    public static RandomGenerator of(long seed, long chunk) {
        return new SplittableRandom(mix(seed ^ mix(chunk + 0x9E3779B97F4A7C15L)));
    }

    /// A seed for a named part of the work, e.g. `derive(seed, "folds")`.
    public static long derive(long seed, String part) {
        long h = 0xCBF29CE484222325L;
        for (byte b : part.getBytes(StandardCharsets.UTF_8)) {
            h = (h ^ (b & 0xFF)) * 0x100000001B3L;
        }
        return mix(seed ^ h);
    }

    /// The finaliser of SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2714064.2660195).
    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
