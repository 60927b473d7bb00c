package org.counterpoise.workbench.widget;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The top of a page: its title, one line about what is in view, and actions at the right.
public final class PageHeader extends HBox {
    private final Label subtitle = Texts.muted("");
    private final HBox line = new HBox(8, subtitle);

    public PageHeader(String title, Node... actions) {
        getStyleClass().add("page-header");
        VBox words = new VBox(4, Texts.title(title), line);
        line.managedProperty().bind(subtitle.textProperty().isNotEmpty());
        line.visibleProperty().bind(line.managedProperty());
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox buttons = new HBox(8, actions);
        buttons.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(words, buttons);
    }

    public void setSubtitle(String text) {
        subtitle.setText(text);
    }

    /// Puts a link behind the subtitle.
    public void addLink(Node link) {
        line.getChildren().add(link);
    }
}
