package org.counterpoise.workbench.data;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.DataWriter;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.DatasetNote;
import org.counterpoise.engine.data.DatasetNotes;
import org.counterpoise.engine.data.Part;
import org.counterpoise.engine.data.Profile;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.data.WriteOptions;
import org.counterpoise.session.BenchmarkSource;
import org.counterpoise.session.Step;
import org.counterpoise.session.StepRecord;
import org.counterpoise.workbench.shell.DataEntry;
import org.counterpoise.workbench.shell.LatestOnly;
import org.counterpoise.workbench.shell.PickedRows;
import org.counterpoise.workbench.shell.ProjectView;
import org.counterpoise.workbench.shell.Workspace;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the Data page knows and can do: the chosen dataset, its profile and notes, the column being
/// looked at. All changes are steps.
final class DataModel {
    /// A dataset with what there is to say about it.
    record Described(Dataset data, Profile profile, List<DatasetNote> notes) {}

    private static final int REST_MILLIS = 1;

    private final Workspace workspace;
    private final GridModel grid;
    private final ReadOnlyObjectWrapper<Optional<Described>> described =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> inspected =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Set<String> keptNotes = new HashSet<>();
    private final LatestOnly<Dataset, Described> describing;

    DataModel(Workspace workspace) {
        this.workspace = workspace;
        this.grid = new GridModel(workspace);
        describing =
                new LatestOnly<>(
                        workspace.jobs(),
                        REST_MILLIS,
                        (data, progress) ->
                                new Described(
                                        data,
                                        Profile.of(data, progress.part(0, 0.5)),
                                        DatasetNotes.of(data, progress.part(0.5, 1))),
                        done -> described.set(Optional.of(done)),
                        workspace::tell);
        workspace.selectedDataset().subscribe(this::show);
        workspace.picked().subscribe(picked -> picked.ifPresent(this::showPicked));
    }

    /// Shows the rows that were picked in another view, if they are of the chosen dataset.
    private void showPicked(PickedRows picked) {
        if (workspace.selected().get().filter(e -> e.id().equals(picked.artifactId())).isEmpty()) {
            return;
        }
        BitSet rows = new BitSet();
        for (int row : picked.rows()) {
            rows.set(row);
        }
        grid.filter(new RowFilter.Rows(picked.shown(), rows));
    }

    private void show(Optional<Dataset> data) {
        grid.show(data);
        boolean there =
                data.isPresent()
                        && inspected.get().filter(c -> data.get().schema().has(c)).isPresent();
        if (!there) {
            inspected.set(Optional.empty());
        }
        described.set(Optional.empty());
        describing.cancel();
        data.ifPresent(describing::request);
    }

    Workspace workspace() {
        return workspace;
    }

    GridModel grid() {
        return grid;
    }

    /// The chosen dataset with its profile; empty until that is computed.
    ReadOnlyObjectProperty<Optional<Described>> described() {
        return described.getReadOnlyProperty();
    }

    ObservableValue<Optional<DataEntry>> entry() {
        return workspace.selected();
    }

    Optional<Dataset> dataset() {
        return grid.dataset().get();
    }

    // ---- looking ----------------------------------------------------------------------------

    /// The column in the inspector.
    ReadOnlyObjectProperty<Optional<String>> inspected() {
        return inspected.getReadOnlyProperty();
    }

    void inspect(String column) {
        inspected.set(Optional.of(column));
    }

    /// Notes the user has decided not to follow, by their text; not asked again in this window.
    boolean kept(String note) {
        return keptNotes.contains(note);
    }

    void keep(String note) {
        keptNotes.add(note);
    }

    // ---- changing ---------------------------------------------------------------------------

    /// Whether the roles of the chosen dataset can be changed: those of real data can, and a
    /// holdout follows its training part.
    boolean rolesEditable() {
        return dataset()
                .map(data -> data.part() == Part.WHOLE || data.part() == Part.TRAINING)
                .orElse(false);
    }

    void assignRole(String column, Role role) {
        dataset().ifPresent(data -> assign(Roles.assign(data, column, role)));
    }

    /// Changes columns of the chosen dataset, and of its holdout alike.
    void assign(List<ColumnInfo> columns) {
        Optional<DataEntry> chosen = workspace.selected().get();
        if (chosen.isEmpty() || columns.isEmpty() || !rolesEditable() || unchanged(columns)) {
            return;
        }
        String id = chosen.get().id();
        List<Step> steps = new ArrayList<>(List.of(new Step.AssignRoles(id, columns)));
        holdoutOf(workspace.project().get(), id)
                .ifPresent(holdout -> steps.add(new Step.AssignRoles(holdout, columns)));
        workspace.change(
                "Setting roles",
                (project, progress) -> {
                    for (Step step : steps) {
                        project.run(step, workspace.files(), progress);
                    }
                    return true;
                });
    }

    private boolean unchanged(List<ColumnInfo> columns) {
        return dataset()
                .map(data -> new HashSet<>(data.schema().columns()).containsAll(columns))
                .orElse(true);
    }

    /// The holdout that was cut off when this training part was made.
    static Optional<String> holdoutOf(ProjectView project, String training) {
        return project.steps().stream()
                .filter(record -> record.step() instanceof Step.Split)
                .map(StepRecord::outputs)
                .filter(out -> project.successor(out.getFirst().id()).equals(training))
                .map(out -> project.successor(out.getLast().id()))
                .findFirst();
    }

    void split(double share, List<String> stratify, String identifier, long seed) {
        workspace
                .selected()
                .get()
                .ifPresent(
                        entry ->
                                workspace.run(
                                        new Step.Split(
                                                entry.id(), share, stratify, identifier, seed),
                                        "Locking a holdout"));
    }

    void setTarget(BenchmarkSource source) {
        workspace
                .selected()
                .get()
                .ifPresent(
                        entry ->
                                workspace.run(
                                        new Step.SetBenchmark(entry.id(), source),
                                        "Setting the target population"));
    }

    /// Writes the chosen dataset to a file the user names.
    ///
    /// @param extension "csv" or "parquet"
    void export(String extension) {
        dataset()
                .ifPresent(
                        data ->
                                workspace.save(
                                        "Export " + data.name(),
                                        data.name() + "." + extension,
                                        (file, progress) -> {
                                            if (extension.equals("csv")) {
                                                DataWriter.writeCsv(
                                                        data, file, WriteOptions.USUAL, progress);
                                            } else {
                                                DataWriter.writeParquet(
                                                        data, file, WriteOptions.USUAL, progress);
                                            }
                                        }));
    }
}
