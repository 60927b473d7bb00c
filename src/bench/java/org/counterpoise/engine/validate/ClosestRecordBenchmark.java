package org.counterpoise.engine.validate;

import org.counterpoise.bench.PatientsTable;
import org.counterpoise.engine.Progress;
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

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// The distance of every synthetic row to its closest real row (DCR), 20 mixed columns, from the
/// tables to the distances.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1500m")
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class ClosestRecordBenchmark {

    /// Rows of either table.
    @Param("100000")
    public int rows;

    private @Nullable AlignedTables tables;

    @Setup(Level.Trial)
    public void make() {
        tables = AlignedTables.of(List.of(PatientsTable.of(rows), PatientsTable.others(rows)));
    }

    @Benchmark
    public double[] closest() {
        int[] all = IntStream.range(0, rows).toArray();
        List<Points> points = Points.of(Objects.requireNonNull(tables), List.of(all, all), 0);
        return ClosestRecords.of(points.get(1), points.get(0), Progress.NONE, "").closest();
    }
}
