package org.counterpoise.engine.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpoise.engine.CountedProgress;
import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.learn.ExtraTrees.Inputs;
import org.counterpoise.engine.learn.ExtraTrees.Target;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.random.RandomGenerator;

class ExtraTreesTest {
    private static final boolean[] NUMBERS = new boolean[5];

    /// Friedman's first problem without its five idle columns (Ann Stat 1991, eq. 61):
    /// 10 sin(πx₁x₂) + 20(x₃ − ½)² + 10x₄ + 5x₅ + ε.
    private record Friedman(double[][] x, double[] y) {
        static Friedman draw(int n, RandomGenerator random) {
            Friedman drawn = new Friedman(new double[5][n], new double[n]);
            for (int i = 0; i < n; i++) {
                double[] u = random.doubles(5).toArray();
                for (int c = 0; c < 5; c++) {
                    drawn.x()[c][i] = u[c];
                }
                drawn.y()[i] =
                        10 * Math.sin(Math.PI * u[0] * u[1])
                                + 20 * (u[2] - 0.5) * (u[2] - 0.5)
                                + 10 * u[3]
                                + 5 * u[4]
                                + random.nextGaussian();
            }
            return drawn;
        }

        Inputs inputs() {
            return new Inputs(x, NUMBERS);
        }
    }

    @Test
    void rowsAreReproducedAndOthersPredicted() {
        Friedman known = Friedman.draw(300, Streams.of(1, 0));
        Friedman fresh = Friedman.draw(1000, Streams.of(1, 1));
        ExtraTrees trees =
                ExtraTrees.fit(known.inputs(), Target.numbers(known.y()), 100, 1, Progress.NONE);
        double[] again = trees.predict(known.inputs())[0];
        for (int i = 0; i < again.length; i++) {
            assertThat(again[i]).isCloseTo(known.y()[i], within(1e-9));
        }
        // A random forest of 200 rows with five idle columns more has a squared error of 5.7
        // (Breiman 2001, doi:10.1023/A:1010933404324, table 6); noise alone has 1.
        double[] predicted = trees.predict(fresh.inputs())[0];
        double squares = 0;
        for (int i = 0; i < predicted.length; i++) {
            squares += Math.pow(predicted[i] - fresh.y()[i], 2) / predicted.length;
        }
        assertThat(squares).isBetween(1.0, 5.7);
    }

    @Test
    void classesComeAsSharesThatSumToOne() {
        // The class is the category's parity, which no cut by order could see.
        int n = 400;
        double[] category = new double[n];
        double[] noise = new double[n];
        int[] parity = new int[n];
        RandomGenerator random = Streams.of(2, 0);
        for (int i = 0; i < n; i++) {
            category[i] = random.nextInt(8);
            noise[i] = random.nextGaussian();
            parity[i] = (int) category[i] % 2;
        }
        Inputs inputs = new Inputs(new double[][] {category, noise}, new boolean[] {true, false});
        ExtraTrees trees = ExtraTrees.fit(inputs, Target.classes(parity, 2), 50, 3, Progress.NONE);
        double[] fresh = new double[8];
        Arrays.setAll(fresh, i -> i);
        double[][] shares =
                trees.predict(
                        new Inputs(
                                new double[][] {fresh, new double[8]},
                                new boolean[] {true, false}));
        for (int i = 0; i < 8; i++) {
            assertThat(shares[0][i] + shares[1][i]).isCloseTo(1, within(1e-9));
            assertThat(shares[i % 2][i]).isGreaterThan(0.6);
        }
    }

    @Test
    void missingValuesTellAndColumnsThatDoNotVaryDoNot() {
        // Missing exactly where the number is 7.
        int n = 60;
        double[] sometimes = new double[n];
        double[] constant = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            sometimes[i] = i % 3 == 0 ? Double.NaN : 1;
            y[i] = i % 3 == 0 ? 7 : 2;
        }
        Inputs inputs = new Inputs(new double[][] {constant, sometimes}, new boolean[2]);
        double[] again =
                ExtraTrees.fit(inputs, Target.numbers(y), 5, 1, Progress.NONE).predict(inputs)[0];
        assertThat(again).containsExactly(y, within(1e-12));
        // Without anything to tell rows by, the mean.
        Inputs blind = new Inputs(new double[][] {constant}, new boolean[1]);
        assertThat(ExtraTrees.fit(blind, Target.numbers(y), 5, 1, Progress.NONE).predict(blind)[0])
                .containsOnly(new double[] {11.0 / 3}, within(1e-9));
    }

    @Test
    void extremeNumbersAreCut() {
        double[] x = {-Double.MAX_VALUE, Double.MAX_VALUE, 0, Double.NEGATIVE_INFINITY};
        double[] y = {1, 2, 3, 4};
        Inputs inputs = new Inputs(new double[][] {x}, new boolean[1]);
        assertThat(
                        ExtraTrees.fit(inputs, Target.numbers(y), 3, 1, Progress.NONE)
                                .predict(inputs)[0])
                .containsExactly(y, within(1e-9));
    }

    @Test
    void theResultDoesNotDependOnTheNumberOfThreadsAndCanBeStopped() {
        Friedman known = Friedman.draw(100, Streams.of(4, 0));
        int before = Parallel.threads();
        try {
            Parallel.setThreads(1);
            double[] one = fit(known, Progress.NONE);
            Parallel.setThreads(2);
            assertThat(fit(known, Progress.NONE)).isEqualTo(one);
        } finally {
            Parallel.setThreads(before);
        }
        CountedProgress.assertStops(10, progress -> fit(known, progress));
    }

    private static double[] fit(Friedman known, Progress progress) {
        return ExtraTrees.fit(known.inputs(), Target.numbers(known.y()), 10, 5, progress)
                .predict(known.inputs())[0];
    }
}
