package org.counterpoise.workbench.shell;

import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.controlsfx.control.PopOver;
import org.counterpoise.engine.finding.Remedy;
import org.counterpoise.workbench.widget.Frames;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/// The window's content: top bar, rail, page, inspector, jobs bar. Knows no page by name; finds
/// them through [StepPageProvider].
public final class Shell extends StackPane {
    /// Below this width the inspector hides until it is asked for.
    static final double NARROW = 1100;

    private final Workspace workspace;
    private final List<StepPage> pages = new ArrayList<>();
    private final Map<String, Node> frames = new HashMap<>();
    private final ProjectActions actions;
    private final WelcomePage welcome;
    private final TopBar top;
    private final Rail rail;
    private final JobsBar jobsBar;
    private final CommandPalette palette;
    private final StackPane centre = new StackPane();
    private final Map<String, Optional<Node>> inspectors = new HashMap<>();
    private Optional<Node> inspector = Optional.empty();
    private final BorderPane frame = new BorderPane();
    private @Nullable Iterator<StepPageProvider> missing;
    private int warm;

    /// The welcome page in its frame, which can be shown at once; [#addPage()] makes the rest.
    public Shell(Workspace workspace) {
        this.workspace = workspace;
        actions =
                new ProjectActions(
                        workspace,
                        () -> pages.isEmpty() ? Workspace.WELCOME : pages.getFirst().id());
        welcome = new WelcomePage(workspace, actions, this::startTour);
        top = new TopBar(workspace, actions);
        palette = new CommandPalette(top.search(), this::commands);
        getStyleClass().add("shell");
        frame.setTop(top);
        rail = new Rail(workspace);
        jobsBar = new JobsBar(workspace);
        frame.setLeft(rail);
        frame.setCenter(new VBox(new Notices(workspace), centre));
        VBox.setVgrow(centre, Priority.ALWAYS);
        frame.setBottom(jobsBar);
        StackPane.setAlignment(palette, Pos.TOP_CENTER);
        StackPane.setMargin(palette, new Insets(44, 0, 0, 0));
        getChildren().addAll(frame, palette);
        arrangeInspector();
        workspace.route(this::followRemedy, this::offer);
        workspace.page().subscribe(this::showPage);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        setOnDragOver(Shell::dragOver);
        setOnDragDropped(this::dropped);
    }

    /// The window with all its pages.
    public static Shell whole(Workspace workspace) {
        Shell shell = new Shell(workspace);
        while (shell.addPage()) {
            // the next one
        }
        return shell;
    }

    /// Makes the next page and its entry in the rail, in the order of the rail.
    ///
    /// @return false if there is none left to make
    public boolean addPage() {
        if (missing == null) {
            missing =
                    ServiceLoader.load(StepPageProvider.class).stream()
                            .map(ServiceLoader.Provider::get)
                            .sorted(Comparator.comparingInt(StepPageProvider::order))
                            .iterator();
        }
        if (!missing.hasNext()) {
            return false;
        }
        StepPageProvider provider = missing.next();
        StepPage page = provider.create(workspace);
        pages.add(page);
        rail.add(page, provider.order() < StepPageProvider.UNNUMBERED);
        return true;
    }

    /// Readies each page in turn, one a frame.
    ///
    /// @return false if all are
    public boolean warmUp() {
        if (warm < pages.size()) {
            pages.get(warm++).warmUp();
        }
        return warm < pages.size();
    }

    // ---- pages ------------------------------------------------------------------------------

    /// The ids of the pages, in the order of the rail.
    public List<String> pageIds() {
        return pages.stream().map(StepPage::id).toList();
    }

    private Optional<StepPage> page(String id) {
        return pages.stream().filter(page -> page.id().equals(id)).findFirst();
    }

    private void showPage(String id) {
        Optional<StepPage> page = page(id);
        centre.getChildren().setAll(frames.computeIfAbsent(id, _ -> framed(page)));
        inspector =
                inspectors.computeIfAbsent(
                        id, _ -> page.flatMap(StepPage::inspector).map(Shell::framedInspector));
        // With the next frame: a page alone takes long enough the first time.
        Frames.next(this::showInspector);
        page.ifPresentOrElse(StepPage::shown, welcome::shown);
    }

    private Node framed(Optional<StepPage> page) {
        ScrollPane scroll = new ScrollPane(page.map(StepPage::view).orElse(welcome));
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(page.isPresent() && !page.get().scrolls());
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getContent().getStyleClass().add("page");
        return scroll;
    }

    private void followRemedy(Remedy remedy, String findingId) {
        pages.stream()
                .filter(page -> page.remedies().contains(remedy.action()))
                .findFirst()
                .ifPresentOrElse(
                        page -> {
                            page.prepare(remedy, findingId);
                            workspace.show(page.id());
                        },
                        () ->
                                workspace.tell(
                                        Notice.info(
                                                remedy.label()
                                                        + ": this is for you to do outside"
                                                        + " Counterpoise.")));
    }

