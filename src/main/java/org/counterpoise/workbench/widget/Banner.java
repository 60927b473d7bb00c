package org.counterpoise.workbench.widget;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.finding.Severity;

/// One message across a page: what, where, and what to do, with its buttons at the right.
public final class Banner extends HBox {

    /// @param where may be empty
    /// @param remedy may be empty
    public Banner(Severity severity, String what, String where, String remedy, Node... buttons) {
        getStyleClass()
                .addAll("banner", "banner-" + severity.name().toLowerCase(java.util.Locale.ROOT));
        setAlignment(Pos.CENTER_LEFT);
        VBox words = new VBox(2, Texts.heading(what));
        String second =
                where.isEmpty() || remedy.isEmpty() ? where + remedy : where + ": " + remedy;
        if (!second.isEmpty()) {
            Label line = Texts.body(second);
            words.getChildren().add(line);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(new SeverityIcon(severity, 16), words);
        getChildren().addAll(buttons);
        setAccessibleText(what + " " + second);
    }
}
