package org.counterpoise.bench;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.stats.mixed.LogisticMixed;
import org.counterpoise.engine.stats.mixed.MixedDesign;
import org.counterpoise.engine.stats.mixed.MixedModel;
import org.counterpoise.engine.stats.mixed.RandomTerm;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// Fits score ~ source × system with a random intercept by item, and with raters crossed.
///
/// The promise: 100,000 rows with 5,000 items take less than 2 s.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1500m")
@Warmup(iterations = 1)
@Measurement(iterations = 4)
public class MixedModelBenchmark {
    private static final int ROWS = 100_000;
    private static final int ITEMS = 5_000;
    private static final int RATERS = 50;

    /// Each is judged by two sources.
    @Param({"2", "10"})
    public int systems;

    private @Nullable MixedDesign byItem;
    private @Nullable MixedDesign crossed;
    private int[] good = new int[0];

    @Setup(Level.Trial)
    public void make() {
        RandomGenerator random = Streams.of(1, 0);
        double[][] x = new double[2 * systems][ROWS];
        double[] y = new double[ROWS];
        int[] items = new int[ROWS];
        int[] raters = new int[ROWS];
        good = new int[ROWS];
        double[] quality = new double[ITEMS];
        Arrays.setAll(quality, i -> 0.5 * random.nextGaussian());
        double[] strictness = new double[RATERS];
        Arrays.setAll(strictness, i -> 0.2 * random.nextGaussian());
        for (int row = 0; row < ROWS; row++) {
            items[row] = row % ITEMS;
            raters[row] = random.nextInt(RATERS);
            int source = random.nextInt(2);
            int system = random.nextInt(systems);
            x[0][row] = 1;
            x[1][row] = source;
            if (system > 0) {
                x[2 * system][row] = 1;
                x[2 * system + 1][row] = source;
            }
            y[row] =
                    1.5
                            + quality[items[row]]
                            + strictness[raters[row]]
                            + 0.4 * random.nextGaussian();
            good[row] = y[row] > 1.5 ? 1 : 0;
        }
        RandomTerm item = RandomTerm.intercept(items, ITEMS);
        byItem = new MixedDesign(x, y, List.of(item));
        crossed = new MixedDesign(x, y, List.of(item, RandomTerm.intercept(raters, RATERS)));
    }

    @Benchmark
    public double itemIntercepts() {
        return MixedModel.fit(Objects.requireNonNull(byItem), true, Progress.NONE).effect(1).p();
    }

    @Benchmark
    public double ratersCrossed() {
        return MixedModel.fit(Objects.requireNonNull(crossed), true, Progress.NONE).effect(1).p();
    }

    @Benchmark
    public double logistic() {
        MixedDesign design = Objects.requireNonNull(byItem);
        int[] trials = new int[ROWS];
        Arrays.fill(trials, 1);
        return LogisticMixed.fit(
                        design.x(),
                        good,
                        trials,
                        design.terms().getFirst().groups(),
                        ITEMS,
                        Progress.NONE)
                .deviation();
    }
}
