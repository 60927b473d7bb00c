package org.counterpoise.workbench.shell;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.counterpoise.engine.CancelledException;
import org.counterpoise.engine.Progress;
import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.session.Project;
import org.counterpoise.session.Step;
import org.counterpoise.session.StepRecord;
import org.counterpoise.workbench.widget.Desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/// What every page shares: the open project, jobs, navigation, the chosen dataset, notices, theme.
///
/// Use on the FX thread. The project itself is only ever touched in order on the jobs' project
/// lane; pages see its last state as a [ProjectView].
public final class Workspace implements Desk, AutoCloseable {
    /// The page shown while no project is open.
    public static final String WELCOME = "welcome";

    private static final Logger LOG = Logger.getLogger(Workspace.class.getName());

    private final Jobs jobs = new Jobs();
    private final Theme theme = new Theme();
    private final Folders folders;
    private final UserPreferences preferences;
    private final KnownFiles files = new KnownFiles();
    private final ReadOnlyObjectWrapper<ProjectView> project =
            new ReadOnlyObjectWrapper<>(ProjectView.CLOSED);
    private final ReadOnlyObjectWrapper<Optional<DataEntry>> selected =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<PickedRows>> picked =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final IntegerProperty currentRow = new SimpleIntegerProperty(this, "currentRow", -1);
    private final ReadOnlyStringWrapper page = new ReadOnlyStringWrapper(WELCOME);
    private final ObservableList<Notice> notices = FXCollections.observableArrayList();
    private BiConsumer<Remedy, String> remedyRoute = (_, _) -> {};
    private Consumer<Path> fileRoute = _ -> {};
    private final FilePrompt filePrompt;

    /// Touched on the project lane only.
    private final OpenProject current = new OpenProject();

    /// @param filePrompt how the user is asked for files
    public Workspace(Folders folders, FilePrompt filePrompt) {
        this.folders = folders;
        this.filePrompt = filePrompt;
        this.preferences = new UserPreferences(folders.config());
        theme.choice().set(preferences.get().theme());
        theme.choice()
                .subscribe(
                        (_, choice) ->
                                preferences.change(
                                        c ->
                                                new UserPreferences.Content(
                                                        choice,
                                                        c.recent(),
                                                        c.inspector(),
                                                        c.tourSeen(),
                                                        c.generate())));
    }

    public Jobs jobs() {
        return jobs;
    }

    public Theme theme() {
        return theme;
    }

    public Folders folders() {
        return folders;
    }

    public UserPreferences preferences() {
        return preferences;
    }

    /// The files that imports have read or will read, by their hash.
    public KnownFiles files() {
        return files;
    }

    /// Asks the user for files.
    public FilePrompt filePrompt() {
        return filePrompt;
    }

    /// The open project as it stands; [ProjectView#CLOSED] without one.
    public ReadOnlyObjectProperty<ProjectView> project() {
        return project.getReadOnlyProperty();
    }

    /// What is to be told to the user, newest first. The shell shows them as banners.
    public ObservableList<Notice> notices() {
        return notices;
    }

    // ---- navigation -------------------------------------------------------------------------

    /// The id of the page in view.
    public ReadOnlyStringProperty page() {
        return page.getReadOnlyProperty();
    }

    public void show(String pageId) {
        page.set(pageId);
    }

    /// Goes where a remedy leads, and prepares the page for it.
    ///
    /// @param findingId the finding that offered it
    public void showRemedy(Remedy remedy, String findingId) {
        remedyRoute.accept(remedy, findingId);
    }

    /// Shows how a data file reads, on the page that takes it. Nothing counts before the user says
    /// so there.
    public void openData(Path file) {
        fileRoute.accept(file);
    }

    /// Set once by the shell, which knows the pages.
    void route(BiConsumer<Remedy, String> remedies, Consumer<Path> dataFiles) {
        remedyRoute = remedies;
        fileRoute = dataFiles;
    }

    // ---- the chosen dataset -----------------------------------------------------------------

    /// The dataset that pages work on; empty while there is none.
    public ReadOnlyObjectProperty<Optional<DataEntry>> selected() {
        return selected.getReadOnlyProperty();
    }

    /// The dataset that pages work on, for binding.
    public ObservableValue<Optional<Dataset>> selectedDataset() {
        return selected.map(entry -> entry.map(DataEntry::dataset));
    }

