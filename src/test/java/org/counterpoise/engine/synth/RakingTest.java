package org.counterpoise.engine.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.Progress;
import org.junit.jupiter.api.Test;

import java.util.Arrays;

class RakingTest {
    /// The example by which the method of Deming and Stephan is taught (Wikipedia, "Iterative
    /// proportional fitting", example 1), with its published solution. That is given after few
    /// steps: its rows sum to the totals within 0.2 only.
    @Test
    void thePublishedExampleComesOut() {
        double[] start = {40, 30, 20, 10, 35, 50, 100, 75, 30, 80, 70, 120, 20, 30, 40, 50};
        int[] rows = new int[16];
        int[] columns = new int[16];
        Arrays.setAll(rows, i -> i / 4);
        Arrays.setAll(columns, i -> i % 4);
        Raking.Result result =
                Raking.fit(
                        start,
                        new int[][] {rows, columns},
                        new double[][] {{150, 300, 400, 150}, {200, 300, 400, 100}},
                        Progress.NONE);
        double[] published = {
            64.61, 46.28, 35.42, 3.83, 49.95, 68.15, 156.49, 25.37, 56.70, 144.40, 145.06, 53.76,
            28.74, 41.18, 63.03, 17.03
        };
        for (int i = 0; i < 16; i++) {
            assertThat(result.weights()[i]).isCloseTo(published[i], within(.1));
        }
        assertThat(result.gap()).isLessThan(1e-9);
    }

    /// A 2 × 2 table keeps its odds ratio a·d / (b·c) under any raking (closed form).
    @Test
    void theOddsRatioStays() {
        double[] start = {10, 20, 30, 15};
        double[] w =
                Raking.fit(
                                start,
                                new int[][] {{0, 0, 1, 1}, {0, 1, 0, 1}},
                                new double[][] {{.5, .5}, {.3, .7}},
                                Progress.NONE)
                        .weights();
        assertThat(w[0] * w[3] / (w[1] * w[2])).isCloseTo(10.0 * 15 / (20 * 30), within(1e-9));
        assertThat(w[0] + w[1]).isCloseTo(.5, within(1e-9));
        assertThat(w[0] + w[2]).isCloseTo(.3, within(1e-9));
    }

    @Test
    void impossibleMarginsEndWithTheGap() {
        Raking.Result result =
                Raking.fit(
                        new double[] {1, 0, 0, 1},
                        new int[][] {{0, 0, 1, 1}, {0, 1, 0, 1}},
                        new double[][] {{.5, .5}, {.9, .1}},
                        Progress.NONE);
        assertThat(result.gap()).isCloseTo(.4, within(1e-9));
    }
}
