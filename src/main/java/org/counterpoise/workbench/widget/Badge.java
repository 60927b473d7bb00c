package org.counterpoise.workbench.widget;

import javafx.scene.control.Label;

/// A word or number on a coloured ground.
public final class Badge extends Label {

    /// What the colour means.
    public enum Tone {
        QUIET,
        ACCENT,
        OK,
        WARNING,
        SERIOUS,
        PROTECTED
    }

    public Badge(String text, Tone tone) {
        super(text);
        getStyleClass().addAll("badge", "tone-" + tone.name().toLowerCase(java.util.Locale.ROOT));
        setMinWidth(USE_PREF_SIZE);
    }
}
