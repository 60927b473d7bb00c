package org.counterpoise.bench;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.settings.SettingsType;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.ValidationInput;
import org.counterpoise.engine.validate.Validations;
import org.counterpoise.engine.validate.Validator;
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

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Judges the privacy of a table of patients by a fresh sample of the same population, with all
/// rows compared: 20 mixed columns. By default there is no holdout, so that `privacy` seeks each
/// row's closest training row once (DCR).
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
@Measurement(iterations = 3)
public class PrivacyBenchmark {

    /// Rows of the training and of the synthetic table.
    @Param("100000")
    public int rows;

    /// Rows that were locked away.
    @Param("0")
    public int holdout;

    /// Id of the validator.
    @Param("privacy")
    public String method = "";

    private @Nullable ValidationInput input;

    @Setup(Level.Trial)
    public void make() {
        Dataset others = PatientsTable.others(rows + holdout);
        input =
                new ValidationInput(
                        PatientsTable.of(rows),
                        holdout == 0
                                ? Optional.empty()
                                : Optional.of(part(others, Part.HOLDOUT, rows, rows + holdout)),
                        part(others, Part.SYNTHETIC, 0, rows));
    }

    private static Dataset part(Dataset table, Part part, int from, int to) {
        return table.select(java.util.stream.IntStream.range(from, to).toArray()).withPart(part);
    }

    @Benchmark
    public Validation judge() {
        Validator<?> validator =
                Validations.validators().stream()
                        .filter(candidate -> candidate.id().equals(method))
                        .findFirst()
                        .orElseThrow();
        return judge(validator);
    }

    private <S extends Record> Validation judge(Validator<S> validator) {
        S settings =
                SettingsType.of(validator.defaults())
                        .with(validator.defaults(), "maxRows", "1000000");
        return validator.run(Objects.requireNonNull(input), settings, 1, Progress.NONE);
    }
}
