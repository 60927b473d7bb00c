package org.counterpoise.session;

import com.fasterxml.jackson.core.JsonProcessingException;

import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.OriginColumn;
import org.counterpoise.engine.synth.FittedSynthesizer;
import org.counterpoise.session.store.ProjectFile;
import org.counterpoise.session.store.StoredArtifact;
import org.counterpoise.session.store.StoredStep;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

/// A list of steps and the artifacts they made. Nothing in it changes except through a step.
///
/// Each step, undo and redo is saved in the project's file before the method returns. One thread at
/// a time runs, undoes or redoes; any thread may read meanwhile, and sees the project as it was
/// before the running step or after it.
public final class Project implements AutoCloseable {

    /// What is done, and what is undone and could be redone, next first.
    private record State(List<StepRecord> done, List<StepRecord> undone, Instant changed) {
        State {
            done = List.copyOf(done);
            undone = List.copyOf(undone);
        }
    }

    private final String name;
    private final Optional<ProjectFile> store;
    private final Shelf shelf;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock changing = new ReentrantLock();
    private volatile State state;

    private Project(String name, Optional<ProjectFile> store, State state) {
        this.name = name;
        this.store = store;
        this.state = state;
        this.shelf =
                new Shelf(
                        store,
                        model ->
                                new RefittedModel(
                                        model.notes(), progress -> refit(model.id(), progress)));
    }

    /// A project that is kept nowhere but in memory.
    public static Project inMemory(String name) {
        return new Project(name, Optional.empty(), new State(List.of(), List.of(), now()));
    }

    /// A new project in a file.
    ///
    /// @param file `demo.counterpoise` or `demo.counterpoise.mv.db`, in an existing folder
    /// @param password to encrypt the file with
    /// @throws UserProblem if the file exists or cannot be made
    public static Project create(Path file, Optional<char[]> password) {
        ProjectFile store = ProjectFile.create(file, password);
        return new Project(
                store.name(), Optional.of(store), new State(List.of(), List.of(), store.savedAt()));
    }

    /// Whether a project file can only be opened with a password; false if there is no such file.
    ///
    /// @throws UserProblem if the file is no project at all
    public static boolean needsPassword(Path file) {
        return ProjectFile.needsPassword(file);
    }

    /// Opens a project from its file.
    ///
    /// @throws UserProblem if there is none, or it is locked, damaged, made by a newer version, not
    ///     ours, read-only or protected by another password; the file is then untouched
    public static Project open(Path file, Optional<char[]> password) {
        ProjectFile store = ProjectFile.open(file, password);
        boolean opened = false;
        try {
            List<StepRecord> done = new ArrayList<>();
            List<StepRecord> undone = new ArrayList<>();
            for (StoredStep step : store.steps()) {
                (step.undone() ? undone : done).add(record(step, file));
            }
            State state = new State(done, undone, store.savedAt());
            opened = true;
            return new Project(store.name(), Optional.of(store), state);
        } finally {
            if (!opened) {
                store.close();
            }
        }
    }

    private static StepRecord record(StoredStep step, Path file) {
        try {
            return Json.read(step.json(), StepRecord.class);
        } catch (JsonProcessingException e) {
            throw new UserProblem(
                    "Step " + step.number() + " of this project cannot be understood.",
                    file.toString(),
                    "If a newer version of Counterpoise made it, install that version.",
                    e);
        }
    }

    /// Copies this project into a new file, its undone steps left out.
    ///
    /// @return the new project; this one stays as it is
    /// @throws UserProblem if the file exists or cannot be written
    public Project saveAs(Path file, Optional<char[]> password, Progress progress) {
        Project copy = create(file, password);
        boolean copied = false;
        try {
            List<StepRecord> steps = steps();
            for (StepRecord record : steps) {
                progress.report((double) copy.steps().size() / steps.size(), "saving");
                copy.keep(
                        record,
                        record.outputs().stream().map(out -> artifact(out.id())).toList(),
                        progress);
            }
            copied = true;
            return copy;
        } finally {
            if (!copied) {
                copy.close();
            }
        }
    }

    public String name() {
        return name;
    }

