package org.counterpoise.workbench.data;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.engine.data.Dataset;
import org.counterpoise.engine.data.Role;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.workbench.shell.Command;
import org.counterpoise.workbench.shell.FilePrompt;
import org.counterpoise.workbench.shell.RailState;
import org.counterpoise.workbench.shell.StepPage;
import org.counterpoise.workbench.shell.Workspace;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The first step: a file becomes a dataset whose columns have roles.
final class DataPage implements StepPage {
    static final String ID = "data";

    private final Workspace workspace;
    private final DataModel model;
    private final DatasetView datasetView;
    private final ColumnInspector inspector;
    private final VBox view = new VBox();
    private final ObservableValue<RailState> railState;

    DataPage(Workspace workspace) {
        this.workspace = workspace;
        this.model = new DataModel(workspace);
        this.datasetView = new DatasetView(model, this::chooseFile);
        this.inspector = new ColumnInspector(model);
        this.railState =
                Bindings.createObjectBinding(() -> state(model.dataset()), model.grid().dataset());
        VBox.setVgrow(datasetView, Priority.ALWAYS);
        view.getChildren().setAll(datasetView);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Data";
    }

    @Override
    public Ikon icon() {
        return BootstrapIcons.TABLE;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Optional<Node> inspector() {
        return Optional.of(inspector);
    }

    @Override
    public ObservableValue<RailState> railState() {
        return railState;
    }

    private static RailState state(Optional<Dataset> dataset) {
        if (dataset.isEmpty()) {
            return new RailState(RailState.Kind.NONE, "", "Open a data file to begin.");
        }
        List<ColumnInfo> protectedColumns = dataset.get().schema().withRole(Role.PROTECTED);
        return protectedColumns.isEmpty()
                ? new RailState(RailState.Kind.NONE, "", "No protected attribute is marked yet.")
                : RailState.done("Data is read and roles are marked.");
    }

    @Override
    public void warmUp() {
        WarmUp.run(workspace.jobs());
    }

    @Override
    public void shown() {
        datasetView.requestLayout();
    }

    @Override
    public boolean scrolls() {
        return false;
    }

    @Override
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        commands.add(
                new Command(
                        "Export this dataset as CSV…",
                        "",
                        "Action",
                        BootstrapIcons.DOWNLOAD,
                        () -> model.export("csv")));
        commands.add(
                new Command(
                        "Export this dataset as Parquet…",
                        "",
                        "Action",
                        BootstrapIcons.DOWNLOAD,
                        () -> model.export("parquet")));
        model.dataset()
                .ifPresent(
                        data ->
                                data.schema().columns().stream()
                                        .map(this::columnCommand)
                                        .forEach(commands::add));
        return commands;
    }

    private Command columnCommand(ColumnInfo info) {
        return new Command(
                info.title(),
                Words.of(info.role()) + " · " + Words.typeAndUnit(info),
                "Column",
                BootstrapIcons.LAYOUT_THREE_COLUMNS,
                () -> {
                    workspace.show(ID);
                    model.inspect(info.name());
                    datasetView.scrollTo(info.name());
                });
    }

    @Override
    public Set<Remedy.Action> remedies() {
        return Set.of(Remedy.Action.CHANGE_ROLES);
    }

    @Override
    public void prepare(Remedy remedy, String findingId) {
        remedy.columns().stream().findFirst().ifPresent(model::inspect);
    }

    @Override
    public boolean take(Path file) {
        ImportPanel panel = new ImportPanel(new ImportModel(workspace, file), this::showDataset);
        VBox.setVgrow(panel, Priority.ALWAYS);
        view.getChildren().setAll(panel);
        return true;
    }

    private void showDataset() {
        view.getChildren().setAll(datasetView);
    }

    private void chooseFile() {
        workspace.filePrompt().open("Open a data file", FilePrompt.Kind.DATA).ifPresent(this::take);
    }
}
