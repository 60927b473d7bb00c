package org.counterpoise.session;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

/// A list of steps and the artifacts they made. Nothing in it changes except through a step.
///
/// One thread at a time runs, undoes or redoes; any thread may read meanwhile, and sees the project
/// as it was before the running step or after it.
public final class Project implements AutoCloseable {

    /// What is done, and what is undone and could be redone, next first.
    private record State(List<StepRecord> done, List<StepRecord> undone, Instant changed) {}

    private final String name;
    private final Map<String, Artifact> artifacts = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock changing = new ReentrantLock();
    private volatile State state = new State(List.of(), List.of(), now());

    private Project(String name) {
        this.name = name;
    }

    /// A project that is kept nowhere but in memory.
    public static Project inMemory(String name) {
        return new Project(name);
    }

    public String name() {
        return name;
    }

    /// The file the project is kept in.
    public Optional<Path> file() {
        return Optional.empty();
    }

    /// The steps done and not undone, in order.
    public List<StepRecord> steps() {
        return state.done();
    }

    /// The step that [#undo] would take back.
    public Optional<StepRecord> undoable() {
        List<StepRecord> done = state.done();
        return done.isEmpty() ? Optional.empty() : Optional.of(done.getLast());
    }

    /// The step that [#redo] would do again.
    public Optional<StepRecord> redoable() {
        return state.undone().stream().findFirst();
    }

    /// When the project was last changed.
    public Instant savedAt() {
        return state.changed();
    }

    /// Where everything came from, as of now.
    public Lineage lineage() {
        return new Lineage(state.done());
    }

    /// The ids of the artifacts of all live steps, in order.
    public List<String> artifactIds() {
        return state.done().stream()
                .flatMap(record -> record.outputs().stream())
                .map(StepRecord.Output::id)
                .toList();
    }

    /// @throws UserProblem if no live step made such an artifact
    public Artifact artifact(String id) {
        Artifact artifact = artifactIds().contains(id) ? artifacts.get(id) : null;
        if (artifact == null) {
            throw unknown(id);
        }
        return artifact;
    }

    /// Carries out a step and keeps what it made. On failure nothing changes. Steps that were undone
    /// can no longer be redone afterwards.
    ///
    /// @param files where the files are that the step reads
    /// @return the record of the step, its settings complete
    /// @throws UserProblem if the step cannot be carried out, saying why
    /// @throws org.counterpoise.engine.CancelledException if the user stopped it
    public StepRecord run(Step step, FileLocator files, Progress progress) {
        StepRecord record;
        changing.lock();
        try {
            record = carryOut(CompleteStep.of(step), files, progress);
        } finally {
            changing.unlock();
        }
        changed();
        return record;
    }

    private StepRecord carryOut(Step step, FileLocator files, Progress progress) {
        long start = System.nanoTime();
        List<SessionRunner.Made> made = new SessionRunner(inputs(), files, progress).run(step);
        progress.check();
        List<StepRecord.Output> outputs = named(made);
        StepRecord record =
                new StepRecord(
                        state.done().size() + 1,
                        step,
                        outputs,
                        now(),
                        Duration.ofMillis((System.nanoTime() - start) / 1_000_000),
                        Version.CURRENT);
        state.undone().stream()
                .flatMap(undone -> undone.outputs().stream())
                .forEach(output -> artifacts.remove(output.id()));
        for (int i = 0; i < made.size(); i++) {
            artifacts.put(outputs.get(i).id(), made.get(i).artifact());
        }
        List<StepRecord> done = new ArrayList<>(state.done());
        done.add(record);
        state = new State(List.copyOf(done), List.of(), record.at());
        return record;
    }

    private SessionRunner.Inputs inputs() {
        return new SessionRunner.Inputs() {
            @Override
            public Artifact artifact(String id) {
                return Project.this.artifact(id);
            }

            @Override
            public Lineage lineage() {
                return Project.this.lineage();
            }
        };
    }

    /// Numbers count the live artifacts of a kind, so a replay of the live steps names them alike.
    private List<StepRecord.Output> named(List<SessionRunner.Made> made) {
        Map<String, Integer> counts = new HashMap<>();
        artifactIds().forEach(id -> counts.merge(id.substring(0, id.lastIndexOf('-')), 1, Integer::sum));
        List<StepRecord.Output> outputs = new ArrayList<>();
        for (SessionRunner.Made one : made) {
            String kind = kind(one.artifact());
            int number = counts.merge(kind, 1, Integer::sum);
            outputs.add(new StepRecord.Output(kind + "-" + number, one.hash()));
        }
        return outputs;
    }

    private static String kind(Artifact artifact) {
        return artifact.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /// Takes the last step back. Does nothing if there is none.
    public void undo() {
        changing.lock();
        try {
            Optional<StepRecord> last = undoable();
            if (last.isEmpty()) {
                return;
            }
            List<StepRecord> done = state.done();
            List<StepRecord> undone = new ArrayList<>(state.undone());
            undone.addFirst(last.get());
            state =
                    new State(
                            List.copyOf(done.subList(0, done.size() - 1)),
                            List.copyOf(undone),
                            now());
        } finally {
            changing.unlock();
        }
        changed();
    }

    /// Does the step again that was undone last, without computing anything. Does nothing if there
    /// is none.
    public void redo() {
        changing.lock();
        try {
            Optional<StepRecord> next = redoable();
            if (next.isEmpty()) {
                return;
            }
            List<StepRecord> done = new ArrayList<>(state.done());
            done.add(next.get());
            List<StepRecord> undone = state.undone();
            state =
                    new State(
                            List.copyOf(done),
                            List.copyOf(undone.subList(1, undone.size())),
                            now());
        } finally {
            changing.unlock();
        }
        changed();
    }

    /// Calls a listener after every step, undo and redo, on the thread that did it.
    ///
    /// @return stops the calls
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    /// A step in a few words: "Import flchain.csv", "Audit: representation".
    public static String describe(Step step) {
        return StepText.describe(step);
    }

    @Override
    public void close() {
        listeners.clear();
    }

    static UserProblem unknown(String id) {
        return new UserProblem(
                "There is nothing called \"" + id + "\" in this project.",
                id,
                "It may have been undone: choose another input.");
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
