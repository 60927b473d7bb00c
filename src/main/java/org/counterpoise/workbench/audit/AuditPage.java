package org.counterpoise.workbench.audit;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.session.Step;
import org.counterpoise.session.StepRecord;
import org.counterpoise.workbench.findings.FindingItem;
import org.counterpoise.workbench.findings.FindingList;
import org.counterpoise.workbench.findings.Responsive;
import org.counterpoise.workbench.shell.Command;
import org.counterpoise.workbench.shell.DataEntry;
import org.counterpoise.workbench.shell.LatestOnly;
import org.counterpoise.workbench.shell.ProjectView;
import org.counterpoise.workbench.shell.RailState;
import org.counterpoise.workbench.shell.StepPage;
import org.counterpoise.workbench.shell.Workspace;
import org.counterpoise.workbench.widget.Banner;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.Card;
import org.counterpoise.workbench.widget.EmptyState;
import org.counterpoise.workbench.widget.Frames;
import org.counterpoise.workbench.widget.PageHeader;
import org.counterpoise.workbench.widget.Texts;
import org.counterpoise.workbench.widget.WhenShown;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Questions asked of the data, and the findings that answer them.
public final class AuditPage implements StepPage {
    private static final String DATA = "data";

    /// What the questions on offer depend on.
    private record Wanted(ProjectView project, DataEntry data) {}

    private final Workspace workspace;
    private final AuditModel model = new AuditModel();
    private final LatestOnly<Wanted, AuditOffer> offers;
    private final PageHeader header;
    private final VBox page = new VBox();
    private final StackPane body = new StackPane();
    private final VBox cards = new VBox();
    private final Node questions = questions();
    private final AnswerColumn answer;
    private final AuditInspector inspector;
    private final Node findings;
    private Frames coming = Frames.none();

    AuditPage(Workspace workspace) {
        this.workspace = workspace;
        RowsBehind rowsBehind = new RowsBehind(workspace, model);
        this.answer = new AnswerColumn(workspace, model, rowsBehind);
        this.inspector = new AuditInspector(workspace, model, this::again, rowsBehind::show);
        answer.onPicked(inspector::pick);
        this.offers =
                new LatestOnly<>(
                        workspace.jobs(),
                        0,
                        (wanted, _) -> AuditOffer.of(wanted.project(), wanted.data()),
                        offer -> {
                            model.offer(Optional.of(offer));
                            arrange();
                        },
                        workspace::tell);
        this.header = new PageHeader("Audit", askMore());
        model.summary().subscribe(header::setSubtitle);
        this.findings = findings();
        page.getStyleClass().add("page");
        page.getChildren().addAll(header, body);
        VBox.setVgrow(body, Priority.ALWAYS);
        workspace.project().subscribe(_ -> refresh());
        workspace.selected().subscribe(_ -> refresh());
        model.asking().subscribe(_ -> arrange());
        WhenShown.follow(
                page,
                Bindings.createObjectBinding(
                        () -> List.copyOf(model.questions()), model.questions()),
                this::showQuestions);
        model.findings().selected().subscribe(this::showDetail);
    }

    // ---- what is shown ----------------------------------------------------------------------

    private void refresh() {
        ProjectView project = workspace.project().get();
        Optional<DataEntry> data = workspace.selected().get();
        model.show(project, data);
        if (data.isPresent()) {
            offers.request(new Wanted(project, data.get()));
        } else {
            offers.cancel();
            model.offer(Optional.empty());
        }
        arrange();
    }

    private void arrange() {
        Node shown;
        if (workspace.selected().get().isEmpty()) {
            shown = nothing();
            inspector.showNothing();
        } else if (model.asking().get()) {
            shown = scrolled(questions);
            model.questions().stream().findFirst().ifPresent(inspector::showQuestion);
        } else {
            shown = findings;
            showDetail(model.findings().selected().get());
        }
        body.getChildren().setAll(shown);
    }

    private Node nothing() {
        return new EmptyState(
                BootstrapIcons.CLIPBOARD_DATA,
                "Nothing to audit yet",
                "Open a data file, mark its outcome and protected attributes, and the questions"
                        + " that can be asked of it appear here.",
                Buttons.primary("Go to Data", () -> workspace.show(DATA)));
    }

