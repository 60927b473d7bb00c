package org.counterpoise.workbench.widget;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons, and buttons that are only an icon.
public final class Icons {
    private Icons() {}

    /// An icon in the colour of the text around it.
    public static FontIcon of(Ikon ikon, int size) {
        FontIcon icon = FontIcon.of(ikon, size);
        icon.getStyleClass().add("icon");
        return icon;
    }

    /// A flat button with an icon only.
    ///
    /// @param name what it does; shown as its tooltip and read by screen readers
    public static Button button(Ikon ikon, String name, Runnable action) {
        Button button = new Button("", of(ikon, 14));
        button.getStyleClass().add("icon-button");
        button.setOnAction(_ -> action.run());
        name(button, name);
        return button;
    }

    /// Gives a control without text its name.
    public static void name(ButtonBase control, String name) {
        control.setAccessibleText(name);
        control.setTooltip(new Tooltip(name));
    }

    /// Gives a control without text a name that changes.
    public static void name(ButtonBase control, ObservableValue<String> name) {
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(name);
        control.setTooltip(tooltip);
        control.accessibleTextProperty().bind(name);
    }
}
