package org.counterpoise.engine.synth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.SplittableRandom;

class ApportionTest {

    @Test
    void largestFractionsAreRoundedUp() {
        // Hamilton's method on exact shares 4.7, 3.2, 2.1.
        assertThat(Apportion.largestRemainder(10, new double[] {47, 32, 21}))
                .containsExactly(5, 3, 2);
        assertThat(Apportion.largestRemainder(2, new double[] {1, 1, 1})).containsExactly(1, 1, 0);
        assertThat(Apportion.largestRemainder(100, new double[] {.51, .49}))
                .containsExactly(51, 49);
    }

    @Test
    void nothingGoesToZeroWeights() {
        assertThat(Apportion.largestRemainder(7, new double[] {0, 1, 0})).containsExactly(0, 7, 0);
        assertThat(Apportion.largestRemainder(7, new double[] {0, 0})).containsExactly(0, 0);
        assertThat(Apportion.largestRemainder(0, new double[0])).isEmpty();
    }

    @Test
    void partsSumToTheTotalAndAreWithinOneOfTheirShare() {
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 500; trial++) {
            double[] weights = random.doubles(1 + random.nextInt(30)).toArray();
            int total = random.nextInt(100_000);
            int[] parts = Apportion.largestRemainder(total, weights);
            double sum = Arrays.stream(weights).sum();
            assertThat(Arrays.stream(parts).sum()).isEqualTo(total);
            for (int i = 0; i < parts.length; i++) {
                assertThat(Math.abs(parts[i] - total * weights[i] / sum)).isLessThan(1);
            }
        }
    }
}
