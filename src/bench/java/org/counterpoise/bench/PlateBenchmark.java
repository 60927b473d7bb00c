package org.counterpoise.bench;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.stats.plate.ModelTest;
import org.counterpoise.engine.stats.plate.PlateLook;
import org.counterpoise.engine.stats.plate.PlateMethod;
import org.counterpoise.engine.stats.plate.Wells;
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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// Detecting and correcting 1,000 plates of 384 wells, every third with two crooked rows and a
/// crooked column. The target is 3 seconds on two cores.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class PlateBenchmark {
    private static final int PLATES = 1000;
    private static final int ROWS = 16;
    private static final int COLUMNS = 24;

    @Param({"PMP_ONE_MODEL", "B_SCORE", "LOESS"})
    public PlateMethod method = PlateMethod.PMP_ONE_MODEL;

    private List<Wells> plates = List.of();

    @Setup
    public void simulate() {
        RandomGenerator random = Streams.of(1, 0);
        plates = new ArrayList<>();
        for (int plate = 0; plate < PLATES; plate++) {
            double[] values = new double[ROWS * COLUMNS];
            for (int well = 0; well < values.length; well++) {
                boolean crooked =
                        plate % 3 == 0
                                && (well / COLUMNS == 0
                                        || well / COLUMNS == 15
                                        || well % COLUMNS == 5);
                values[well] = 100 + 10 * random.nextGaussian() + (crooked ? 30 : 0);
            }
            plates.add(Wells.of(ROWS, COLUMNS, values));
        }
    }

    @Benchmark
    public List<double[]> detectAndCorrect() {
        List<PlateLook> looks =
                PlateLook.all(
                        plates,
                        PlateLook.perLine(0.01, ROWS, COLUMNS),
                        ModelTest.SPREAD,
                        Progress.NONE);
        return method.correct(looks, 0.3, Progress.NONE);
    }
}
