package org.counterpoise.cli;

import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.data.WriteOptions;
import org.counterpoise.engine.mitigate.Correction;
import org.counterpoise.session.Artifact;
import org.counterpoise.session.Step;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/// Corrects the values of a table.
@Command(
        name = "correct",
        description = "Corrects values, such as readouts for their place on the plate.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Example:",
            "  counterpoise correct screen.csv --plate plate --well well --readout signal \\",
            "      --control type --set plate-correction.method=pmp-one-model --out better.csv"
        })
final class CorrectCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "CSV, TSV, Parquet, JSON lines or Excel.")
    Path file = Path.of("");

    @Mixin RoleOptions roles = new RoleOptions();
    @Mixin ReadingOptions reading = new ReadingOptions();

    @Option(
            names = "--method",
            paramLabel = "ID",
            description = "The correction (default: ${DEFAULT-VALUE}).")
    String method = "plate-correction";

    @Mixin SettingOptions settings = new SettingOptions();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where the table goes: .csv or .parquet.")
    Path out = Path.of("");

    @Option(names = "--json", paramLabel = "FILE", description = "Write notes and the protocol.")
    @Nullable Path json;

    CorrectCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Progress progress = console.progress();
        TableFile table = TableFile.of(out);
        Correction<?> correction = Catalogue.find(Correction.class, method);
        var given = settings.of(List.of(correction));
        try (Work work = Work.on(file, progress)) {
            String name = work.project().name();
            String imported = work.run(reading.importStep(file, name, progress), name, file);
            String input = work.assign(imported, roles);
            var own = given.getOrDefault(method, SettingOptions.none());
            String corrected = work.run(new Step.Correct(input, method, own));
            Artifact.Data made = (Artifact.Data) work.project().artifact(corrected);
            table.write(made.dataset(), WriteOptions.USUAL, progress);
            console.out()
                    .println(
                            "Wrote "
                                    + out
                                    + ": "
                                    + made.dataset().rows()
                                    + " rows, corrected in the column "
                                    + made.dataset().schema().names().getLast());
            made.notes().forEach(note -> console.out().println("Note: " + note));
            Path target = json;
            if (target != null) {
                JsonResult.of("correct", work.project(), List.of()).write(target);
                console.out().println("Wrote " + target);
            }
            return Cli.DONE;
        }
    }
}
