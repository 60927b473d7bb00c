package org.counterpoise.workbench.generate;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.data.DataWriter;
import org.counterpoise.engine.data.WriteOptions;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.rule.RealCheck;
import org.counterpoise.engine.synth.resample.OversamplingAdvice;
import org.counterpoise.engine.validate.fidelity.Marginal;
import org.counterpoise.workbench.shell.Command;
import org.counterpoise.workbench.shell.DataEntry;
import org.counterpoise.workbench.shell.FilePrompt;
import org.counterpoise.workbench.shell.LatestOnly;
import org.counterpoise.workbench.shell.RailState;
import org.counterpoise.workbench.shell.StepPage;
import org.counterpoise.workbench.shell.Workspace;
import org.counterpoise.workbench.widget.Banner;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.EmptyState;
import org.counterpoise.workbench.widget.PageHeader;
import org.counterpoise.workbench.widget.Parts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Choose a synthesizer, plan who gets generated, draw, and look at what came of it.
public final class GeneratePage implements StepPage {
    private static final int REST_MILLIS = 250;

    private final Workspace workspace;
    private final GenerateModel model;
    private final PageHeader header;
    private final StackPane body = new StackPane();
    private final StackPane notice = new StackPane();
    private final VBox page = new VBox();
    private final Node content;
    private final GenerateInspector inspector;

    GeneratePage(Workspace workspace) {
        this.workspace = workspace;
        this.model = new GenerateModel(new KeptSettings(workspace.preferences()));
        this.inspector = new GenerateInspector(model);
        this.header = new PageHeader("Generate", generateButton());
        LatestOnly<PlanPreview.Request, PlanPreview> previews =
                new LatestOnly<>(
                        workspace.jobs(),
                        REST_MILLIS,
                        PlanPreview::of,
                        model.plan()::showPreview,
                        workspace::tell);
        model.plan()
                .request()
                .subscribe(request -> request.ifPresentOrElse(previews::request, previews::cancel));
        LatestOnly<ComparisonModel.Request, List<Marginal>> comparisons =
                new LatestOnly<>(
                        workspace.jobs(),
                        REST_MILLIS,
                        ComparisonModel.Request::work,
                        model.comparison()::showMarginals,
                        workspace::tell);
        model.comparison()
                .request()
                .subscribe(
                        request ->
                                request.ifPresentOrElse(comparisons::request, comparisons::cancel));
        LatestOnly<RulesModel.Request, List<RealCheck>> checks =
                new LatestOnly<>(
                        workspace.jobs(),
                        REST_MILLIS,
                        RulesModel.Request::work,
                        model.rules()::showChecks,
                        workspace::tell);
        model.rules()
                .request()
                .subscribe(request -> request.ifPresentOrElse(checks::request, checks::cancel));
        LatestOnly<PreviewModel.Request, PreviewModel.Preview> looks =
                new LatestOnly<>(
                        workspace.jobs(),
                        "Making a preview",
                        REST_MILLIS,
                        PreviewModel.Request::work,
                        model.looking()::showPreview,
                        workspace::tell);
        model.looking()
                .request()
                .subscribe(request -> request.ifPresentOrElse(looks::request, looks::cancel));
        content =
                Parts.column(
                        12,
                        List.of(
                                new GalleryView(model, this::advise),
                                new PlanEditor(workspace, model.plan(), model.chosen()),
                                new RulesEditor(model.rules(), this::loadRules, this::saveRules),
                                new PreviewView(workspace, model.looking()),
                                new VersionList(model, this::validate, this::export),
                                new ComparisonView(workspace, model.comparison())));
        page.getStyleClass().add("page");
        notice.setId("collapse-warning");
        page.getChildren().addAll(header, notice, body);
        model.collapse().subscribe(this::warn);
        workspace.project().subscribe(_ -> refresh());
        workspace.selected().subscribe(_ -> refresh());
    }

