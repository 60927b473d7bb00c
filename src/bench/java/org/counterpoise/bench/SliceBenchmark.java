package org.counterpoise.bench;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.audit.slice.SliceAudit;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.data.Schema;
import org.counterpoise.engine.finding.Assessment;
import org.counterpoise.engine.settings.SettingsType;
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

/// Searches a table of random categories with one trouble spot for its worst slices of up to three
/// conditions, with confirmation.
///
/// The promise: 100,000 rows × 20 columns take less than 5 s. A weight of the error of 0.99 lets
/// few slices be spared, the default of 0.95 nearly all.
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
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class SliceBenchmark {
    private static final int LEVELS = 5;

    /// Rows of the table; as many as are searched are kept back besides.
    @Param("100000")
    public int rows;

    @Param("20")
    public int columns;

    @Param({"0.95", "0.99"})
    public String alpha = "";

    private final SliceAudit audit = new SliceAudit();
    private @Nullable Dataset table;

    @Setup(Level.Trial)
    public void make() {
        RandomGenerator random = Streams.of(1, 0);
        List<ColumnInfo> infos = new ArrayList<>();
        List<Column> data = new ArrayList<>();
        int all = 2 * rows;
        List<String> levels = List.of("a", "b", "c", "d", "e");
        for (int c = 0; c < columns; c++) {
            int[] codes = new int[all];
            for (int row = 0; row < all; row++) {
                codes[row] = random.nextInt(LEVELS);
            }
            infos.add(ColumnInfo.of("c" + c, ColumnType.CATEGORY));
            data.add(new Column.Codes(codes, levels));
        }
        int[] spot = ((Column.Codes) data.getFirst()).codes();
        int[] truth = new int[all];
        int[] guess = new int[all];
        for (int row = 0; row < all; row++) {
            truth[row] = random.nextInt(2);
            boolean wrong = random.nextDouble() < (spot[row] == 0 ? 0.4 : 0.15);
            guess[row] = wrong ? 1 - truth[row] : truth[row];
        }
        infos.add(ColumnInfo.of("truth", ColumnType.BOOLEAN).withRole(Role.OUTCOME));
        data.add(new Column.Codes(truth, List.of("0", "1")));
        infos.add(ColumnInfo.of("guess", ColumnType.BOOLEAN).withRole(Role.PREDICTION));
        data.add(new Column.Codes(guess, List.of("0", "1")));
        table = new Dataset("slices", Part.WHOLE, new Schema(infos), data);
    }

    @Benchmark
    public Assessment search() {
        return audit.run(
                new AuditInput(Objects.requireNonNull(table), Optional.empty()),
                SettingsType.of(audit.defaults()).with(audit.defaults(), "alpha", alpha),
                1,
                Progress.NONE);
    }
}
