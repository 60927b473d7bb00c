package org.counterpoise.bench;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.stats.PowerLaw;
import org.counterpoise.engine.stats.Tally;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// Fitting a power law to 20,000 counts and 1,000 samples of it, each with its own search for xmin.
/// The target is 10 seconds on two cores.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class PowerLawBenchmark {
    private static final int COUNTS = 20_000;
    private static final int REPLICATES = 1000;

    /// About 2, as of words and reagents; a lower exponent has more distinct counts to try.
    @Param({"2.0"})
    public double alpha = 2;

    private long[] counts = new long[0];

    /// Continuous draws rounded: a power law in the tail, a little off at the smallest counts.
    @Setup
    public void draw() {
        RandomGenerator random = Streams.of(1, 0);
        counts = new long[COUNTS];
        Arrays.setAll(
                counts,
                i -> Math.round(0.5 * Math.pow(1 - random.nextDouble(), -1 / (alpha - 1)) + 0.5));
    }

    @Benchmark
    public PowerLaw.Plausibility fitAndSample() {
        Tally tally = Tally.of(counts);
        return PowerLaw.fit(tally).orElseThrow().plausibility(tally, REPLICATES, 1, Progress.NONE);
    }
}
