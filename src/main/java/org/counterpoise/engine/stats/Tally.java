package org.counterpoise.engine.stats;

import java.util.Arrays;

/// How often each value occurs among positive whole numbers, e.g. among counts of choices.
///
/// @param values distinct, ascending, at least 1
/// @param multiplicities how often each occurs, at least 1
public record Tally(long[] values, int[] multiplicities) {

    /// Tallies counts; zeros and negative numbers are left out.
    public static Tally of(long[] counts) {
        long[] sorted = Arrays.stream(counts).filter(count -> count > 0).sorted().toArray();
        return ofSorted(sorted);
    }

    /// Tallies positive numbers that are sorted already.
    static Tally ofSorted(long[] sorted) {
        long[] values = new long[sorted.length];
        int[] multiplicities = new int[sorted.length];
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i > 0 && sorted[i] == sorted[i - 1]) {
                multiplicities[distinct - 1]++;
            } else {
                values[distinct] = sorted[i];
                multiplicities[distinct++] = 1;
            }
        }
        return new Tally(Arrays.copyOf(values, distinct), Arrays.copyOf(multiplicities, distinct));
    }

    /// How many distinct values there are.
    public int distinct() {
        return values.length;
    }

    /// How many numbers were tallied.
    public int size() {
        return Arrays.stream(multiplicities).sum();
    }

    /// How many of the numbers are at least the value at this position.
    public int sizeFrom(int position) {
        int size = 0;
        for (int i = position; i < multiplicities.length; i++) {
            size += multiplicities[i];
        }
        return size;
    }
}
