package org.counterpoise.engine.synth;

import org.counterpoise.engine.Streams;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// A random sample of rows, for what need not be learned from all of them.
public final class RowSample {
    private RowSample() {}

    /// Positions of `most` different rows, ascending; of all rows if there are no more.
    public static int[] of(int rows, int most, long seed) {
        int[] all = IntStream.range(0, rows).toArray();
        if (rows <= most) {
            return all;
        }
        RandomGenerator random = Streams.of(seed, 0);
        for (int i = 0; i < most; i++) {
            int other = random.nextInt(i, rows);
            int row = all[other];
            all[other] = all[i];
            all[i] = row;
        }
        int[] chosen = Arrays.copyOf(all, most);
        Arrays.sort(chosen);
        return chosen;
    }
}
