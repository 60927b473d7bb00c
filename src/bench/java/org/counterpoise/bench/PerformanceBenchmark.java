package org.counterpoise.bench;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.audit.AuditInput;
import org.counterpoise.engine.audit.performance.PerformanceAudit;
import org.counterpoise.engine.audit.performance.PerformanceSettings;
import org.counterpoise.engine.data.Column;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.ColumnType;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
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

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Audits a marked prediction in a million patients by sex, ethnicity and their crossing.
///
/// The promise: the eight metrics of fairlearn's example take less than 0.15 s, and with 1,000
/// replicates of each test less than 2 s.
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
@Warmup(iterations = 5)
@Measurement(iterations = 15)
public class PerformanceBenchmark {
    private static final double THRESHOLD = 0.1;

    @Param("1000000")
    public int rows;

    /// Names of metrics; "all" for all.
    @Param("accuracy,ppv,tpr,fpr,tnr,fnr,selection-rate,prevalence")
    public String metrics = "";

    @Param({"0", "1000"})
    public int replicates;

    /// Whether the score is marked beside the decision.
    @Param("false")
    public boolean scored;

    private final PerformanceAudit audit = new PerformanceAudit();
    private @Nullable Dataset patients;
    private PerformanceSettings settings = audit.defaults();

    @Setup(Level.Trial)
    public void read() {
        Dataset table = PatientsTable.of(rows);
        double[] scores = table.numbers("score");
        int[] decisions = new int[scores.length];
        for (int row = 0; row < decisions.length; row++) {
            decisions[row] = scores[row] >= THRESHOLD ? 1 : 0;
        }
        Dataset decided =
                table.with(
                        ColumnInfo.of("decision", ColumnType.BOOLEAN).withRole(Role.PREDICTION),
                        new Column.Codes(decisions, List.of("0", "1")));
        patients =
                decided.withSchema(
                        decided.schema()
                                .with("sex", info -> info.withRole(Role.PROTECTED))
                                .with("ethnicity", info -> info.withRole(Role.PROTECTED))
                                .with(
                                        "score",
                                        info -> info.withRole(scored ? Role.SCORE : Role.FEATURE)));
        SettingsType<PerformanceSettings> type = SettingsType.of(audit.defaults());
        settings = type.with(settings, "permutations", Integer.toString(replicates));
        settings = type.with(settings, "metrics", metrics.equals("all") ? "" : metrics);
    }

    @Benchmark
    public Assessment audit() {
        return audit.run(
                new AuditInput(Objects.requireNonNull(patients), Optional.empty()),
                settings,
                1,
                Progress.NONE);
    }
}
