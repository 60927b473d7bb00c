package org.counterpoise.workbench.lineage;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.session.Project;
import org.counterpoise.session.Protocol;
import org.counterpoise.session.Replay;
import org.counterpoise.session.StepRecord;
import org.counterpoise.workbench.shell.Command;
import org.counterpoise.workbench.shell.RailState;
import org.counterpoise.workbench.shell.StepPage;
import org.counterpoise.workbench.shell.Workspace;
import org.counterpoise.workbench.widget.Banner;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.Card;
import org.counterpoise.workbench.widget.EmptyState;
import org.counterpoise.workbench.widget.PageHeader;
import org.counterpoise.workbench.widget.WhenShown;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/// Every step, what it made, and whether it can be had again.
public final class LineagePage implements StepPage {
    private final Workspace workspace;
    private final StepDetail detail = new StepDetail();
    private final StepTree tree = new StepTree(detail::show);
    private final PageHeader header;
    private final StackPane body = new StackPane();
    private final StackPane verdict = new StackPane();
    private final VBox page = new VBox();
    private final Card card = new Card(tree);
    private final ReadOnlyObjectWrapper<RailState> railState =
            new ReadOnlyObjectWrapper<>(this, "railState", RailState.NONE);

    LineagePage(Workspace workspace) {
        this.workspace = workspace;
        this.header = new PageHeader("Lineage", exportButton(), replayButton());
        card.getStyleClass().add("flush");
        VBox.setVgrow(tree, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        verdict.managedProperty().bind(verdict.visibleProperty());
        page.getStyleClass().add("page");
        page.getChildren().addAll(header, verdict, body);
        WhenShown.follow(page, workspace.project(), project -> refresh(project.steps()));
    }

    private void refresh(List<StepRecord> steps) {
        verdict.setVisible(false);
        if (steps.isEmpty()) {
            header.setSubtitle("");
            detail.clear();
            body.getChildren().setAll(nothing());
            return;
        }
        header.setSubtitle(
                NumberText.count(steps.size())
                        + (steps.size() == 1 ? " step" : " steps")
                        + ", each with its seed, its settings and the hash of what it made");
        tree.show(steps);
        body.getChildren().setAll(card);
    }

    private Node nothing() {
        return new EmptyState(
                BootstrapIcons.DIAGRAM_3,
                "No steps yet",
                "Everything that is done to the data is listed here, with what it made, so that it"
                        + " can be traced and replayed.",
                Buttons.primary("Go to Data", () -> workspace.show("data")));
    }

    // ---- what is done -----------------------------------------------------------------------

    private Button exportButton() {
        Button button = Buttons.plain("Export protocol", this::export);
        button.setId("export-protocol");
        button.disableProperty().bind(workspace.project().map(p -> p.steps().isEmpty()));
        return button;
    }

    private Button replayButton() {
        Button button = Buttons.primary("Replay now", this::replay);
        button.setId("replay");
        button.disableProperty().bind(workspace.project().map(p -> p.steps().isEmpty()));
        return button;
    }

    private void export() {
        workspace
                .withProject("Writing the protocol", (project, _) -> Protocol.of(project).toJson())
                .thenAccept(
                        json ->
                                workspace.save(
                                        "Export protocol",
                                        workspace.project().get().name() + "-protocol.json",
                                        (file, _) -> Files.writeString(file, json)));
    }

    private void replay() {
        workspace
                .withProject(
                        "Replaying every step",
                        (project, progress) -> {
                            try (Project again =
                                    Replay.run(Protocol.of(project), workspace.files(), progress)) {
                                return again.steps().size();
                            }
                        })
                .thenAccept(this::same);
    }

    private void same(int steps) {
        Banner banner =
                new Banner(
                        Severity.OK,
                        "Replayed "
                                + steps
                                + (steps == 1 ? " step" : " steps")
                                + ": every hash is the same.",
                        "",
                        "Anyone with the same data file and this protocol gets the same results,"
                                + " byte for byte.");
        banner.setId("replayed");
        verdict.getChildren().setAll(banner);
        verdict.setVisible(true);
    }

    // ---- the page for the shell -------------------------------------------------------------

    @Override
    public String id() {
        return "lineage";
    }

    @Override
    public String title() {
        return "Lineage";
    }

    @Override
    public Ikon icon() {
        return BootstrapIcons.DIAGRAM_3;
    }

    @Override
    public Node view() {
        return page;
    }

    @Override
    public Optional<Node> inspector() {
        return Optional.of(detail);
    }

    @Override
    public ObservableValue<RailState> railState() {
        return railState;
    }

    @Override
    public void shown() {}

    @Override
    public boolean scrolls() {
        return false;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(
                        "Replay every step",
                        "Compares the hashes",
                        "Action",
                        icon(),
                        () -> {
                            workspace.show(id());
                            replay();
                        }),
                new Command(
                        "Export protocol", "JSON without data", "Action", icon(), this::export));
    }
}