    /// Chooses a dataset by its artifact id. Unknown ids change nothing.
    public void select(String artifactId) {
        project.get()
                .dataset(artifactId)
                .ifPresent(data -> selected.set(Optional.of(new DataEntry(artifactId, data))));
    }

    /// The rows picked last in some view; empty if none are.
    public ReadOnlyObjectProperty<Optional<PickedRows>> picked() {
        return picked.getReadOnlyProperty();
    }

    /// Picks rows for every view of their dataset.
    public void pick(PickedRows rows) {
        picked.set(Optional.of(rows));
    }

    /// The position of the row that is selected in the grid of the chosen dataset; -1 for none.
    public IntegerProperty currentRow() {
        return currentRow;
    }

    private void keepSelection(ProjectView view) {
        String wanted = selected.get().map(entry -> view.successor(entry.id())).orElse("");
        Optional<DataEntry> same =
                view.dataset(wanted).map(dataset -> new DataEntry(wanted, dataset));
        selected.set(same.or(() -> usual(view)));
    }

    /// The newest real data that may be worked on.
    private static Optional<DataEntry> usual(ProjectView view) {
        List<DataEntry> real = view.datasets(Part.WHOLE, Part.TRAINING);
        return real.isEmpty() ? Optional.empty() : Optional.of(real.getLast());
    }

    // ---- work -------------------------------------------------------------------------------

    /// Carries out a step of the open project beside the FX thread.
    ///
    /// @param phrase what the jobs bar says, e.g. "Fitting copula"
    /// @return completed on the FX thread after [#project()] has changed. Failures have been shown
    ///     as a notice by then; cancelling is not a failure to show
    public CompletableFuture<StepRecord> run(Step step, String phrase) {
        return change(phrase, (open, progress) -> open.run(step, files, progress));
    }

    /// Carries out work that changes the open project, e.g. several steps as one job.
    public <T> CompletableFuture<T> change(String phrase, BiFunction<Project, Progress, T> work) {
        return told(jobs.inOrder(phrase, progress -> changed(work, progress)).result());
    }

    /// Like [#change], and if no project is open, makes one first in the folder for new projects.
    /// If the work then fails, the new project is gone again.
    ///
    /// @param name of the new project
    public <T> CompletableFuture<T> changeOrCreate(
            String name, String phrase, BiFunction<Project, Progress, T> work) {
        return told(
                jobs.inOrder(
                                phrase,
                                progress ->
                                        current.isOpen()
                                                ? changed(work, progress)
                                                : created(name, work, progress))
                        .result());
    }

    private <T> T changed(BiFunction<Project, Progress, T> work, Progress progress) {
        Project open = current.get();
        try {
            return work.apply(open, progress);
        } finally {
            publish(open);
        }
    }

    private <T> T created(String name, BiFunction<Project, Progress, T> work, Progress progress) {
        current.replace(OpenProject.create(folders.projects(), name));
        boolean done = false;
        try {
            T result = work.apply(current.get(), progress);
            ProjectView view = publish(current.get());
            onFx(() -> opened(view));
            done = true;
            return result;
        } finally {
            if (!done) {
                current.discard();
            }
        }
    }

    /// Reads from the open project beside the FX thread, e.g. an artifact that is not in view.
    public <T> CompletableFuture<T> withProject(
            String phrase, BiFunction<Project, Progress, T> work) {
        return told(jobs.inOrder(phrase, progress -> work.apply(current.get(), progress)).result());
    }

    /// Computes something that does not need the project, with a line in the jobs bar.
    public <T> CompletableFuture<T> compute(String phrase, Jobs.Work<T> work) {
        return told(jobs.beside(phrase, work).result());
    }

    public CompletableFuture<Boolean> undo() {
        return change(
                "Undoing",
                (open, _) -> {
                    boolean any = open.undoable().isPresent();
                    if (any) {
                        open.undo();
                    }
                    return any;
                });
    }

    public CompletableFuture<Boolean> redo() {
        return change(
                "Redoing",
                (open, _) -> {
                    boolean any = open.redoable().isPresent();
                    if (any) {
                        open.redo();
                    }
                    return any;
                });
    }

    @Override
    public ObservableBooleanValue dark() {
        return theme.dark();
    }