    /// The database file the project is kept in, absolute.
    public Optional<Path> file() {
        return store.map(ProjectFile::path);
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

    /// When the project was last changed, and saved if it has a file.
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

    /// What a live step made, read from the file if need be.
    ///
    /// @throws UserProblem if no live step made such an artifact, or the file is damaged
    public Artifact artifact(String id) {
        if (!artifactIds().contains(id)) {
            throw unknown(id);
        }
        return shelf.get(id);
    }

    /// Carries out a step and keeps what it made. On failure nothing changes. Steps that were
    /// undone can no longer be redone afterwards.
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
        List<SessionRunner.Made> made = runner(files, progress).run(step);
        StepRecord record =
                new StepRecord(
                        state.done().size() + 1,
                        step,
                        named(made),
                        now(),
                        Duration.ofMillis((System.nanoTime() - start) / 1_000_000),
                        Version.CURRENT);
        keep(record, made.stream().map(SessionRunner.Made::artifact).toList(), progress);
        return record;
    }

    private void keep(StepRecord record, List<Artifact> made, Progress progress) {
        List<StepRecord.Output> outputs = record.outputs();
        progress.check();
        if (store.isPresent()) {
            List<StoredArtifact> stored = new ArrayList<>();
            for (int i = 0; i < made.size(); i++) {
                stored.add(ArtifactForm.stored(outputs.get(i), made.get(i)));
            }
            store.get()
                    .append(
                            new StoredStep(record.number(), false, Json.write(record)),
                            stored,
                            progress);
        }
        state.undone().stream()
                .flatMap(undone -> undone.outputs().stream())
                .forEach(output -> shelf.remove(output.id()));
        for (int i = 0; i < made.size(); i++) {
            shelf.put(outputs.get(i).id(), made.get(i));
        }
        List<StepRecord> done = new ArrayList<>(state.done());
        done.add(record);
        state = new State(done, List.of(), now());
    }

    private SessionRunner runner(FileLocator files, Progress progress) {
        return new SessionRunner(this::artifact, lineage(), files, progress);
    }

    /// Fits as when the step was run: what was locked away later does not count.

    private FittedSynthesizer refit(String id, Progress progress) {
        StepRecord record = lineage().maker(id).orElseThrow(() -> unknown(id));
        Lineage before = new Lineage(steps().subList(0, record.number() - 1));
        SessionRunner runner =
                new SessionRunner(this::artifact, before, FileLocator.NONE, progress);
        return ((Artifact.Model) runner.run(record.step()).getFirst().artifact()).fitted();
    }

    /// Numbers count the live artifacts of a kind, so a replay of the live steps names them alike.
    private List<StepRecord.Output> named(List<SessionRunner.Made> made) {
        Map<String, Integer> counts = new HashMap<>();
        artifactIds().forEach(id -> counts.merge(ArtifactForm.kind(id), 1, Integer::sum));
        List<StepRecord.Output> outputs = new ArrayList<>();
        for (SessionRunner.Made one : made) {
            String kind = ArtifactForm.kind(one.artifact());
            int number = counts.merge(kind, 1, Integer::sum);
            int generation =
                    one.artifact() instanceof Artifact.Data data
                            ? OriginColumn.generation(data.dataset())
                            : 0;
            outputs.add(new StepRecord.Output(kind + "-" + number, one.hash(), generation));
        }
        return outputs;
    }

    /// Takes the last step back. Does nothing if there is none.
    public void undo() {
        changing.lock();
        try {
            Optional<StepRecord> last = undoable();
            if (last.isEmpty()) {
                return;
            }
            store.ifPresent(file -> file.markUndone(last.get().number(), true));
            List<StepRecord> done = state.done();
            List<StepRecord> undone = new ArrayList<>(state.undone());
            undone.addFirst(last.get());
            state = new State(done.subList(0, done.size() - 1), undone, now());
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
            store.ifPresent(file -> file.markUndone(next.get().number(), false));
            List<StepRecord> done = new ArrayList<>(state.done());
            done.add(next.get());
            List<StepRecord> undone = state.undone();
            state = new State(done, undone.subList(1, undone.size()), now());
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

    /// Closes the file, so that others may open it. Waits for a running step.
    @Override
    public void close() {
        changing.lock();
        try {
            listeners.clear();
            store.ifPresent(ProjectFile::close);
        } finally {
            changing.unlock();
        }
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
