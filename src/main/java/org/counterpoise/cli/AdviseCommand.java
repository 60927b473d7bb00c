package org.counterpoise.cli;

import org.counterpoise.engine.Catalogue;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.synth.Synthesizer;
import org.counterpoise.engine.synth.resample.OversamplingAdvice;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/// Says how a rare outcome is best filled up.
@Command(
        name = "advise",
        description = "Looks at a rare outcome and says which oversampling suits it, and why.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Example:",
            "  counterpoise advise kidtran.csv --outcome death",
        })
final class AdviseCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "CSV, TSV, Parquet, JSON lines or Excel.")
    Path file = Path.of("");

    @Mixin RoleOptions roles = new RoleOptions();
    @Mixin ReadingOptions reading = new ReadingOptions();

    AdviseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Progress progress = console.progress();
        try (Work work = Work.on(file, progress)) {
            String name = work.project().name();
            String imported = work.run(reading.importStep(file, name, progress), name, file);
            String input = work.assign(imported, roles);
            print(OversamplingAdvice.of(work.data(input), progress));
            return Cli.DONE;
        }
    }

    private void print(OversamplingAdvice advice) {
        PrintStream out = console.out();
        if (!advice.seen().isEmpty()) {
            out.println(advice.seen());
        }
        int place = 1;
        for (OversamplingAdvice.Choice choice : advice.choices()) {
            String name = Catalogue.find(Synthesizer.class, choice.method()).card().name();
            out.println(place++ + ". " + name + " (" + choice.method() + "): " + choice.why());
        }
        advice.remarks().forEach(remark -> out.println("Note: " + remark));
    }
}
