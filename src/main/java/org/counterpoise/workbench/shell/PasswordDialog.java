package org.counterpoise.workbench.shell;

import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;

import org.counterpoise.workbench.widget.Texts;

import java.nio.file.Path;
import java.util.Optional;

/// Asks for the password of a project.
final class PasswordDialog {
    private PasswordDialog() {}

    /// @return empty if the user thinks better of it
    static Optional<char[]> ask(Workspace workspace, Path file) {
        PasswordField field = new PasswordField();
        field.setId("password");
        field.setAccessibleText("Password of " + file.getFileName());
        Dialog<char[]> dialog = new Dialog<>();
        dialog.setTitle("Password");
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.OK, ButtonType.CANCEL);
        VBox content = new VBox(8, Texts.heading(file.getFileName() + " is protected"), field);
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().getStylesheets().add(Theme.stylesheet());
        workspace.theme().dress(dialog.getDialogPane());
        dialog.setResultConverter(
                button -> button == ButtonType.OK ? field.getText().toCharArray() : null);
        dialog.setOnShown(_ -> field.requestFocus());
        return dialog.showAndWait();
    }
}
