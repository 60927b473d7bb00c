package org.counterpoise.engine.synth.resample;

import org.counterpoise.engine.Streams;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Random order (Fisher and Yates).
final class Shuffle {
    private Shuffle() {}

    /// All rows if they are at most `most`, else that many of them drawn at random; ascending.
    static int[] some(int[] rows, int most, long seed) {
        if (rows.length <= most) {
            return rows;
        }
        int[] shuffled = rows.clone();
        inPlace(shuffled, Streams.of(seed, 0));
        int[] part = Arrays.copyOf(shuffled, most);
        Arrays.sort(part);
        return part;
    }

    static void inPlace(int[] values, RandomGenerator random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int value = values[i];
            values[i] = values[j];
            values[j] = value;
        }
    }
}
