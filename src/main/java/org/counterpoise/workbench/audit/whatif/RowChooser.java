package org.counterpoise.workbench.audit.whatif;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableIntegerValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.Icons;
import org.counterpoise.workbench.widget.Texts;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/// Which row: by its number, the one before or after, or the one selected in the data.
final class RowChooser extends FlowPane {
    private final WhatIfModel model;
    private final TextField number = new TextField();

    /// @param selected position of the row selected in the data; negative for none
    RowChooser(WhatIfModel model, ObservableIntegerValue selected) {
        super(10, 8);
        this.model = model;
        int rows = model.model().rows();
        setAlignment(Pos.CENTER_LEFT);
        Label caption = new Label("Row");
        caption.setLabelFor(number);
        caption.setMinWidth(Region.USE_PREF_SIZE);
        number.setId("what-if-row");
        number.setPrefColumnCount(6);
        number.setAccessibleText("Number of the row, from 1 to " + NumberText.count(rows));
        number.setOnAction(_ -> typed());
        number.focusedProperty()
                .subscribe(
                        focused -> {
                            if (!focused) {
                                typed();
                            }
                        });
        model.row().subscribe(row -> number.setText(Integer.toString(row.intValue() + 1)));
        Button before =
                Icons.button(
                        BootstrapIcons.CHEVRON_LEFT,
                        "The row before",
                        () -> model.go(model.row().get() - 1));
        before.setId("what-if-previous");
        before.disableProperty().bind(model.row().lessThan(1));
        Button after =
                Icons.button(
                        BootstrapIcons.CHEVRON_RIGHT,
                        "The next row",
                        () -> model.go(model.row().get() + 1));
        after.setId("what-if-next");
        after.disableProperty().bind(model.row().greaterThanOrEqualTo(rows - 1));
        Label of = Texts.muted("of " + NumberText.count(rows));
        of.setWrapText(false);
        of.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(6, caption, before, number, after, of);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, selected(selected));
    }

    private Button selected(ObservableIntegerValue selected) {
        Button button = Buttons.plain("", () -> model.go(selected.get()));
        button.setId("what-if-selected");
        button.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        "Take row "
                                                + NumberText.count(selected.get() + 1L)
                                                + ", selected in the data",
                                selected));
        button.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> selected.get() >= 0 && selected.get() != model.row().get(),
                                selected,
                                model.row()));
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    /// What is no number leaves the row as it is.
    private void typed() {
        String digits = number.getText().strip().replace(",", "");
        if (digits.matches("\\d{1,9}") && Integer.parseInt(digits) - 1 != model.row().get()) {
            model.go(Integer.parseInt(digits) - 1);
        }
        number.setText(Integer.toString(model.row().get() + 1));
    }
}
