package org.counterpoise.workbench.audit;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.SeverityIcon;
import org.counterpoise.workbench.widget.Texts;

import java.util.function.Consumer;

/// What is worse, new, better or gone since the questions were asked before; absent without
/// changes.
final class ChangesCard extends VBox {
    private static final int ICON = 14;

    private final ObservableList<Change> changes;
    private final Consumer<String> select;

    /// @param select shows the finding with an id
    ChangesCard(ObservableList<Change> changes, Consumer<String> select) {
        this.changes = changes;
        this.select = select;
        setId("changes");
        getStyleClass().add("card");
        changes.addListener((ListChangeListener<Change>) _ -> fill());
        fill();
    }

    private void fill() {
        getChildren().clear();
        if (!changes.isEmpty()) {
            getChildren().add(Texts.heading("Since the run before: " + Change.summary(changes)));
        }
        changes.forEach(change -> getChildren().add(line(change)));
        setVisible(!changes.isEmpty());
        setManaged(!changes.isEmpty());
    }

    private Node line(Change change) {
        Label headline = Texts.body(change.kind().word() + ": " + change.headline());
        Label numbers = Texts.muted(change.numbers());
        numbers.getStyleClass().add("small");
        VBox words = new VBox(2, headline, numbers);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(8, new SeverityIcon(change.severity(), ICON), words);
        line.setAlignment(Pos.CENTER_LEFT);
        if (change.kind() != Change.Kind.GONE) {
            Button show = Buttons.plain("Show", () -> select.accept(change.id()));
            show.setAccessibleText("Show: " + change.headline());
            show.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(show);
        }
        return line;
    }
}
