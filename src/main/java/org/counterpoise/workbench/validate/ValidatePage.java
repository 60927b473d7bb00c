package org.counterpoise.workbench.validate;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.counterpoise.engine.finding.Figure;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.validate.TradeOff;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.session.Artifact;
import org.counterpoise.workbench.findings.FindingDetail;
import org.counterpoise.workbench.findings.FindingItem;
import org.counterpoise.workbench.findings.FindingList;
import org.counterpoise.workbench.generate.Version;
import org.counterpoise.workbench.shell.Command;
import org.counterpoise.workbench.shell.RailState;
import org.counterpoise.workbench.shell.StepPage;
import org.counterpoise.workbench.shell.Workspace;
import org.counterpoise.workbench.widget.Banner;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.Card;
import org.counterpoise.workbench.widget.ChartView;
import org.counterpoise.workbench.widget.EmptyState;
import org.counterpoise.workbench.widget.EvidenceTable;
import org.counterpoise.workbench.widget.PageHeader;
import org.counterpoise.workbench.widget.Parts;
import org.counterpoise.workbench.widget.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A synthetic version held against real data: a verdict, a card per pillar, the findings behind.
public final class ValidatePage implements StepPage {
    private static final int CARDS_IN_A_ROW = 4;
    private static final double FINDING = 66;
    private static final double EDGES = 16;
    private static final double BUTTON_HEIGHT = 28;
    private static final double MOST_HEIGHT = 290;

    private final Workspace workspace;
    private final ValidateModel model = new ValidateModel();
    private final CollapseModel collapse = new CollapseModel();
    private final CollapseView again;
    private final PageHeader header;
    private final StackPane body = new StackPane();
    private final VBox page = new VBox();
    private final ValidateInspector inspector = new ValidateInspector(model, this::judge);
    private final FindingDetail detail;
    private final FindingList list = new FindingList(model.findings());
    private final List<PillarCard> cards = new ArrayList<>();

    ValidatePage(Workspace workspace) {
        this.workspace = workspace;
        this.again = new CollapseView(workspace, collapse);
        this.detail = new FindingDetail(workspace, workspace::showRemedy);
        this.header = new PageHeader("Validate", versionChoice(), quickChoice(), judgeButton());
        page.getStyleClass().add("page");
        page.getChildren().addAll(header, body);
        workspace
                .project()
                .subscribe(
                        project -> {
                            model.show(project);
                            collapse.show(project, model.chosen().get());
                            arrange();
                        });
        model.scorecard().addListener((_, _, _) -> arrange());
        model.chosen().addListener((_, _, _) -> arrange());
        model.chosen().subscribe(version -> collapse.show(workspace.project().get(), version));
        model.method().addListener((_, _, method) -> mark(method));
        model.findings().selected().subscribe(this::showDetail);
    }

    private ComboBox<Version> versionChoice() {
        ComboBox<Version> choice = new ComboBox<>(model.versions());
        choice.setId("version");
        choice.setAccessibleText("Version to judge");
        choice.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Version version) {
                        return version == null
                                ? ""
                                : version.title() + " · " + version.methodName();
                    }

