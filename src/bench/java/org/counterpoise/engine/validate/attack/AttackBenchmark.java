package org.counterpoise.engine.validate.attack;

import org.counterpoise.bench.PatientsTable;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.settings.SettingsType;
import org.counterpoise.engine.validate.AlignedTables;
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
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// One kind of attack on the patients, 20 mixed columns: as many synthetic and holdout rows as
/// training rows, 500 attacks on either side, 4 columns per query, 10 neighbours. `inference`
/// guesses every column, not one.
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
@Measurement(iterations = 10)
public class AttackBenchmark {
    private static final int ATTACKS = 500;

    /// Rows of each table.
    @Param("10000")
    public int rows;

    @Param({"univariate", "multivariate", "linkability", "inference"})
    public String attack = "";

    private @Nullable AttackTables tables;

    @Setup(Level.Trial)
    public void make() {
        Dataset others = PatientsTable.others(2 * rows);
        AlignedTables aligned =
                AlignedTables.of(
                        List.of(
                                PatientsTable.of(rows),
                                others.select(range(0, rows)).withPart(Part.SYNTHETIC),
                                others.select(range(rows, 2 * rows)).withPart(Part.HOLDOUT)));
        List<int[]> all = new ArrayList<>();
        for (int size : aligned.rows()) {
            all.add(range(0, size));
        }
        tables = AttackTables.of(aligned.columns(), all);
    }

    private static int[] range(int from, int to) {
        int[] range = new int[to - from];
        Arrays.setAll(range, i -> from + i);
        return range;
    }

    @Benchmark
    public List<Attack> attack() {
        AttackTables given = Objects.requireNonNull(tables);
        SettingsType<AttackSettings> type = SettingsType.of(AttackSettings.DEFAULTS);
        AttackSettings settings =
                type.with(
                        type.with(
                                type.with(AttackSettings.DEFAULTS, "attacks", "500"),
                                "columns",
                                "4"),
                        "neighbours",
                        "10");
        int[] attacked = range(0, ATTACKS);
        boolean[] first = new boolean[given.columns()];
        for (int c = 0; c < first.length; c++) {
            first[c] = c % 2 == 0;
        }
        return switch (attack) {
            case "univariate" ->
                    List.of(new SinglingOut(given, settings, .95, 1).byColumn(Progress.NONE));
            case "multivariate" ->
                    List.of(new SinglingOut(given, settings, .95, 1).byColumns(Progress.NONE));
            case "linkability" ->
                    List.of(
                            new Linkability(given, settings)
                                    .attack(first, attacked, attacked, .95, Progress.NONE));
            default ->
                    new Inference(given, settings).attacks(attacked, attacked, .95, Progress.NONE);
        };
    }
}