    private void offer(Path file) {
        pages.stream()
                .filter(page -> page.take(file))
                .findFirst()
                .ifPresent(page -> workspace.show(page.id()));
    }

    private void startTour() {
        new Tour(
                        List.of(
                                new Tour.Stop(
                                        rail,
                                        PopOver.ArrowLocation.LEFT_TOP,
                                        "The steps of the work",
                                        "From data to report, in any order that makes sense. A"
                                                + " badge says how a step stands; point at it to"
                                                + " read why."),
                                new Tour.Stop(
                                        top.search(),
                                        PopOver.ArrowLocation.TOP_CENTER,
                                        "Find anything",
                                        "Type a few letters of a method, column, finding or action."
                                                + " Ctrl K brings you here from anywhere."),
                                new Tour.Stop(
                                        top.undoButton(),
                                        PopOver.ArrowLocation.TOP_RIGHT,
                                        "Nothing is lost",
                                        "Every step is saved when it is done, and can be undone and"
                                                + " redone by name."),
                                new Tour.Stop(
                                        top.inspector(),
                                        PopOver.ArrowLocation.TOP_RIGHT,
                                        "The inspector",
                                        "Details of what you have chosen stand at the right:"
                                                + " settings, a finding, a column. F9 shows or"
                                                + " hides them."),
                                new Tour.Stop(
                                        jobsBar,
                                        PopOver.ArrowLocation.BOTTOM_LEFT,
                                        "Work goes on beside you",
                                        "What runs, how long it will take, and a button to stop it."
                                                + " You can go on meanwhile."),
                                new Tour.Stop(
                                        welcome,
                                        PopOver.ArrowLocation.LEFT_TOP,
                                        "Begin here",
                                        "Open a sample project to see a whole story, or a file of"
                                                + " your own.")))
                .start();
    }

    // ---- inspector --------------------------------------------------------------------------

    /// Each page keeps its own: it stays scrolled as it was left.
    private static Node framedInspector(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.getStyleClass().add("inspector");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    private void arrangeInspector() {
        top.inspector().selectedProperty().addListener(_ -> showInspector());
        widthProperty().map(width -> width.doubleValue() < NARROW).subscribe(this::fitInspector);
        top.inspector().setOnAction(_ -> rememberInspector());
    }

    private void fitInspector(boolean narrow) {
        top.inspector().setSelected(!narrow && workspace.preferences().get().inspector());
    }

    private void rememberInspector() {
        if (getWidth() >= NARROW) {
            boolean wanted = top.inspector().isSelected();
            workspace
                    .preferences()
                    .change(
                            c ->
                                    new UserPreferences.Content(
                                            c.theme(),
                                            c.recent(),
                                            wanted,
                                            c.tourSeen(),
                                            c.generate()));
        }
    }

    private void showInspector() {
        top.inspector().setDisable(inspector.isEmpty());
        frame.setRight(top.inspector().isSelected() ? inspector.orElse(null) : null);
    }

    // ---- keys, commands, dropped files ------------------------------------------------------

    private void key(KeyEvent event) {
        if (CommandPalette.opens(event)) {
            palette.open();
        } else if (event.getCode() == KeyCode.F9) {
            top.inspector().fire();
        } else if (event.getCode() == KeyCode.F1) {
            top.showHelp();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.Z && !inText()) {
            if (event.isShiftDown()) {
                workspace.redo();
            } else {
                workspace.undo();
            }
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.Y && !inText()) {
            workspace.redo();
        } else if (event.isShortcutDown() && event.getCode().isDigitKey()) {
            int number = event.getCode().ordinal() - KeyCode.DIGIT1.ordinal();
            if (number < 0 || number >= pages.size()) {
                return;
            }
            workspace.show(pages.get(number).id());
        } else {
            return;
        }
        event.consume();
    }

    /// In a text field, undo means the text.
    private boolean inText() {
        return getScene().getFocusOwner() instanceof javafx.scene.control.TextInputControl;
    }

    private List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        for (StepPage page : pages) {
            commands.add(
                    new Command(
                            page.title(),
                            page.railState().getValue().explanation(),
                            "Page",
                            page.icon(),
                            () -> workspace.show(page.id())));
        }
        commands.addAll(top.commands());
        commands.add(
                new Command(
                        "Take the tour",
                        "what is where in this window",
                        "Action",
                        BootstrapIcons.SIGNPOST_2,
                        this::startTour));
        pages.forEach(page -> commands.addAll(page.commands()));
        return commands;
    }

    /// Opens a data file or a project.
    public void open(Path file) {
        actions.openAny(file);
    }

    private static void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            Path file = event.getDragboard().getFiles().getFirst().toPath();
            Platform.runLater(() -> actions.openAny(file));
            event.setDropCompleted(true);
        }
        event.consume();
    }
}