                    @Override
                    public Version fromString(String text) {
                        throw new IllegalStateException("not editable");
                    }
                });
        model.chosen().subscribe(version -> version.ifPresent(choice::setValue));
        choice.valueProperty()
                .addListener(
                        (_, _, version) -> {
                            if (version != null) {
                                model.chosen().set(Optional.of(version));
                            }
                        });
        choice.visibleProperty().bind(Bindings.isNotEmpty(model.versions()));
        choice.managedProperty().bind(choice.visibleProperty());
        return choice;
    }

    private CheckBox quickChoice() {
        CheckBox choice = new CheckBox("Quick look");
        choice.setId("quick");
        choice.setPrefHeight(BUTTON_HEIGHT);
        choice.setTooltip(
                new Tooltip(
                        "The same thresholds on fewer rows with fewer repeats: seconds, and wider"
                                + " intervals"));
        choice.selectedProperty().bindBidirectional(model.quick());
        choice.visibleProperty().bind(Bindings.isNotEmpty(model.versions()));
        choice.managedProperty().bind(choice.visibleProperty());
        return choice;
    }

    private Button judgeButton() {
        Button button = Buttons.primary("Judge", this::judge);
        button.setId("judge");
        button.disableProperty().bind(model.ready().not());
        button.visibleProperty().bind(Bindings.isNotEmpty(model.versions()));
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private void judge() {
        model.judge().ifPresent(step -> workspace.run(step, "Judging"));
    }

    // ---- what is shown ----------------------------------------------------------------------

    private void arrange() {
        header.setSubtitle(model.summary());
        if (model.versions().isEmpty()) {
            body.getChildren().setAll(noVersion());
        } else {
            body.getChildren()
                    .setAll(model.scorecard().get().map(this::judged).orElseGet(this::notJudged));
        }
    }

    private Node noVersion() {
        return new EmptyState(
                BootstrapIcons.CLIPBOARD_CHECK,
                "No synthetic version to judge yet",
                "Make one on the Generate page. How it stands on fidelity, utility, privacy and"
                        + " fairness appears here.",
                Buttons.primary("Go to Generate", () -> workspace.show("generate")));
    }

    private Node notJudged() {
        String title = model.chosen().get().map(Version::title).orElse("");
        Node judge =
                new EmptyState(
                        BootstrapIcons.CLIPBOARD_CHECK,
                        title + " has not been judged yet",
                        "Judging holds it against the real data: does it look like it, does it work"
                                + " like it, and does it keep its people's secrets?",
                        Buttons.primary("Judge " + title, this::judge));
        return Parts.column(12, List.of(judge, again));
    }

    private Node judged(Artifact.Scorecard scorecard) {
        Severity worst = Verdicts.worst(scorecard.validations());
        Banner verdict = new Banner(worst, scorecard.verdict(), "", "");
        verdict.setId("verdict");
        List<Node> parts =
                new ArrayList<>(
                        List.of(
                                verdict,
                                new GateStrip(scorecard.validations()),
                                pillars(scorecard),
                                findings()));
        model.columns()
                .ifPresent(
                        columns ->
                                parts.add(
                                        Card.of(
                                                "Columns, real and synthetic",
                                                new EvidenceTable(workspace, columns))));
        model.tradeOff().ifPresent(versions -> parts.add(sideBySide(versions)));
        parts.add(notes());
        parts.add(again);
        mark(model.method().get());
        VBox column = Parts.column(12, parts);
        column.getStyleClass().add("scorecard");
        return column;
    }

    private Node pillars(Artifact.Scorecard scorecard) {
        cards.clear();
        for (Validation validation : scorecard.validations()) {
            PillarCard card = new PillarCard(validation, model.method()::set);
            card.setUserData(validation.assessment().method());
            cards.add(card);
        }
        return inRows(cards);
    }

    private static GridPane inRows(List<PillarCard> cards) {
        int columns = Math.clamp(cards.size(), 1, CARDS_IN_A_ROW);
        GridPane grid = new GridPane(12, 12);
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < cards.size(); i++) {
            grid.add(cards.get(i), i % columns, i / columns);
        }
        return grid;
    }

    private Node findings() {
        Card listCard = new Card(list.view());
        listCard.getStyleClass().add("flush");
        list.view()
                .prefHeightProperty()
                .bind(
                        Bindings.size(model.findings().shown())
                                .map(
                                        count ->
                                                Math.min(
                                                        MOST_HEIGHT,
                                                        EDGES
                                                                + FINDING
                                                                        * Math.max(
                                                                                1,
                                                                                count
                                                                                        .intValue()))));
        return new VBox(12, listCard, detail);
    }

    private Node sideBySide(TradeOff versions) {
        Card card =
                Card.of(
                        "Versions side by side",
                        Texts.muted(versions.sentence()),
                        new EvidenceTable(workspace, versions.table()));
        card.setId("trade-off");
        for (Figure figure : versions.figures()) {
            card.getChildren()
                    .addAll(Texts.muted(figure.summary()), new ChartView(workspace, figure));
        }
        return card;
    }

    private Node notes() {
        List<String> notes = model.notes();
        Card card = Card.of("Notes");
        notes.forEach(note -> card.getChildren().add(Texts.muted(note)));
        card.setVisible(!notes.isEmpty());
        card.setManaged(!notes.isEmpty());
        return card;
    }

    private void mark(String method) {
        cards.forEach(card -> card.setChosen(method.equals(card.getUserData())));
    }

    private void showDetail(Optional<FindingItem> item) {
        item.ifPresentOrElse(shown -> detail.show(shown.finding()), detail::clear);
    }

    // ---- the page for the shell -------------------------------------------------------------

    @Override
    public String id() {
        return "validate";
    }

    @Override
    public String title() {
        return "Validate";
    }

    @Override
    public Ikon icon() {
        return BootstrapIcons.CLIPBOARD_CHECK;
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
        return model.judges().stream()
                .map(
                        judge ->
                                new Command(
                                        judge.validator().card().question(),
                                        judge.validator().card().name(),
                                        "Method",
                                        icon(),
                                        () -> {
                                            workspace.show(id());
                                            model.method().set(judge.validator().id());
                                        }))
                .toList();
    }

    @Override
    public Set<Remedy.Action> remedies() {
        return Set.of(Remedy.Action.VALIDATE);
    }

    @Override
    public void prepare(Remedy remedy, String findingId) {
        model.choose(findingId);
    }
}