    @Override
    public void save(String title, String proposedName, FileWork work) {
        String extension = proposedName.substring(proposedName.lastIndexOf('.') + 1);
        filePrompt
                .save(
                        title,
                        proposedName,
                        FilePrompt.Kind.of(extension.toUpperCase(Locale.ROOT), extension))
                .ifPresent(
                        file ->
                                compute(
                                        "Writing " + file.getFileName(),
                                        progress -> {
                                            write(file, work, progress);
                                            return file;
                                        }));
    }

    private static void write(Path file, FileWork work, Progress progress) {
        try {
            work.write(file, progress);
        } catch (IOException e) {
            throw new UserProblem(
                    "The file could not be written: " + e.getMessage(),
                    file.toString(),
                    "Check the folder, its permissions and the space left, or choose another place.",
                    e);
        }
    }

    // ---- opening and closing ----------------------------------------------------------------

    /// Opens another project in place of the current one.
    ///
    /// @param opener makes or opens it; runs beside the FX thread. If it fails, the current project
    ///     stays open
    public CompletableFuture<ProjectView> open(String phrase, Function<Progress, Project> opener) {
        return told(
                jobs.inOrder(
                                phrase,
                                progress -> {
                                    Project opened = opener.apply(progress);
                                    current.replace(opened);
                                    return publish(opened);
                                })
                        .result()
                        .thenApply(this::opened));
    }

    private ProjectView opened(ProjectView view) {
        view.file().ifPresent(preferences::opened);
        return view;
    }

    /// Opens a project file if it is there; else makes it and does its first steps, each shown as
    /// it is done. Steps that were done stay, also if a later one fails or is stopped.
    public CompletableFuture<Boolean> openOrBuild(
            Path file, String phrase, BiConsumer<Project, Progress> firstSteps) {
        return told(
                jobs.inOrder(
                                phrase,
                                progress -> {
                                    boolean there = Files.exists(file);
                                    if (there) {
                                        current.replace(Project.open(file, Optional.empty()));
                                    } else {
                                        current.replace(OpenProject.createAt(file));
                                        build(current.get(), firstSteps, progress);
                                    }
                                    ProjectView view = publish(current.get());
                                    onFx(() -> opened(view));
                                    return there;
                                })
                        .result());
    }

    private void build(
            Project project, BiConsumer<Project, Progress> firstSteps, Progress progress) {
        Runnable unsubscribe = project.onChange(() -> publish(project));
        try {
            firstSteps.accept(project, progress);
        } finally {
            unsubscribe.run();
        }
    }

    /// Opens a project file.
    ///
    /// @param password empty if it has none
    public CompletableFuture<ProjectView> open(Path file, Optional<char[]> password) {
        return open("Opening " + file.getFileName(), _ -> Project.open(file, password));
    }

    /// Closes the open project and goes to the welcome page.
    public void closeProject() {
        jobs.inOrder(
                "Closing",
                _ -> {
                    current.close();
                    onFx(() -> replace(ProjectView.CLOSED));
                    return true;
                });
        show(WELCOME);
    }

    private ProjectView publish(Project open) {
        ProjectView view = ProjectView.of(open);
        onFx(() -> replace(view));
        return view;
    }

    private static void onFx(Runnable action) {
        javafx.application.Platform.runLater(action);
    }

    private void replace(ProjectView view) {
        project.set(view);
        keepSelection(view);
    }

    /// Lets a failure be told before whoever waits for the result learns of it.
    private <T> CompletableFuture<T> told(CompletableFuture<T> result) {
        return result.whenComplete(
                (_, failure) -> {
                    if (failure != null) {
                        tell(failure);
                    }
                });
    }

    /// Shows a failure as a notice; a bug is logged as well. Cancelling is not shown.
    public void tell(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
        if (cause instanceof CancelledException) {
            return;
        }
        Notice notice = Notice.of(cause);
        if (notice.kind() == Notice.Kind.BUG) {
            LOG.log(Level.SEVERE, "unexpected failure", cause);
        }
        tell(notice);
    }

    public void tell(Notice notice) {
        notices.remove(notice);
        notices.addFirst(notice);
    }

    /// Closes the project and ends all work. Waits for the project to be safe.
    @Override
    public void close() {
        jobs.running().forEach(Job::cancel);
        jobs.inOrder(
                "Closing",
                _ -> {
                    current.close();
                    return true;
                });
        jobs.close();
        preferences.close();
    }
}
