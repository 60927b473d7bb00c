package org.counterpoise.cli;

import org.counterpoise.engine.Progress;
import org.counterpoise.report.ReportOptions;
import org.counterpoise.report.ReportWriter;
import org.counterpoise.session.Project;
import org.counterpoise.session.Protocol;
import org.counterpoise.session.Replay;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Tells a project as a document.
@Command(
        name = "report",
        description = "Writes the report of a project, or of a protocol that it replays first.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  counterpoise report study.counterpoise.mv.db --out report",
            "  counterpoise report protocol.json --data flchain=flchain.csv --out report"
        })
final class ReportCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "PROJECT|PROTOCOL", description = "A project or a protocol.json.")
    Path file = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "NAME=FILE",
            description = "For a protocol: the file of a dataset. Repeatable.")
    List<String> data = new ArrayList<>();

    @Option(
            names = "--password",
            interactive = true,
            arity = "0..1",
            description = "Ask for the project's password.")
    char @Nullable [] password;

    @Option(names = "--title", paramLabel = "TEXT", description = "The report's title.")
    @Nullable String title;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder.")
    Path folder = Path.of("");

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write metrics, findings and the protocol as JSON.")
    @Nullable Path json;

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Progress progress = console.progress();
        try (Project project = project(progress)) {
            String shown = title;
            ReportOptions options =
                    ReportOptions.everything(shown == null ? project.name() : shown);
            ReportWriter.write(project, options, folder, progress)
                    .forEach(written -> console.out().println("Wrote " + written));
            Path target = json;
            if (target != null) {
                JsonResult.of("report", project, List.of()).write(target);
                console.out().println("Wrote " + target);
            }
        }
        return Cli.DONE;
    }

    private Project project(Progress progress) {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
            return Replay.run(Protocol.read(file), GivenFiles.of(data), progress);
        }
        return Project.open(file, Optional.ofNullable(password));
    }
}
