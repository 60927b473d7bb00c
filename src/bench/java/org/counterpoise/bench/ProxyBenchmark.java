package org.counterpoise.bench;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.audit.proxy.ProxyAudit;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.data.Schema;
import org.counterpoise.engine.finding.Assessment;
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

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// Looks for proxies of sex (two groups) and race (four) in numbers and categories, three of which
/// tell of them, with an outcome; every part of the audit runs.
///
/// The promise: 100,000 rows × 20 columns take less than 10 s on two cores.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgs = {
            "-Xmx1500m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"
        })
@Warmup(iterations = 1)
@Measurement(iterations = 4)
public class ProxyBenchmark {
    @Param("100000")
    public int rows;

    /// With sex, race and the outcome.
    @Param("20")
    public int columns;

    private final ProxyAudit audit = new ProxyAudit();
    private @Nullable Dataset table;

    @Setup(Level.Trial)
    public void make() {
        table = table(rows, columns);
    }

    static Dataset table(int rows, int columns) {
        RandomGenerator random = Streams.of(1, 0);
        int[] sex = new int[rows];
        int[] race = new int[rows];
        for (int row = 0; row < rows; row++) {
            sex[row] = random.nextInt(2);
            double share = random.nextDouble();
            race[row] = share < 0.6 ? 0 : share < 0.8 ? 1 : share < 0.95 ? 2 : 3;
        }
        List<ColumnInfo> infos = new ArrayList<>();
        List<Column> data = new ArrayList<>();
        double[] risk = new double[rows];
        for (int c = 0; c < columns - 3; c++) {
            if (c % 3 == 2) {
                int[] codes = new int[rows];
                for (int row = 0; row < rows; row++) {
                    codes[row] = c == 2 && random.nextInt(3) > 0 ? race[row] : random.nextInt(5);
                }
                infos.add(ColumnInfo.of("c" + c, ColumnType.CATEGORY));
                data.add(new Column.Codes(codes, List.of("a", "b", "c", "d", "e")));
            } else {
                double[] values = new double[rows];
                for (int row = 0; row < rows; row++) {
                    values[row] = random.nextGaussian() + (c < 2 ? sex[row] : 0);
                    risk[row] += c < 6 ? values[row] / 2 : 0;
                }
                infos.add(ColumnInfo.of("c" + c, ColumnType.REAL));
                data.add(new Column.Numbers(values));
            }
        }
        int[] ill = new int[rows];
        for (int row = 0; row < rows; row++) {
            ill[row] = random.nextDouble() < 1 / (1 + Math.exp(1 - risk[row])) ? 1 : 0;
        }
        infos.add(ColumnInfo.of("sex", ColumnType.CATEGORY).withRole(Role.PROTECTED));
        data.add(new Column.Codes(sex, List.of("F", "M")));
        infos.add(ColumnInfo.of("race", ColumnType.CATEGORY).withRole(Role.PROTECTED));
        data.add(new Column.Codes(race, List.of("p", "q", "r", "s")));
        infos.add(ColumnInfo.of("ill", ColumnType.BOOLEAN).withRole(Role.OUTCOME));
        data.add(new Column.Codes(ill, List.of("0", "1")));
        return new Dataset("proxies", Part.WHOLE, new Schema(infos), data);
    }

    @Benchmark
    public Assessment look() {
        return audit.run(
                new AuditInput(Objects.requireNonNull(table), Optional.empty()),
                audit.defaults(),
                1,
                Progress.NONE);
    }
}
