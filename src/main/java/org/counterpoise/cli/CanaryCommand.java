package org.counterpoise.cli;

import com.fasterxml.jackson.databind.JsonNode;

import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.synth.Synthesizer;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.session.Canaries;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// Tests a synthesizer with planted records.
@Command(
        name = "canary",
        description =
                "Plants made-up records, learns again, and says how well the synthetic rows tell"
                        + " which were planted.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "In the lines below, training rows are planted records, and rows never seen are records",
            "made in the same way and not planted.",
            "Example:",
            "  counterpoise canary flchain.csv --method sequential-trees --canaries 200"
        })
final class CanaryCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "CSV, TSV, Parquet, JSON lines or Excel.")
    Path file = Path.of("");

    @Mixin RoleOptions roles = new RoleOptions();
    @Mixin ReadingOptions reading = new ReadingOptions();

    @Option(
            names = "--method",
            paramLabel = "ID",
            description = "The synthesizer (default: ${DEFAULT-VALUE}).")
    String method = "gaussian-copula";

    @Option(
            names = "--canaries",
            paramLabel = "N",
            description = "How many records are planted (default: ${DEFAULT-VALUE}).")
    int canaries = 100;

    @Mixin SettingOptions settings = new SettingOptions();
    @Mixin SeedOption seed = new SeedOption();

    CanaryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Progress progress = console.progress();
        Synthesizer<?> synthesizer = Catalogue.find(Synthesizer.class, method);
        Map<String, JsonNode> given = settings.of(List.of(synthesizer));
        JsonNode own = given.getOrDefault(method, SettingOptions.none());
        try (Work work = Work.on(file, progress)) {
            String name = work.project().name();
            String imported = work.run(reading.importStep(file, name, progress), name, file);
            String input = work.assign(imported, roles);
            Validation validation =
                    Canaries.run(work.data(input), synthesizer, own, canaries, seed.seed, progress);
            console.out().println(validation.sentence());
            new Printer(console.out()).assessment(validation.assessment());
            return Cli.DONE;
        }
    }
}
