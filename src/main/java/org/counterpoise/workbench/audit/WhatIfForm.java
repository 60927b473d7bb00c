package org.counterpoise.workbench.audit;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.workbench.widget.Texts;

import java.util.ArrayList;
import java.util.List;

/// The cells of a row as a form: levels to choose from, numbers to type.
final class WhatIfForm extends ScrollPane {
    private static final double MOST_HEIGHT = 420;
    private static final double WIDTH = 150;
    private static final String MISSING = "missing";

    WhatIfForm(WhatIfModel model) {
        GridPane grid = new GridPane(10, 6);
        int line = 0;
        for (int column : model.order()) {
            ColumnInfo info = model.model().columns().get(column);
            Label name = new Label(info.title());
            name.setMaxWidth(170);
            Control editor = editor(model, column);
            editor.setId("what-if-cell-" + info.name());
            editor.setPrefWidth(WIDTH);
            name.setLabelFor(editor);
            Label was = Texts.muted("");
            was.setWrapText(false);
            was.setMinWidth(Region.USE_PREF_SIZE);
            model.wanted()
                    .subscribe(
                            wanted -> {
                                boolean changed = wanted.changes().containsKey(info.name());
                                was.setText(changed ? "was " + shown(model.own(column)) : "");
                                editor.setAccessibleText(
                                        info.title()
                                                + (changed
                                                        ? ", was " + shown(model.own(column))
                                                        : ""));
                            });
            grid.addRow(line++, name, editor, was);
        }
        setContent(grid);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMaxHeight(MOST_HEIGHT);
        setPrefViewportWidth(400);
        setId("what-if-form");
    }

    private static String shown(String cell) {
        return cell.isEmpty() ? MISSING : cell;
    }

    private static Control editor(WhatIfModel model, int column) {
        List<String> levels = model.model().levels(column);
        if (levels.isEmpty()) {
            TextField field = new TextField();
            field.setPromptText(MISSING);
            field.textProperty().bindBidirectional(model.cell(column));
            return field;
        }
        ComboBox<String> box = new ComboBox<>();
        List<String> choices = new ArrayList<>(levels);
        choices.add("");
        box.getItems().setAll(choices);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(String level) {
                        return level == null ? "" : shown(level);
                    }

                    @Override
                    public String fromString(String text) {
                        return text.equals(MISSING) ? "" : text;
                    }
                });
        box.valueProperty().bindBidirectional(model.cell(column));
        return box;
    }
}
