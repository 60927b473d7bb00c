package org.counterpoise.workbench.generate;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.synth.resample.OversamplingAdvice;
import org.counterpoise.workbench.widget.Icons;
import org.counterpoise.workbench.widget.Texts;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/// What the rarest class of the outcome says about how to oversample it.
final class AdviceView extends VBox {
    private final GenerateModel model;
    private final VBox said = new VBox(4);

    /// @param look has the outcome looked at, and the model shown what was seen
    AdviceView(GenerateModel model, Runnable look) {
        this.model = model;
        setSpacing(8);
        Button button =
                new Button("Look at the rarest outcome", Icons.of(BootstrapIcons.SEARCH, 14));
        button.setId("advise");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> look.run());
        Label words =
                Texts.muted(
                        "To fill up a class: is it surrounded by its own, at a border, or scattered"
                                + " among others?");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(12, button, words);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, said);
        model.advice()
                .subscribe(advice -> advice.ifPresentOrElse(this::show, said.getChildren()::clear));
    }

    private void show(OversamplingAdvice advice) {
        said.getChildren().clear();
        if (!advice.seen().isEmpty()) {
            said.getChildren().add(Texts.body(advice.seen()));
        }
        advice.choices().forEach(choice -> said.getChildren().add(row(choice)));
        advice.remarks().forEach(remark -> said.getChildren().add(Texts.muted(remark)));
    }

    private HBox row(OversamplingAdvice.Choice choice) {
        Hyperlink link = new Hyperlink(model.name(choice.method()));
        link.setMinWidth(USE_PREF_SIZE);
        link.setOnAction(_ -> model.choose(choice.method()));
        Label why = Texts.body(choice.why());
        HBox.setHgrow(why, Priority.ALWAYS);
        HBox row = new HBox(8, link, why);
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }
}
