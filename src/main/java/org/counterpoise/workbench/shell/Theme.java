package org.counterpoise.workbench.shell;

import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;

import org.counterpoise.figure.Fonts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// Light or dark, as the system has it or as the user wants it, and the stylesheet that goes with
/// it.
public final class Theme {
    private static final String STYLESHEET = "/org/counterpoise/workbench/workbench.css";
    private static final String DARK_CLASS = "dark";

    /// What the user wants.
    public enum Choice {
        SYSTEM,
        LIGHT,
        DARK;

        /// The one the toggle goes to.
        public Choice next() {
            return values()[(ordinal() + 1) % values().length];
        }

        /// For tooltips: "as the system", "light", "dark".
        public String shown() {
            return switch (this) {
                case SYSTEM -> "as the system";
                case LIGHT -> "light";
                case DARK -> "dark";
            };
        }
    }

    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SYSTEM);
    private final BooleanBinding dark =
            Bindings.createBooleanBinding(
                    this::isDark, choice, Platform.getPreferences().colorSchemeProperty());

    public ObjectProperty<Choice> choice() {
        return choice;
    }

    public ObservableBooleanValue dark() {
        return dark;
    }

    private boolean isDark() {
        return switch (choice.get()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    /// Gives a scene our look, now and whenever the theme changes.
    public void dress(Scene scene) {
        scene.getStylesheets().add(stylesheet());
        dress(scene.getRoot());
    }

    /// Lets a root follow light and dark: a scene's, a dialog's or a pop-up's.
    public void dress(Parent root) {
        dark.subscribe(
                isDark -> {
                    root.getStyleClass().remove(DARK_CLASS);
                    if (isDark) {
                        root.getStyleClass().add(DARK_CLASS);
                    }
                });
    }

    public static String stylesheet() {
        return Objects.requireNonNull(Theme.class.getResource(STYLESHEET), STYLESHEET)
                .toExternalForm();
    }

    /// Makes our own type family known, so that every platform looks the same.
    public static void loadFonts() {
        for (Fonts.Weight weight : Fonts.Weight.values()) {
            try (InputStream font = weight.open()) {
                Font.loadFont(font, 13);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
