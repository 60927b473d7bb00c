package org.counterpoise.workbench.audit.whatif;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.counterpoise.workbench.widget.Texts;

import java.util.Optional;

/// What the model says of the row as it is, and of the row as changed.
final class Verdict extends VBox {
    private final WhatIfText words;
    private final Label before = number("what-if-before");
    private final Label now = number("what-if-now");
    private final Label moved = number("what-if-moved");
    private final Node nowBlock = block("As changed", now);
    private final Node movedBlock = block("Difference", moved);

    Verdict(WhatIfModel model) {
        super(4);
        this.words = new WhatIfText(model.model());
        FlowPane numbers =
                new FlowPane(28, 8, block("The row as it is", before), nowBlock, movedBlock);
        numbers.setAlignment(Pos.TOP_LEFT);
        Label hint = Texts.muted("");
        hint.setId("what-if-hint");
        hint.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        !model.readable().get()
                                                ? "A marked cell cannot be read; the numbers are those"
                                                        + " before it."
                                                : model.changed().get()
                                                        ? ""
                                                        : "Change a cell to see what the model says"
                                                                + " then.",
                                model.readable(),
                                model.changed()));
        hint.visibleProperty().bind(hint.textProperty().isNotEmpty());
        hint.managedProperty().bind(hint.visibleProperty());
        getChildren()
                .addAll(Texts.heading(Texts.sentence(model.model().valueName())), numbers, hint);
        model.answers().subscribe(this::show);
    }

    private static Label number(String id) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("big-number");
        return label;
    }

    private static Node block(String caption, Label number) {
        Label above = Texts.caption(caption);
        above.setLabelFor(number);
        return new VBox(above, number);
    }

    private void show(Optional<WhatIfModel.Answers> answers) {
        boolean changed = answers.filter(WhatIfModel.Answers::changed).isPresent();
        nowBlock.setVisible(changed);
        nowBlock.setManaged(changed);
        movedBlock.setVisible(changed);
        movedBlock.setManaged(changed);
        answers.ifPresent(
                given -> {
                    before.setText(words.said(given.before().value()));
                    now.setText(words.said(given.now().value()));
                    moved.setText(words.moved(given.difference()));
                });
    }
}
