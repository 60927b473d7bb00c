package org.counterpoise.workbench.widget;

import javafx.scene.control.Label;

/// Labels in the few styles there are.
public final class Texts {
    private Texts() {}

    /// A page's title.
    public static Label title(String text) {
        return label(text, "title");
    }

    /// A card's or section's heading; wraps.
    public static Label heading(String text) {
        return wrapped(text, "heading");
    }

    /// Running text; wraps.
    public static Label body(String text) {
        return wrapped(text, "body");
    }

    /// What is less important; wraps.
    public static Label muted(String text) {
        return wrapped(text, "muted");
    }

    /// A small caption above a control; point it at the control with [Label#setLabelFor].
    public static Label caption(String text) {
        return label(text, "caption");
    }

    /// A phrase with a capital first letter.
    public static String sentence(String phrase) {
        return phrase.isEmpty()
                ? phrase
                : phrase.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + phrase.substring(1);
    }

    private static Label wrapped(String text, String style) {
        Label label = label(text, style);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}
