package org.counterpoise.cli;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.report.ReportOptions;
import org.counterpoise.report.ReportWriter;
import org.counterpoise.session.Project;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where the results of a command go.
final class OutputOptions {
    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write metrics, findings and the protocol as JSON.")
    @Nullable Path json;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write the report and the protocol into this folder.")
    @Nullable Path folder;

    /// Writes what was asked for.
    ///
    /// @param leftOut what was not done and why, one sentence each
    void write(
            String command,
            Project project,
            List<String> leftOut,
            Console console,
            Progress progress) {
        Path file = json;
        if (file != null) {
            JsonResult.of(command, project, leftOut).write(file);
            console.out().println("Wrote " + file);
        }
        Path target = folder;
        if (target != null) {
            if (Files.isRegularFile(target)) {
                throw new UserProblem(
                        "The report needs a folder, and this is a file.",
                        target.toString(),
                        "Name a folder; it is made if it does not exist.");
            }
            ReportWriter.write(project, ReportOptions.everything(project.name()), target, progress)
                    .forEach(written -> console.out().println("Wrote " + written));
        }
    }
}
