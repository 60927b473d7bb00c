package org.counterpoise.workbench.shell;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.counterpoise.session.Project;
import org.counterpoise.session.StepRecord;
import org.counterpoise.workbench.widget.Icons;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The head of the window: project, search, undo and redo, inspector, theme, help.
final class TopBar extends HBox {
    private final Workspace workspace;
    private final ProjectActions actions;
    private final TextField search = new TextField();
    private final ToggleButton inspector = new ToggleButton();
    private final Button theme;
    private final Button help;
    private final Button undo =
            Icons.button(BootstrapIcons.ARROW_COUNTERCLOCKWISE, "Undo", this::undo);

    TopBar(Workspace workspace, ProjectActions actions) {
        this.workspace = workspace;
        this.actions = actions;
        getStyleClass().add("top-bar");
        Label product = new Label("Counterpoise");
        product.getStyleClass().add("product");
        product.setMinWidth(Region.USE_PREF_SIZE);
        theme = Icons.button(BootstrapIcons.CIRCLE_HALF, "Theme", this::nextTheme);
        theme.setId("theme");
        Icons.name(
                theme,
                workspace.theme().choice().map(choice -> "Light or dark: " + choice.shown()));
        help = Icons.button(BootstrapIcons.QUESTION_CIRCLE, "Help (F1)", this::showHelp);
        help.setId("help");
        inspector.setGraphic(Icons.of(BootstrapIcons.LAYOUT_SIDEBAR_REVERSE, 14));
        inspector.getStyleClass().add("icon-button");
        inspector.setId("toggle-inspector");
        Icons.name(inspector, "Show or hide the inspector (F9)");
        getChildren()
                .addAll(
                        new Logo(24),
                        product,
                        projectMenu(),
                        gap(),
                        searchField(),
                        gap(),
                        history(),
                        inspector,
                        theme,
                        help);
    }

    /// The field whose words the command palette answers.
    TextField search() {
        return search;
    }

    /// Whether the user wants to see the inspector.
    ToggleButton inspector() {
        return inspector;
    }

    Node undoButton() {
        return undo;
    }

    private void undo() {
        workspace.undo();
    }

    private Node searchField() {
        search.setPromptText("Find a method, column, finding or action");
        search.setAccessibleText("Find a method, column, finding or action");
        search.getStyleClass().add("search");
        search.setId("search");
        Label hint = new Label("Ctrl K");
        hint.getStyleClass().add("search-hint");
        hint.setMouseTransparent(true);
        hint.setMinWidth(Region.USE_PREF_SIZE);
        hint.visibleProperty().bind(search.textProperty().isEmpty());
        javafx.scene.layout.StackPane pane = new javafx.scene.layout.StackPane(search, hint);
        javafx.scene.layout.StackPane.setAlignment(hint, javafx.geometry.Pos.CENTER_RIGHT);
        javafx.scene.layout.StackPane.setMargin(hint, new javafx.geometry.Insets(0, 8, 0, 0));
        pane.setMinWidth(160);
        pane.setPrefWidth(460);
        return pane;
    }

    private MenuButton projectMenu() {
        MenuButton menu = new MenuButton();
        menu.setMnemonicParsing(false);
        menu.setId("project-menu");
        menu.getStyleClass().add("flat");
        menu.setPopupSide(Side.BOTTOM);
        menu.textProperty().bind(workspace.project().map(p -> p.open() ? p.name() : "no project"));
        menu.accessibleTextProperty().bind(menu.textProperty().map(name -> "Project " + name));
        menu.getItems()
                .addAll(
                        item("Open a data file…", BootstrapIcons.TABLE, actions::chooseData),
                        item(
                                "Open a project…",
                                BootstrapIcons.FOLDER2_OPEN,
                                actions::chooseProject),
                        new SeparatorMenuItem(),
                        item("Close the project", BootstrapIcons.X, workspace::closeProject));
        return menu;
    }

    private static MenuItem item(String text, Ikon icon, Runnable action) {
        MenuItem item = new MenuItem(text, Icons.of(icon, 13));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private HBox history() {
        Label named = new Label();
        named.getStyleClass().addAll("muted", "small");
        named.textProperty().bind(workspace.project().map(p -> words("Undo: ", p.undoable(), "")));
        named.visibleProperty().bind(widthProperty().greaterThan(1250));
        named.managedProperty().bind(named.visibleProperty());
        undo.setId("undo");
        undo.disableProperty()
                .bind(disabled(workspace.project().map(p -> p.undoable().isPresent())));
        Icons.name(
                undo,
                workspace.project().map(p -> words("Undo: ", p.undoable(), "Nothing to undo")));
        Button redo = Icons.button(BootstrapIcons.ARROW_CLOCKWISE, "Redo", () -> workspace.redo());
        redo.setId("redo");
        redo.disableProperty()
                .bind(disabled(workspace.project().map(p -> p.redoable().isPresent())));
        Icons.name(
                redo,
                workspace.project().map(p -> words("Redo: ", p.redoable(), "Nothing to redo")));
        HBox box = new HBox(4, named, undo, redo);
        box.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    private static ObservableValue<Boolean> disabled(ObservableValue<Boolean> enabled) {
        return enabled.map(is -> !is);
    }

    private static String words(String verb, Optional<StepRecord> step, String otherwise) {
        return step.map(record -> verb + Project.describe(record.step())).orElse(otherwise);
    }

    /// What Ctrl+K can do from anywhere.
    List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        ProjectView project = workspace.project().get();
        project.undoable()
                .ifPresent(
                        step ->
                                commands.add(
                                        action(
                                                "Undo: " + Project.describe(step.step()),
                                                "Ctrl Z",
                                                BootstrapIcons.ARROW_COUNTERCLOCKWISE,
                                                workspace::undo)));
        project.redoable()
                .ifPresent(
                        step ->
                                commands.add(
                                        action(
                                                "Redo: " + Project.describe(step.step()),
                                                "Ctrl Y",
                                                BootstrapIcons.ARROW_CLOCKWISE,
                                                workspace::redo)));
        commands.add(
                action(
                        "Open a data file…",
                        "CSV, Excel, Parquet, JSON lines",
                        BootstrapIcons.TABLE,
                        actions::chooseData));
        commands.add(
                action(
                        "Light, dark, or as the system",
                        "theme " + workspace.theme().choice().get().shown(),
                        BootstrapIcons.CIRCLE_HALF,
                        this::nextTheme));
        commands.add(
                action(
                        "Show or hide the inspector",
                        "F9",
                        BootstrapIcons.LAYOUT_SIDEBAR_REVERSE,
                        inspector::fire));
        commands.add(
                action("Help and shortcuts", "F1", BootstrapIcons.QUESTION_CIRCLE, this::showHelp));
        return commands;
    }

    private static Command action(String title, String detail, Ikon icon, Runnable run) {
        return new Command(title, detail, "Action", icon, run);
    }

    void showHelp() {
        new HelpPopOver().show(help);
    }

    private void nextTheme() {
        workspace.theme().choice().set(workspace.theme().choice().get().next());
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
