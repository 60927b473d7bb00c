package org.counterpoise.workbench.widget;

import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;

/// Buttons in the three weights there are.
public final class Buttons {
    private Buttons() {}

    /// The one thing to do next; at most one per card.
    public static Button primary(String text, Runnable action) {
        Button button = plain(text, action);
        button.getStyleClass().add("primary");
        return button;
    }

    public static Button plain(String text, Runnable action) {
        Button button = new Button(text);
        button.setOnAction(_ -> action.run());
        button.setMinWidth(Button.USE_PREF_SIZE);
        return button;
    }

    /// An action inside running text.
    public static Hyperlink link(String text, Runnable action) {
        Hyperlink link = new Hyperlink(text);
        link.setOnAction(
                _ -> {
                    link.setVisited(false);
                    action.run();
                });
        return link;
    }
}
