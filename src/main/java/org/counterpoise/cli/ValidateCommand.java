package org.counterpoise.cli;

import com.fasterxml.jackson.databind.JsonNode;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.validate.QuickLook;
import org.counterpoise.engine.validate.TradeOff;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.engine.validate.Validations;
import org.counterpoise.session.Artifact;
import org.counterpoise.session.Step;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// Holds synthetic data against real data.
@Command(
        name = "validate",
        description = "Judges synthetic data by fidelity, utility, privacy and fairness.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Example:",
            "  counterpoise validate --real train.csv --synthetic syn.csv --holdout hold.csv \\",
            "      --outcome death --positive 1 --protected sex --json v.json"
        })
final class ValidateCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--real",
            required = true,
            paramLabel = "FILE",
            description = "The real rows that the synthetic ones were made from.")
    Path real = Path.of("");

    @Option(
            names = "--synthetic",
            required = true,
            paramLabel = "FILE",
            description =
                    "The synthetic rows; real ones among them that are marked do not count. Repeatable:"
                            + " several versions are judged one by one and set side by side.")
    List<Path> synthetic = List.of();

    @Option(
            names = "--holdout",
            paramLabel = "FILE",
            description = "Real rows that the synthesizer has not seen.")
    @Nullable Path holdout;

    @Option(
            names = "--quick",
            description =
                    "A first look in seconds: the same thresholds on fewer rows with fewer repeats, so"
                            + " that intervals are wider. Settings given with --set are kept.")
    boolean quick;

    @Mixin RoleOptions roles = new RoleOptions();
    @Mixin BenchmarkOptions benchmark = new BenchmarkOptions();
    @Mixin ReadingOptions reading = new ReadingOptions();
    @Mixin SettingOptions settings = new SettingOptions();
    @Mixin SeedOption seed = new SeedOption();
    @Mixin OutputOptions output = new OutputOptions();
    @Mixin FailOn failOn = new FailOn();

    ValidateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Progress progress = console.progress();
        Map<String, JsonNode> given =
                settings.of(Validations.validators(), quick ? QuickLook.settings() : Map.of());
        try (Work work = Work.on(synthetic.getFirst(), progress)) {
            Step.ImportData first = reading.importStep(real, "real", progress);
            String training = work.assign(work.run(first, "real", real), roles);
            Path held = holdout;
            String locked = held == null ? "" : like(work, first, training, "holdout", held);
            String target = benchmark.set(work, training, reading);
            Map<String, List<Validation>> versions = new LinkedHashMap<>();
            for (int i = 0; i < synthetic.size(); i++) {
                String name = i == 0 ? "synthetic" : "synthetic-" + (i + 1);
                String drawn = like(work, first, training, name, synthetic.get(i));
                String card =
                        work.run(
                                new Step.Validate(
                                        training, locked, drawn, given, seed.seed, target));
                Artifact.Scorecard scorecard = (Artifact.Scorecard) work.project().artifact(card);
                versions.put((i + 1) + " " + synthetic.get(i), scorecard.validations());
                print(scorecard);
            }
            if (versions.size() > 1) {
                new Printer(console.out()).tradeOff(TradeOff.of(versions));
            }
            output.write("validate", work.project(), List.of(), console, progress);
            return failOn.exitCode(work.project());
        }
    }

    private void print(Artifact.Scorecard scorecard) {
        Printer printer = new Printer(console.out());
        printer.scorecard(scorecard);
        scorecard.validations().stream()
                .filter(v -> v.verdict() != Validation.Verdict.LEFT_OUT)
                .forEach(v -> printer.assessment(v.assessment()));
    }

    /// Imports a file with the column types and roles of the real one.
    private String like(Work work, Step.ImportData first, String training, String name, Path file) {
        String id = work.run(reading.importLike(first, file, name, work.progress()), name, file);
        Dataset model = work.data(training);
        List<ColumnInfo> changes =
                work.data(id).schema().columns().stream()
                        .filter(column -> model.schema().has(column.name()))
                        .map(column -> like(column, model.schema().column(column.name())))
                        .toList();
        return changes.isEmpty() ? id : work.run(new Step.AssignRoles(id, changes));
    }

    private static ColumnInfo like(ColumnInfo column, ColumnInfo model) {
        return new ColumnInfo(
                column.name(),
                column.type(),
                model.role(),
                model.level(),
                model.unit(),
                model.label(),
                model.positive(),
                model.binning());
    }
}
