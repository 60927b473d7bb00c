package org.counterpoise.workbench.widget;

import javafx.scene.control.Label;

import org.counterpoise.engine.finding.Severity;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/// A severity as a colour *and* a shape: circle, square, diamond, triangle.
public final class SeverityIcon extends Label {

    public SeverityIcon(Severity severity, int size) {
        setGraphic(Icons.of(shape(severity), size));
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getStyleClass()
                .addAll(
                        "severity",
                        "severity-" + severity.name().toLowerCase(java.util.Locale.ROOT));
        setAccessibleText(word(severity));
    }

    private static Ikon shape(Severity severity) {
        return switch (severity) {
            case OK -> BootstrapIcons.CHECK_CIRCLE_FILL;
            case NOTE -> BootstrapIcons.INFO_SQUARE_FILL;
            case WARNING -> BootstrapIcons.EXCLAMATION_DIAMOND_FILL;
            case SERIOUS -> BootstrapIcons.EXCLAMATION_TRIANGLE_FILL;
        };
    }

    /// The severity in a word, for filters and screen readers.
    public static String word(Severity severity) {
        return switch (severity) {
            case OK -> "No concern";
            case NOTE -> "Note";
            case WARNING -> "Warning";
            case SERIOUS -> "Serious";
        };
    }
}
