package org.counterpoise.workbench.widget;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

import org.kordamp.ikonli.Ikon;

/// Says what will appear here and offers the button that makes it appear.
public final class EmptyState extends VBox {

    /// @param headline what will appear here, or what is missing
    /// @param explanation one or two sentences
    public EmptyState(Ikon ikon, String headline, String explanation, Button... actions) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        Label heading = Texts.heading(headline);
        Label text = Texts.muted(explanation);
        heading.setTextAlignment(TextAlignment.CENTER);
        text.setTextAlignment(TextAlignment.CENTER);
        text.setMaxWidth(460);
        FlowPane buttons = new FlowPane(8, 8, actions);
        buttons.setAlignment(Pos.CENTER);
        getChildren().addAll(Icons.of(ikon, 32), heading, text);
        if (actions.length > 0) {
            getChildren().add(buttons);
        }
    }
}
