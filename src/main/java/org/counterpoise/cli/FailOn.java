package org.counterpoise.cli;

import org.counterpoise.engine.finding.Severity;
import org.counterpoise.session.Artifact;
import org.counterpoise.session.Project;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.stream.Stream;

/// When findings make a command fail, for use in scripts.
final class FailOn {
    /// The severities that can be named.
    enum Level {
        WARNING,
        SERIOUS
    }

    @Option(
            names = "--fail-on",
            paramLabel = "warning|serious",
            description = "Exit with 3 if there is a finding at least this severe.")
    @Nullable Level level;

    int exitCode(Project project) {
        Level limit = level;
        if (limit == null) {
            return Cli.DONE;
        }
        Severity severity =
                switch (limit) {
                    case WARNING -> Severity.WARNING;
                    case SERIOUS -> Severity.SERIOUS;
                };
        boolean flagged =
                project.artifactIds().stream()
                        .flatMap(id -> severities(project.artifact(id)))
                        .anyMatch(found -> found.compareTo(severity) >= 0);
        return flagged ? Cli.FLAGGED : Cli.DONE;
    }

    private static Stream<Severity> severities(Artifact artifact) {
        return switch (artifact) {
            case Artifact.Findings findings -> Stream.of(findings.assessment().severity());
            case Artifact.Scorecard card ->
                    card.validations().stream().map(v -> v.assessment().severity());
            default -> Stream.empty();
        };
    }
}
