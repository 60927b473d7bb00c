package org.counterpoise.engine.synth.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpoise.engine.synth.SampleTables.category;
import static org.counterpoise.engine.synth.SampleTables.codes;
import static org.counterpoise.engine.synth.SampleTables.numbers;
import static org.counterpoise.engine.synth.SampleTables.real;
import static org.counterpoise.engine.synth.SampleTables.table;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.synth.Synthesizer;
import org.counterpoise.engine.synth.Target;
import org.counterpoise.engine.synth.copula.GaussianCopula;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class SequentialTreesTest {
    private static final int ROWS = 4000;

    /// The outcome is common where exactly one of two independent numbers is positive: neither
    /// number alone tells anything.
    private static Dataset exclusiveOr() {
        SplittableRandom random = new SplittableRandom(1);
        double[] a = random.doubles(ROWS, -1, 1).toArray();
        double[] b = random.doubles(ROWS, -1, 1).toArray();
        int[] y =
                IntStream.range(0, ROWS)
                        .map(i -> random.nextDouble() < (a[i] * b[i] < 0 ? .9 : .1) ? 1 : 0)
                        .toArray();
        return table(
                real("a"),
                numbers(a),
                real("b"),
                numbers(b),
                category("y"),
                codes(List.of("no", "yes"), y));
    }

    private static <S extends Record> Dataset drawn(Synthesizer<S> method, Dataset data) {
        return method.fit(data, method.defaults(), 1, Progress.NONE)
                .sample(List.of(new Target(Map.of(), ROWS)), 2, Progress.NONE)
                .data();
    }

    /// The share of "yes" where signs differ, less that where they agree; .8 in the law above.
    private static double interaction(Dataset data) {
        double[] yes = new double[2];
        double[] all = new double[2];
        for (int row = 0; row < data.rows(); row++) {
            int differ = data.numbers("a")[row] * data.numbers("b")[row] < 0 ? 1 : 0;
            all[differ]++;
            yes[differ] += data.codes("y").codes()[row];
        }
        return yes[1] / all[1] - yes[0] / all[0];
    }

    @Test
    void anInteractionThatACopulaLosesIsKept() {
        Dataset data = exclusiveOr();
        assertThat(interaction(data)).isBetween(.76, .84);
        assertThat(interaction(drawn(new SequentialTrees(), data))).isGreaterThan(.6);
        assertThat(interaction(drawn(new GaussianCopula(), data))).isBetween(-.1, .1);
    }

    @Test
    void smallLeavesAreNotMade() {
        Dataset data = exclusiveOr();
        TreeSettings settings =
                new TreeSettings(VisitOrder.AS_GIVEN, List.of(), 50, 1e-8, false, 1, false);
        FittedSequential fitted =
                (FittedSequential) new SequentialTrees().fit(data, settings, 1, Progress.NONE);
        for (ColumnTrees column : fitted.trees()) {
            for (Tree tree : column.values()) {
                for (int node = 0; node < tree.size().length; node++) {
                    if (tree.predictor()[node] < 0) {
                        assertThat(tree.size()[node]).isGreaterThanOrEqualTo(50);
                    }
                }
            }
        }
    }

    @Test
    void columnsNamedFirstAreDrawnFirstAndTheRestByTheOrder() {
        TreeSettings settings =
                new TreeSettings(VisitOrder.BY_LEVELS, List.of("b"), 5, 1e-8, false, 1, false);
        FittedSequential fitted =
                (FittedSequential)
                        new SequentialTrees().fit(exclusiveOr(), settings, 1, Progress.NONE);
        assertThat(fitted.order()).containsExactly(1, 2, 0);
    }

    private static Dataset drawn(TreeSettings settings, Dataset data) {
        return new SequentialTrees()
                .fit(data, settings, 1, Progress.NONE)
                .sample(List.of(new Target(Map.of(), ROWS)), 2, Progress.NONE)
                .data();
    }

    /// Trees of a forest each see a part of the columns, so some of the interaction is lost, but
    /// not all of it as in a copula.
    @Test
    void aForestKeepsMostOfAnInteraction() {
        TreeSettings forest =
                new TreeSettings(VisitOrder.AS_GIVEN, List.of(), 5, 1e-8, false, 20, false);
        assertThat(interaction(drawn(forest, exclusiveOr()))).isBetween(.3, .8);
    }

    /// A kernel estimate has the variance of the data and that of the kernel, here far below one
    /// per cent; a spike stays one, and no value leaves the range.
    @Test
    void smoothedNumbersAreNewButSpreadAlike() {
        SplittableRandom random = new SplittableRandom(5);
        double[] x =
                IntStream.range(0, ROWS)
                        .mapToDouble(i -> i % 4 == 0 ? 0 : 1 + Math.abs(random.nextGaussian()))
                        .toArray();
        Dataset data = table(real("x"), numbers(x));
        TreeSettings smoothed =
                new TreeSettings(VisitOrder.AS_GIVEN, List.of(), 5, 1e-8, false, 1, true);
        double[] made = drawn(smoothed, data).numbers("x");
        Set<Double> real = Arrays.stream(x).boxed().collect(Collectors.toSet());
        long zeros = Arrays.stream(made).filter(v -> v == 0).count();
        long copied = Arrays.stream(made).filter(v -> v != 0 && real.contains(v)).count();
        assertThat(zeros / (double) ROWS).isBetween(.22, .28);
        assertThat(copied).isLessThan(ROWS / 100);
        assertThat(Arrays.stream(made).min().orElseThrow()).isGreaterThanOrEqualTo(0);
        assertThat(Arrays.stream(made).max().orElseThrow())
                .isLessThanOrEqualTo(Arrays.stream(x).max().orElseThrow());
        assertThat(deviation(made)).isBetween(.95 * deviation(x), 1.05 * deviation(x));
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(
                Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
    }
}
