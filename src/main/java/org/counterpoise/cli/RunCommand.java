package org.counterpoise.cli;

import org.counterpoise.engine.Parallel;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.session.Project;
import org.counterpoise.session.Protocol;
import org.counterpoise.session.Replay;
import org.counterpoise.session.StepRecord;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// Does a protocol again.
@Command(
        name = "run",
        description = "Replays a protocol and compares every result with the first time.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {"", "Example:", "  counterpoise run protocol.json --data flchain=flchain.csv"})
final class RunCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "PROTOCOL", description = "A protocol.json.")
    Path file = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "NAME=FILE",
            description = "The file of a dataset. Repeatable.")
    List<String> data = new ArrayList<>();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads to use (default: all cores); the results do not depend on it.")
    @Nullable Integer threads;

    @Mixin OutputOptions output = new OutputOptions();

    RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        int before = Parallel.threads();
        try {
            Integer wanted = threads;
            if (wanted != null && wanted < 1) {
                throw new UserProblem(
                        "The number of threads is " + wanted + ".",
                        "option --threads",
                        "Use at least one.");
            } else if (wanted != null) {
                Parallel.setThreads(wanted);
            }
            return replay();
        } finally {
            Parallel.setThreads(before);
        }
    }

    private int replay() {
        Protocol protocol = Protocol.read(file);
        List<Replay.Outcome> different = new ArrayList<>();
        try (Project project =
                Replay.run(
                        protocol,
                        GivenFiles.of(data),
                        console.progress(),
                        outcome -> {
                            print(outcome);
                            if (!outcome.identical()) {
                                different.add(outcome);
                            }
                        })) {
            output.write("run", project, List.of(), console, console.progress());
        }
        if (different.isEmpty()) {
            console.out().println("All " + protocol.steps().size() + " steps came out the same.");
            return Cli.DONE;
        }
        Protocol.Entry first = different.getFirst().expected();
        return console.problem(
                new UserProblem(
                        different.size()
                                + " of "
                                + protocol.steps().size()
                                + " steps came out differently.",
                        "first in step " + first.number() + ", " + first.does(),
                        "Replay with Counterpoise " + first.counterpoise() + "."));
    }

    private void print(Replay.Outcome outcome) {
        Protocol.Entry entry = outcome.expected();
        console.out()
                .println(
                        (outcome.identical() ? "same      " : "DIFFERENT ")
                                + entry.number()
                                + ". "
                                + entry.does());
        for (StepRecord.Output made : outcome.record().outputs()) {
            console.out().println("            " + made.id() + " " + made.hash());
        }
    }
}