    private void refresh() {
        model.show(workspace.project().get(), workspace.selected().get());
        Optional<DataEntry> training = model.training().get();
        header.setSubtitle(
                training.map(
                                data ->
                                        "Learns from "
                                                + data.title()
                                                + " · "
                                                + NumberText.count(data.dataset().rows())
                                                + " rows")
                        .orElse(""));
        Node shown = training.isPresent() ? content : nothing();
        if (!body.getChildren().equals(List.of(shown))) {
            body.getChildren().setAll(shown);
        }
    }

    /// Says before anything is fitted that no real row is among those learned from.
    private void warn(Optional<String> warning) {
        notice.getChildren()
                .setAll(
                        warning.stream()
                                .map(words -> new Banner(Severity.WARNING, words, "", ""))
                                .toList());
        notice.setManaged(warning.isPresent());
    }

    private Node nothing() {
        return new EmptyState(
                BootstrapIcons.STARS,
                "Nothing to learn from yet",
                "Open a data file or a sample. Synthetic versions of it will be listed here.",
                Buttons.primary("Go to Data", () -> workspace.show("data")));
    }

    private Button generateButton() {
        Button button = Buttons.primary("Generate", this::generate);
        button.setId("generate");
        button.disableProperty().bind(model.ready().not());
        return button;
    }

    private void advise() {
        model.training()
                .get()
                .ifPresent(
                        source ->
                                workspace
                                        .compute(
                                                "Looking at the outcome",
                                                progress ->
                                                        OversamplingAdvice.of(
                                                                source.dataset(), progress))
                                        .thenAccept(seen -> model.advice().set(Optional.of(seen))));
    }

    private void generate() {
        model.remember();
        model.order()
                .ifPresent(
                        order ->
                                workspace.change(
                                        "Generating",
                                        (project, progress) ->
                                                order.carryOut(
                                                        project, workspace.files(), progress)));
    }

    private void loadRules() {
        workspace
                .filePrompt()
                .open("Load rules", FilePrompt.Kind.of("Rules", "txt"))
                .ifPresent(
                        file ->
                                workspace
                                        .compute(
                                                "Reading " + file.getFileName(),
                                                _ -> RulesFile.read(file))
                                        .thenAccept(model.rules()::addAll));
    }

    private void saveRules() {
        String content = String.join("\n", model.rules().rules()) + "\n";
        workspace.save("Save rules", "rules.txt", (file, _) -> Files.writeString(file, content));
    }

    private void validate(Version version) {
        workspace.showRemedy(
                Remedy.of("Validate " + version.title(), Remedy.Action.VALIDATE), version.id());
    }

    private void export(Version version, VersionList.Format format) {
        String name = version.dataset().name() + "-" + version.title() + "." + format.extension();
        workspace.save(
                "Export " + version.title(),
                name,
                (file, progress) -> {
                    switch (format) {
                        case CSV ->
                                DataWriter.writeCsv(
                                        version.dataset(), file, WriteOptions.USUAL, progress);
                        case SPREADSHEET ->
                                DataWriter.writeCsv(
                                        version.dataset(),
                                        file,
                                        WriteOptions.FOR_SPREADSHEETS,
                                        progress);
                        case PARQUET ->
                                DataWriter.writeParquet(
                                        version.dataset(), file, WriteOptions.USUAL, progress);
                    }
                });
    }

    // ---- the page for the shell -------------------------------------------------------------

    @Override
    public String id() {
        return "generate";
    }

    @Override
    public String title() {
        return "Generate";
    }

    @Override
    public Ikon icon() {
        return BootstrapIcons.STARS;
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
    public void shown() {}

    @Override
    public List<Command> commands() {
        return model.gallery().stream()
                .map(
                        choice ->
                                new Command(
                                        "Generate: " + choice.synthesizer().card().name(),
                                        choice.synthesizer().card().whenToUse(),
                                        "Method",
                                        icon(),
                                        () -> {
                                            workspace.show(id());
                                            model.chosen().set(choice);
                                        }))
                .toList();
    }

    @Override
    public Set<Remedy.Action> remedies() {
        return Set.of(Remedy.Action.GENERATE);
    }

    @Override
    public void prepare(Remedy remedy, String findingId) {
        model.plan().prepare(remedy);
    }
}
