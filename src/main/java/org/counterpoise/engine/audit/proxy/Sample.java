package org.counterpoise.engine.audit.proxy;

import org.counterpoise.engine.Streams;
import org.counterpoise.engine.learn.Folds;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The rows for models that are only compared with each other.
final class Sample {
    private Sample() {}

    /// All rows, or those of random people until there are about `most`.
    ///
    /// @param units rows of one person have one number
    /// @return ascending
    static int[] rows(int[] units, int most, long seed) {
        if (units.length <= most) {
            return IntStream.range(0, units.length).toArray();
        }
        int[] sizes = new int[Arrays.stream(units).max().orElse(-1) + 1];
        for (int unit : units) {
            sizes[unit]++;
        }
        int[] order = IntStream.range(0, sizes.length).toArray();
        Folds.shuffle(order, Streams.of(seed, 0));
        boolean[] taken = new boolean[sizes.length];
        int rows = 0;
        for (int unit : order) {
            if (rows + sizes[unit] <= most) {
                taken[unit] = true;
                rows += sizes[unit];
            }
        }
        return IntStream.range(0, units.length).filter(row -> taken[units[row]]).toArray();
    }
}
