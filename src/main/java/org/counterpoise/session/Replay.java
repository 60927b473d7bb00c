package org.counterpoise.session;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Does a protocol again and holds what comes out against what came out then.
public final class Replay {

    /// How one step went.
    ///
    /// @param expected as the protocol has it
    /// @param record as it was now
    public record Outcome(Protocol.Entry expected, StepRecord record) {

        /// Whether everything the step made is the same to the last bit.
        public boolean identical() {
            List<StepRecord.Output> then = expected.outputs();
            List<StepRecord.Output> now = record.outputs();
            return then.size() == now.size()
                    && IntStream.range(0, now.size()).allMatch(i -> then.get(i).same(now.get(i)));
        }
    }

    private Replay() {}

    /// Runs every step in a new project in memory.
    ///
    /// @param files where the files are that the protocol's imports read
    /// @throws UserProblem naming the first step that fails or comes out differently
    public static Project run(Protocol protocol, FileLocator files, Progress progress) {
        return run(protocol, files, progress, Replay::requireIdentical);
    }

    /// Runs every step in a new project in memory, whether or not the hashes agree.
    ///
    /// @param after told how each step went, as soon as it is done; may throw to stop
    /// @throws UserProblem if a step fails
    public static Project run(
            Protocol protocol, FileLocator files, Progress progress, Consumer<Outcome> after) {
        Project project = Project.inMemory(protocol.project());
        List<Protocol.Entry> steps = protocol.steps();
        for (int i = 0; i < steps.size(); i++) {
            Protocol.Entry entry = steps.get(i);
            requireVersions(protocol, entry);
            Progress part = progress.part((double) i / steps.size(), (i + 1.0) / steps.size());
            after.accept(new Outcome(entry, project.run(entry.run(), files, part)));
        }
        return project;
    }

    private static void requireVersions(Protocol protocol, Protocol.Entry entry) {
        MethodVersions.of(entry.run())
                .forEach(
                        (id, version) -> {
                            int then = protocol.methods().getOrDefault(id, version);
                            if (then != version) {
                                throw new UserProblem(
                                        "The method \""
                                                + id
                                                + "\" has changed since: version "
                                                + then
                                                + " then, "
                                                + version
                                                + " now.",
                                        "step " + entry.number(),
                                        "Replay with Counterpoise " + entry.counterpoise() + ".");
                            }
                        });
    }

    private static void requireIdentical(Outcome outcome) {
        if (!outcome.identical()) {
            Protocol.Entry entry = outcome.expected();
            throw new UserProblem(
                    "\"" + entry.does() + "\" came out differently.",
                    "step " + entry.number(),
                    "Replay with Counterpoise "
                            + entry.counterpoise()
                            + "; if it still differs, please report it.");
        }
    }
}