    private Button askMore() {
        Button button = Buttons.plain("", () -> model.asking().set(!model.asking().get()));
        button.setId("ask-more");
        button.textProperty()
                .bind(
                        Bindings.when(model.asking())
                                .then("Back to findings")
                                .otherwise("Ask more questions"));
        button.visibleProperty().bind(Bindings.isNotEmpty(model.findings().shown()));
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private Node questions() {
        VBox questions =
                new VBox(
                        Texts.muted("Choose what to ask. Each answer says how sure it is."),
                        cards,
                        new HBox(askButton()));
        questions.getStyleClass().add("questions");
        cards.getStyleClass().add("questions");
        return questions;
    }

    private void showQuestions(List<Question> asked) {
        cards.getChildren().clear();
        Iterator<Question> left = asked.iterator();
        coming.stop();
        coming = Frames.each(() -> showNext(left));
    }

    private boolean showNext(Iterator<Question> left) {
        if (left.hasNext()) {
            Question question = left.next();
            cards.getChildren()
                    .add(
                            new QuestionCard(
                                    question,
                                    () -> inspector.showQuestion(question),
                                    () -> workspace.show(DATA)));
        }
        return left.hasNext();
    }

    private Button askButton() {
        Button ask = Buttons.primary("Ask", this::ask);
        ask.setId("ask");
        ask.textProperty()
                .bind(
                        Bindings.when(model.chosen().isEqualTo(1))
                                .then("Ask 1 question")
                                .otherwise(Bindings.format("Ask %d questions", model.chosen())));
        ask.disableProperty().bind(model.mayAsk().not());
        return ask;
    }

    private Node findings() {
        FindingList list = new FindingList(model.findings());
        Card listCard = new Card(list.view());
        listCard.getStyleClass().add("flush");
        VBox.setVgrow(list.view(), Priority.ALWAYS);
        SplitPane both = new SplitPane(listCard, scrolled(answer));
        both.getStyleClass().add("finding-split");
        SplitPane.setResizableWithParent(listCard, false);
        Responsive.stack(both, 0.34, 0.38);
        VBox.setVgrow(both, Priority.ALWAYS);
        Node outdated = outdated();
        return new VBox(12, outdated, list.chips(), both);
    }

    private Node outdated() {
        Banner banner =
                new Banner(
                        Severity.NOTE,
                        "The data or its roles have changed since these questions were asked.",
                        "",
                        "The findings below are about the data as it was.",
                        Buttons.plain("Ask again", () -> model.asking().set(true)));
        banner.visibleProperty().bind(model.outdated());
        banner.managedProperty().bind(model.outdated());
        return banner;
    }

    private void showDetail(Optional<FindingItem> item) {
        answer.show(item);
        if (!model.asking().get()) {
            item.ifPresent(inspector::showFinding);
        }
    }

    private static ScrollPane scrolled(Node content) {
        ScrollPane pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return pane;
    }

    // ---- what is done -----------------------------------------------------------------------

    private void ask() {
        List<Step> steps = model.ask();
        workspace.change(
                steps.size() == 1 ? "Asking a question" : "Asking " + steps.size() + " questions",
                (project, progress) -> {
                    List<StepRecord> records = new ArrayList<>();
                    for (int i = 0; i < steps.size(); i++) {
                        double from = (double) i / steps.size();
                        double to = (i + 1.0) / steps.size();
                        records.add(
                                project.run(
                                        steps.get(i), workspace.files(), progress.part(from, to)));
                    }
                    return records;
                });
    }

    private void again(FindingItem item) {
        model.again(item).ifPresent(step -> workspace.run(step, "Asking again: " + item.origin()));
    }

    // ---- the page for the shell -------------------------------------------------------------

    @Override
    public String id() {
        return "audit";
    }

    @Override
    public String title() {
        return "Audit";
    }

    @Override
    public Ikon icon() {
        return BootstrapIcons.CLIPBOARD_DATA;
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
    public void warmUp() {
        model.warmUp();
    }

    @Override
    public void shown() {}

    @Override
    public boolean scrolls() {
        return false;
    }

    @Override
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        for (Question question : model.questions()) {
            commands.add(
                    new Command(
                            question.audit().card().question(),
                            question.audit().card().name(),
                            "Method",
                            icon(),
                            () -> {
                                workspace.show(id());
                                model.asking().set(true);
                                inspector.showQuestion(question);
                            }));
        }
        for (FindingItem item : model.findings().shown()) {
            commands.add(
                    new Command(
                            item.finding().headline(),
                            item.origin(),
                            "Finding",
                            icon(),
                            () -> {
                                workspace.show(id());
                                model.asking().set(false);
                                model.findings().select(item.finding().id());
                            }));
        }
        return commands;
    }

    @Override
    public Set<Remedy.Action> remedies() {
        return Set.of(Remedy.Action.AUDIT);
    }

    @Override
    public void prepare(Remedy remedy, String findingId) {
        model.asking().set(true);
    }
}
