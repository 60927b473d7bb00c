package org.counterpoise.bench;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.validate.fidelity.QualityScore;
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

import java.util.concurrent.TimeUnit;

/// The quality score as SDMetrics computes it, of two tables of 20 mixed columns.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx3g", "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 1)
@Measurement(iterations = 5)
public class QualityBenchmark {

    @Param("1000000")
    public int rows;

    private Dataset real = PatientsTable.of(10);
    private Dataset other = real;

    @Setup(Level.Trial)
    public void make() {
        real = PatientsTable.of(rows);
        other = PatientsTable.others(rows);
    }

    @Benchmark
    public double sdmetrics() {
        return QualityScore.of(real, other, Progress.NONE);
    }
}
