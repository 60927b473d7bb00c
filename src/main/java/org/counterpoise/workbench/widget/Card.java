package org.counterpoise.workbench.widget;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// A white ground with a thin border that holds one idea.
public final class Card extends VBox {

    public Card(Node... content) {
        getStyleClass().add("card");
        getChildren().addAll(content);
    }

    /// A card with a heading and what stands under it.
    public static Card of(String heading, Node... content) {
        Card card = new Card(Texts.heading(heading));
        card.getChildren().addAll(content);
        return card;
    }
}
