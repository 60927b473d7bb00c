package org.counterpoise.workbench.data;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.counterpoise.workbench.widget.Texts;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// Controls with their captions, as the Data page uses them.
final class Fields {
    private Fields() {}

    /// A caption above a control; a click or a screen reader leads from one to the other.
    static VBox captioned(String caption, Control control) {
        Label label = Texts.caption(caption);
        label.setLabelFor(control);
        if (control.getAccessibleText() == null) {
            control.setAccessibleText(caption);
        }
        control.setMaxWidth(Double.MAX_VALUE);
        VBox field = new VBox(label, control);
        field.getStyleClass().add("field");
        return field;
    }

    /// A list to choose from.
    ///
    /// @param shown how a choice reads
    static <T> ComboBox<T> choice(List<T> choices, Function<T, String> shown) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(choices);
        box.setCellFactory(_ -> new ChoiceCell<>(shown));
        box.setButtonCell(new ChoiceCell<>(shown));
        return box;
    }

    /// A text that counts when Enter is pressed or the field is left, if it has changed.
    static TextField text(String value, Consumer<String> commit) {
        TextField field = new TextField(value);
        field.setOnAction(_ -> commitChanged(field, value, commit));
        field.focusedProperty()
                .addListener(
                        (_, _, focused) -> {
                            if (!focused) {
                                commitChanged(field, value, commit);
                            }
                        });
        return field;
    }

    private static void commitChanged(TextField field, String before, Consumer<String> commit) {
        if (!field.getText().strip().equals(before)) {
            commit.accept(field.getText().strip());
        }
    }

    /// Hides a node and the room it takes.
    static void showIf(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static final class ChoiceCell<T> extends ListCell<T> {
        private final Function<T, String> shown;

        ChoiceCell(Function<T, String> shown) {
            this.shown = shown;
        }

        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : shown.apply(item));
        }
    }
}
