package org.counterpoise.engine.validate.attack;

import org.counterpoise.bench.PatientsTable;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.settings.SettingsType;
import org.counterpoise.engine.validate.AlignedTables;
import org.counterpoise.engine.validate.RowSample;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// Each attack as Anonymeter is usually run: 10,000 training, synthetic and control rows of 20
/// mixed columns, 500 attacks, queries of 4 columns, 10 neighbours. Inference guesses all 20
/// columns, where Anonymeter guesses one.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1500m")
@Warmup(iterations = 1)
@Measurement(iterations = 5)
public class AttackBenchmark {
    private static final int ROWS = 10_000;
    private static final int ATTACKS = 500;
    private static final double CONFIDENCE = 0.95;

    private static final AttackSettings SETTINGS = settings();

    private @Nullable AttackTables tables;
    private int[] training = {};
    private int[] control = {};

    private static AttackSettings settings() {
        var type = SettingsType.of(AttackSettings.DEFAULTS);
        AttackSettings settings = AttackSettings.DEFAULTS;
        settings = type.with(settings, "attacks", Integer.toString(ATTACKS));
        settings = type.with(settings, "columns", "4");
        return type.with(settings, "neighbours", "10");
    }

    @Setup(Level.Trial)
    public void make() {
        Dataset others = PatientsTable.others(2 * ROWS);
        AlignedTables aligned =
                AlignedTables.of(
                        List.of(
                                PatientsTable.of(ROWS),
                                others.select(IntStream.range(0, ROWS).toArray()),
                                others.select(IntStream.range(ROWS, 2 * ROWS).toArray())));
        int[] all = IntStream.range(0, ROWS).toArray();
        tables = AttackTables.of(aligned.columns(), List.of(all, all, all));
        training = RowSample.of(ROWS, ATTACKS, new SplittableRandom(1));
        control = RowSample.of(ROWS, ATTACKS, new SplittableRandom(2));
    }

    private AttackTables tables() {
        return Objects.requireNonNull(tables);
    }

    @Benchmark
    public Attack univariate() {
        return new SinglingOut(tables(), SETTINGS, CONFIDENCE, 1).byColumn(Progress.NONE);
    }

    @Benchmark
    public Attack multivariate() {
        return new SinglingOut(tables(), SETTINGS, CONFIDENCE, 1).byColumns(Progress.NONE);
    }

    @Benchmark
    public Attack linkability() {
        boolean[] first = new boolean[tables().columns()];
        for (int c = 0; c < first.length; c += 2) {
            first[c] = true;
        }
        return new Linkability(tables(), SETTINGS)
                .attack(first, training, control, CONFIDENCE, Progress.NONE);
    }

    @Benchmark
    public List<Attack> inference() {
        return new Inference(tables(), SETTINGS)
                .attacks(training, control, CONFIDENCE, Progress.NONE);
    }
}
