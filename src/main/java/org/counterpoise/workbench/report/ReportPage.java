package org.counterpoise.workbench.report;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.finding.Severity;
import org.counterpoise.report.ReportOptions;
import org.counterpoise.report.ReportWriter;
import org.counterpoise.session.Step;
import org.counterpoise.workbench.form.SettingsForm;
import org.counterpoise.workbench.shell.Command;
import org.counterpoise.workbench.shell.FilePrompt;
import org.counterpoise.workbench.shell.ProjectView;
import org.counterpoise.workbench.shell.RailState;
import org.counterpoise.workbench.shell.StepPage;
import org.counterpoise.workbench.shell.Workspace;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.Card;
import org.counterpoise.workbench.widget.EmptyState;
import org.counterpoise.workbench.widget.PageHeader;
import org.counterpoise.workbench.widget.SeverityIcon;
import org.counterpoise.workbench.widget.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Compose the report, look at it as it will print, write the files.
public final class ReportPage implements StepPage {
    private static final String ID = "report";

    private final Workspace workspace;
    private final ReportModel model = new ReportModel();
    private final PageHeader header;
    private final StackPane body = new StackPane();
    private final VBox page = new VBox();
    private final PagesView pages;
    private final StackPane busy = new StackPane(new ProgressIndicator());
    private final Node content;
    private final VBox inspector = new VBox();
    private boolean composing;

    ReportPage(Workspace workspace) {
        this.workspace = workspace;
        this.pages = new PagesView(workspace);
        this.header = new PageHeader("Report", refreshButton(), writeButton());
        busy.setVisible(false);
        StackPane preview = new StackPane(pages, busy);
        VBox.setVgrow(preview, Priority.ALWAYS);
        Card sheet = new Card(preview);
        sheet.getStyleClass().add("flush");
        VBox.setVgrow(sheet, Priority.ALWAYS);
        content = new VBox(12, written(), sheet);
        VBox.setVgrow(body, Priority.ALWAYS);
        page.getStyleClass().add("page");
        page.getChildren().addAll(header, body);
        inspector.getStyleClass().add("inspector-content");
        inspector
                .getChildren()
                .addAll(
                        Texts.heading("Compose"),
                        Texts.muted("What is written, and under which title"),
                        new SettingsForm(model.settings()));
        workspace.project().subscribe(this::refresh);
    }

    private void refresh(ProjectView project) {
        model.show(project);
        boolean something = model.something().get();
        header.setSubtitle(
                something
                        ? project.steps().size()
                                + (project.steps().size() == 1 ? " step" : " steps")
                                + " told as a document: data, findings, generation, validation,"
                                + " limits, lineage"
                        : "");
        body.getChildren().setAll(something ? content : nothing());
        if (workspace.page().get().equals(ID)) {
            preview();
        }
    }

    private Node nothing() {
        return new EmptyState(
                BootstrapIcons.FILE_EARMARK_TEXT,
                "Nothing to report yet",
                "Everything you do is told here as a document that prints.",
                Buttons.primary("Go to Data", () -> workspace.show("data")));
    }

    private Button refreshButton() {
        Button button = Buttons.plain("Refresh preview", this::preview);
        button.setId("refresh-preview");
        button.disableProperty().bind(model.previewStale().not().or(model.something().not()));
        return button;
    }

    private Button writeButton() {
        Button button = Buttons.primary("Write report", this::write);
        button.setId("write-report");
        button.disableProperty().bind(model.ready().not());
        return button;
    }

    private Node written() {
        VBox list = new VBox(4);
        Card card = new Card(list);
        card.setId("written");
        model.written()
                .addListener(
                        (ListChangeListener<Path>)
                                _ ->
                                        list.getChildren()
                                                .setAll(
                                                        model.written().stream()
                                                                .map(this::file)
                                                                .toList()));
        card.visibleProperty().bind(Bindings.isNotEmpty(model.written()));
        card.managedProperty().bind(card.visibleProperty());
        return card;
    }

    private Node file(Path file) {
        Label name = Texts.body(file.getFileName().toString());
        Label where = Texts.muted(String.valueOf(file.getParent()));
        HBox.setHgrow(where, Priority.ALWAYS);
        where.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(Label.USE_PREF_SIZE);
        HBox line =
                new HBox(
                        8,
                        new SeverityIcon(Severity.OK, 14),
                        name,
                        where,
                        Buttons.link("Open folder", () -> Folder.open(workspace, file)));
        line.getStyleClass().add("written-file");
        return line;
    }

    // ---- what is done -----------------------------------------------------------------------

    /// Composes the PDF in memory and shows its pages; once at a time.
    private void preview() {
        if (composing || !model.something().get() || !model.previewStale().get()) {
            return;
        }
        composing = true;
        busy.setVisible(true);
        String title = model.settings().value().get().title();
        model.previewed();
        workspace
                .withProject(
                        "Composing the preview",
                        (project, progress) -> Preview.compose(project, title, progress))
                .whenComplete(
                        (made, failure) -> {
                            composing = false;
                            busy.setVisible(false);
                            if (failure == null) {
                                pages.show(made);
                            }
                        });
    }

    private void write() {
        ReportSettings wanted = model.settings().value().get();
        Optional<Path> folder =
                workspace
                        .filePrompt()
                        .save(
                                "Name a folder for the report",
                                model.proposedFolder(),
                                FilePrompt.Kind.of("Folder", "*"));
        folder.ifPresent(
                target ->
                        workspace
                                .change(
                                        "Writing the report",
                                        (project, progress) -> {
                                            List<Path> files =
                                                    ReportWriter.write(
                                                            project,
                                                            options(wanted),
                                                            target,
                                                            progress);
                                            project.run(
                                                    new Step.WriteReport(
                                                            wanted.title(), wanted.formats()),
                                                    workspace.files(),
                                                    progress);
                                            return files;
                                        })
                                .thenAccept(model::wrote));
    }

    private static ReportOptions options(ReportSettings wanted) {
        List<ReportOptions.Format> formats = new ArrayList<>();
        for (ReportOptions.Format format : ReportOptions.Format.values()) {
            boolean chosen =
                    switch (format) {
                        case HTML -> wanted.html();
                        case PDF -> wanted.pdf();
                        case JSON -> wanted.json();
                        case PROTOCOL -> wanted.protocol();
                    };
            if (chosen) {
                formats.add(format);
            }
        }
        return new ReportOptions(wanted.title(), formats);
    }

    // ---- the page for the shell -------------------------------------------------------------

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Report";
    }

    @Override
    public Ikon icon() {
        return BootstrapIcons.FILE_EARMARK_TEXT;
    }

    @Override
    public Node view() {
        return page;
    }

    @Override
    public Optional<Node> inspector() {
        return Optional.of(inspector);
    }

    @Override
    public ObservableValue<RailState> railState() {
        return model.railState();
    }

    @Override
    public void shown() {
        preview();
    }

    @Override
    public boolean scrolls() {
        return false;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(
                        "Write report",
                        "PDF, HTML, JSON, protocol",
                        "Action",
                        icon(),
                        this::write));
    }
}
