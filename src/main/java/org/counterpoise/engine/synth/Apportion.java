package org.counterpoise.engine.synth;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Whole numbers in given proportions.
public final class Apportion {
    private Apportion() {}

    /// Splits a number by the method of largest remainders (Hamilton): each part is its exact
    /// share rounded down, or up for the largest fractions; of equal fractions the earlier one.
    ///
    /// @param total at least 0
    /// @param weights not negative; if all are 0, every part is 0
    /// @return as many parts as weights, summing to `total` unless all weights are 0
    public static int[] largestRemainder(int total, double[] weights) {
        double sum = Arrays.stream(weights).sum();
        int[] parts = new int[weights.length];
        if (!(sum > 0)) {
            return parts;
        }
        double[] fractions = new double[weights.length];
        long given = 0;
        for (int i = 0; i < parts.length; i++) {
            // A part that is whole but for rounding counts as whole.
            double exact = total * (weights[i] / sum);
            parts[i] = (int) Math.floor(exact + 1e-9);
            fractions[i] = exact - parts[i];
            given += parts[i];
        }
        int[] order =
                IntStream.range(0, parts.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer i) -> -fractions[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        for (int i = 0; given < total; i = (i + 1) % order.length) {
            if (weights[order[i]] > 0) {
                parts[order[i]]++;
                given++;
            }
        }
        return parts;
    }
}
