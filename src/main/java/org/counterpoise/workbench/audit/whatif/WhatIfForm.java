package org.counterpoise.workbench.audit.whatif;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.Parts;
import org.counterpoise.workbench.widget.Texts;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// The cells of a row as a form: levels to choose from, numbers to type, a way back for each.
final class WhatIfForm extends VBox {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
    private static final double NAME = 110;
    private static final double EDITOR = 130;
    private static final double BACK = 110;

    WhatIfForm(WhatIfModel model) {
        super(6);
        setId("what-if-form");
        setPrefWidth(NAME + EDITOR + BACK + 16);
        List<Node> lines = new ArrayList<>();
        add(lines, "Protected attributes", model.cells(true));
        add(lines, "Other columns", model.cells(false));
        new Parts(this).show(lines);
    }

    private static void add(List<Node> lines, String caption, List<WhatIfCell> cells) {
        if (!cells.isEmpty()) {
            lines.add(Texts.caption(caption));
            cells.forEach(cell -> lines.add(line(cell)));
        }
    }

    private static Node line(WhatIfCell cell) {
        Label name = new Label(cell.info().title());
        name.setPrefWidth(NAME);
        name.setMinWidth(NAME);
        name.setTooltip(new Tooltip(cell.info().title()));
        Control editor = cell.levels().isEmpty() ? field(cell) : choice(cell);
        editor.setId("what-if-cell-" + cell.info().name());
        editor.setPrefWidth(EDITOR);
        editor.setMinWidth(EDITOR);
        name.setLabelFor(editor);
        cell.problem().subscribe(why -> editor.pseudoClassStateChanged(INVALID, !why.isEmpty()));
        editor.accessibleTextProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> spoken(cell), cell.changed(), cell.own(), cell.problem()));
        HBox line = new HBox(8, name, editor, back(cell));
        line.setAlignment(Pos.CENTER_LEFT);
        VBox whole = new VBox(2, line);
        whole.getChildren()
                .addAll(
                        remark(cell.problem(), "settings-problem"),
                        remark(cell.caution(), "settings-help"));
        return whole;
    }

    private static String spoken(WhatIfCell cell) {
        return cell.info().title()
                + (cell.changed().get() ? ", was " + WhatIfCell.shown(cell.own().get()) : "")
                + (cell.problem().get().isEmpty() ? "" : ". " + cell.problem().get());
    }

    /// Says what the cell was, and puts it back.
    private static Hyperlink back(WhatIfCell cell) {
        Hyperlink back = Buttons.link("", cell::undo);
        back.setId("what-if-undo-" + cell.info().name());
        back.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> "back to " + WhatIfCell.shown(cell.own().get()), cell.own()));
        back.setMaxWidth(BACK);
        back.visibleProperty().bind(cell.changed());
        back.accessibleTextProperty()
                .bind(Bindings.concat("Put ", cell.info().title(), " ", back.textProperty()));
        return back;
    }

    private static Label remark(ObservableStringValue text, String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.textProperty().bind(text);
        label.visibleProperty().bind(Bindings.isNotEmpty(text));
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private static TextField field(WhatIfCell cell) {
        TextField field = new TextField();
        field.setPromptText(WhatIfCell.shown(""));
        field.textProperty().bindBidirectional(cell.text());
        return field;
    }

    private static ComboBox<String> choice(WhatIfCell cell) {
        List<String> choices = new ArrayList<>(cell.levels());
        choices.add("");
        ComboBox<String> box = new ComboBox<>(FXCollections.observableArrayList(choices));
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable String level) {
                        return level == null ? "" : WhatIfCell.shown(level);
                    }

                    @Override
                    public String fromString(String text) {
                        return text;
                    }
                });
        box.valueProperty().bindBidirectional(cell.text());
        return box;
    }
}
