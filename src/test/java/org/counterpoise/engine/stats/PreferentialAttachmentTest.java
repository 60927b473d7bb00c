package org.counterpoise.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Streams;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.random.RandomGenerator;

class PreferentialAttachmentTest {
    private static final int CHOICES = 80;

    /// Counts of 4 to 1 at the first date, shares of 4 to 1 at the second: γ = ln 4 / ln 4.
    @Test
    void inProportionIsOne() {
        PreferentialAttachment fit = twoDates(80, 20, 48, 12);
        assertThat(fit.gamma()).isCloseTo(1, within(1e-9));
        assertThat(fit.events()).isEqualTo(60);
        // The variance of ln k is p(1 − p)·(ln 4)² at every record.
        double information = 60 * 0.8 * 0.2 * Math.pow(Math.log(4), 2);
        assertThat(fit.error()).isCloseTo(1 / Math.sqrt(information), within(1e-9));
    }

    /// Counts of 4 to 1, then shares of 2 to 1: γ = ln 2 / ln 4. Even shares: γ = 0.
    @Test
    void lessThanInProportionIsBetweenNoughtAndOne() {
        assertThat(twoDates(80, 20, 40, 20).gamma()).isCloseTo(0.5, within(1e-9));
        assertThat(twoDates(80, 20, 30, 30).gamma()).isCloseTo(0, within(1e-9));
    }

    private static PreferentialAttachment twoDates(int a, int b, int laterA, int laterB) {
        int[] choices = new int[a + b + laterA + laterB];
        double[] when = new double[choices.length];
        for (int i = 0; i < choices.length; i++) {
            choices[i] = i < a || (i >= a + b && i < a + b + laterA) ? 0 : 1;
            when[i] = i < a + b ? 2020 : 2021;
        }
        return PreferentialAttachment.fit(choices, when, 2).orElseThrow();
    }

    /// Records drawn one by one with a chance of k^γ: the planted γ lies within two errors in at
    /// least 17 of 20 samples (98 % limit of the binomial), for two values of γ.
    @Test
    void thePlantedExponentIsRecovered() {
        for (double gamma : new double[] {0.4, 1}) {
            int within = 0;
            for (int seed = 0; seed < 20; seed++) {
                int[] choices = attached(gamma, Streams.of(31, seed));
                double[] when = new double[choices.length];
                Arrays.setAll(when, i -> i);
                PreferentialAttachment fit =
                        PreferentialAttachment.fit(choices, when, CHOICES).orElseThrow();
                within += Math.abs(fit.gamma() - gamma) <= 2 * fit.error() ? 1 : 0;
            }
            assertThat(within).isGreaterThanOrEqualTo(17);
        }
    }

    private static int[] attached(double gamma, RandomGenerator random) {
        double[] weights = new double[CHOICES];
        int[] counts = new int[CHOICES];
        Arrays.fill(weights, 1);
        Arrays.fill(counts, 1);
        int[] choices = new int[CHOICES + 1500];
        for (int i = 0; i < choices.length; i++) {
            int choice = i;
            if (i >= CHOICES) {
                double left = random.nextDouble() * Arrays.stream(weights).sum();
                choice = 0;
                while (choice < CHOICES - 1 && left >= weights[choice]) {
                    left -= weights[choice++];
                }
                counts[choice]++;
                weights[choice] = Math.pow(counts[choice], gamma);
            }
            choices[i] = choice;
        }
        return choices;
    }

    @Test
    void equalCountsTellNothing() {
        int[] choices = {0, 1, 2, 0, 1, 2};
        double[] when = {1, 1, 1, 2, 2, 2};
        assertThat(PreferentialAttachment.fit(choices, when, 3)).isEmpty();
        assertThat(PreferentialAttachment.fit(new int[0], new double[0], 3)).isEmpty();
    }
}
