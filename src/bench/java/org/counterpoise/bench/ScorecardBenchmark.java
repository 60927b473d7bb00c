package org.counterpoise.bench;

import com.fasterxml.jackson.databind.JsonNode;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.Streams;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.data.Schema;
import org.counterpoise.engine.validate.QuickLook;
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

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// The scorecard of 10,000 synthetic patients, 20 mixed columns, beside 10,000 training rows and a
/// holdout of 2,500, with sex and ethnicity protected: every validator with its defaults, or one.
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
public class ScorecardBenchmark {
    private static final Set<String> PROTECTED = Set.of("sex", "ethnicity");

    @Param("10000")
    public int rows;

    @Param("2500")
    public int holdout;

    /// Id of the validator; `all` for the whole scorecard.
    @Param("all")
    public String method = "";

    /// `default`, `quick`, or `everything`: also the models that are not trained by default.
    @Param("default")
    public String settings = "";

    private @Nullable ValidationInput input;

    @Setup(Level.Trial)
    public void make() {
        Dataset others = marked(PatientsTable.others(rows + holdout));
        input =
                new ValidationInput(
                        marked(PatientsTable.of(rows)),
                        Optional.of(part(others, Part.HOLDOUT, rows, rows + holdout)),
                        part(others, Part.SYNTHETIC, 0, rows));
    }

    private static Dataset marked(Dataset table) {
        List<ColumnInfo> columns =
                table.schema().columns().stream()
                        .map(
                                info ->
                                        PROTECTED.contains(info.name())
                                                ? info.withRole(Role.PROTECTED)
                                                : info)
                        .toList();
        return table.withSchema(new Schema(columns));
    }

    private static Dataset part(Dataset table, Part part, int from, int to) {
        return table.select(IntStream.range(from, to).toArray()).withPart(part);
    }

    @Benchmark
    public List<Validation> judge() {
        ValidationInput tables = Objects.requireNonNull(input);
        if (method.equals("all")) {
            Map<String, JsonNode> chosen = new TreeMap<>();
            Validations.validators()
                    .forEach(validator -> chosen.put(validator.id(), json(validator)));
            return Validations.runAll(tables, chosen, 1, Progress.NONE);
        }
        return Validations.validators().stream()
                .filter(validator -> validator.id().equals(method))
                .map(validator -> judge(validator, tables))
                .toList();
    }

    private <S extends Record> Validation judge(Validator<S> validator, ValidationInput tables) {
        long seed = Streams.derive(1, validator.id());
        return validator.run(tables, chosen(validator), seed, Progress.NONE);
    }

    private <S extends Record> JsonNode json(Validator<S> validator) {
        return validator.settings().toJson(chosen(validator));
    }

    private <S extends Record> S chosen(Validator<S> validator) {
        return switch (settings) {
            case "quick" -> QuickLook.of(validator, validator.defaults());
            case "everything" ->
                    validator.id().equals("utility")
                            ? validator.settings().with(validator.defaults(), "allModels", "true")
                            : validator.defaults();
            default -> validator.defaults();
        };
    }
}
