package org.counterpoise.workbench.shell;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.controlsfx.control.PopOver;
import org.counterpoise.workbench.widget.Texts;

/// The keys that work everywhere, and where to read more.
final class HelpPopOver extends PopOver {
    private static final String[][] KEYS = {
        {"Ctrl K", "Find a page, method, column, finding or action"},
        {"Ctrl 1 … 6", "Go to a step"},
        {"Ctrl Z, Ctrl Y", "Undo and redo a step"},
        {"F9", "Show or hide the inspector"},
        {"Ctrl C", "In a table: copy the selected rows with full precision"},
        {"Tab, Shift Tab", "Next and previous control"},
        {"F1", "This help"}
    };

    HelpPopOver() {
        GridPane keys = new GridPane(16, 6);
        for (int i = 0; i < KEYS.length; i++) {
            Label key = Texts.caption(KEYS[i][0]);
            key.setMinWidth(Label.USE_PREF_SIZE);
            keys.addRow(i, key, new Label(KEYS[i][1]));
        }
        VBox content =
                new VBox(
                        Texts.heading("Keys"),
                        keys,
                        Texts.muted(
                                "Hold the pointer over any button or badge to read what it does."
                                        + " Your data never leaves this computer."));
        content.getStyleClass().add("popover-content");
        content.setPrefWidth(440);
        setContentNode(content);
        setArrowLocation(ArrowLocation.TOP_RIGHT);
        setAnimated(false);
    }
}
