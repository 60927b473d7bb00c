package org.counterpoise.workbench.findings;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.counterpoise.workbench.widget.SeverityIcon;
import org.counterpoise.workbench.widget.Texts;
import org.jspecify.annotations.Nullable;

/// One finding in the list: its severity, its headline, and the number under it.
final class FindingCell extends ListCell<FindingItem> {
    private static final int ICON = 16;

    FindingCell() {
        getStyleClass().add("finding-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable FindingItem item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Label headline = Texts.heading(item.finding().headline());
        Label measure = Texts.muted(second(item));
        measure.getStyleClass().add("small");
        VBox words = new VBox(2, headline, measure);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox box = new HBox(new SeverityIcon(item.finding().severity(), ICON), words);
        box.getStyleClass().add("finding-row");
        setGraphic(box);
        setAccessibleText(
                SeverityIcon.word(item.finding().severity())
                        + ": "
                        + item.finding().headline()
                        + ". "
                        + second(item));
    }

    private static String second(FindingItem item) {
        String measure = MeasureText.line(item.finding());
        return measure.isEmpty() ? item.origin() : measure;
    }
}
