package org.counterpoise.workbench.shell;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.counterpoise.workbench.widget.Icons;
import org.counterpoise.workbench.widget.Texts;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/// The list under the search field: everything that can be found and done, best answer first.
final class CommandPalette extends VBox {
    private static final int MOST = 40;
    private static final double ROW = 36;
    private static final int ROWS = 9;

    private final TextField field;
    private final Supplier<List<Command>> commands;
    private final ObservableList<Command> found = FXCollections.observableArrayList();
    private final ListView<Command> list = new ListView<>(found);

    /// @param commands asked anew whenever the palette opens
    CommandPalette(TextField field, Supplier<List<Command>> commands) {
        this.field = field;
        this.commands = commands;
        getStyleClass().add("palette");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        list.setId("palette-list");
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setPrefWidth(520);
        list.setCellFactory(_ -> new CommandCell());
        list.setPlaceholder(Texts.muted("Nothing answers to these words."));
        list.setOnMouseClicked(_ -> runSelected());
        list.setAccessibleText("What was found");
        getChildren().add(list);
        setVisible(false);
        setManaged(false);
        field.textProperty().addListener((_, _, query) -> search(query));
        field.focusedProperty().addListener((_, _, focused) -> toggle(focused));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /// Puts the cursor into the search field.
    void open() {
        field.requestFocus();
        field.selectAll();
    }

    private void toggle(boolean open) {
        if (open) {
            search(field.getText());
        }
        setVisible(open);
        setManaged(open);
    }

    private void search(String query) {
        List<Command> all = commands.get();
        found.setAll(
                query.isBlank()
                        ? all.stream().limit(MOST).toList()
                        : all.stream()
                                .filter(command -> command.score(query) > 0)
                                .sorted(
                                        Comparator.comparingInt(
                                                (Command command) -> -command.score(query)))
                                .limit(MOST)
                                .toList());
        list.setPrefHeight(ROW * Math.clamp(found.size(), 2, ROWS) + 2);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case ENTER -> runSelected();
            case ESCAPE -> leave();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        if (!found.isEmpty()) {
            int next =
                    Math.floorMod(list.getSelectionModel().getSelectedIndex() + by, found.size());
            list.getSelectionModel().select(next);
            list.scrollTo(Math.max(0, next - ROWS / 2));
        }
    }

    private void runSelected() {
        Command command = list.getSelectionModel().getSelectedItem();
        leave();
        if (command != null) {
            command.run().run();
        }
    }

    private void leave() {
        field.clear();
        if (getParent() != null) {
            getParent().requestFocus();
        }
    }

    private static final class CommandCell extends ListCell<Command> {
        @Override
        protected void updateItem(Command command, boolean empty) {
            super.updateItem(command, empty);
            if (empty || command == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            Label title = new Label(command.title());
            title.setMinWidth(USE_PREF_SIZE);
            Label detail = new Label(command.detail());
            detail.getStyleClass().addAll("muted", "small");
            detail.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(detail, Priority.ALWAYS);
            Label kind = new Label(command.kind());
            kind.getStyleClass().addAll("muted", "small");
            kind.setMinWidth(USE_PREF_SIZE);
            HBox line = new HBox(10, Icons.of(command.icon(), 13), title, detail, kind);
            line.setAlignment(Pos.CENTER_LEFT);
            line.setPrefWidth(480);
            setGraphic(line);
            setAccessibleText(command.kind() + ": " + command.title());
        }
    }

    /// Whether a key belongs to the palette's shortcut.
    static boolean opens(KeyEvent event) {
        return event.isShortcutDown() && event.getCode() == KeyCode.K;
    }
}
