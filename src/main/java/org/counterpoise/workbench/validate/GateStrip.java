package org.counterpoise.workbench.validate;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.validate.Gate;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.workbench.widget.SeverityIcon;
import org.counterpoise.workbench.widget.Texts;

import java.util.List;
import java.util.Locale;

/// The gates in order, from fidelity to use, and what to do at the first that is not passed.
final class GateStrip extends VBox {

    GateStrip(List<Validation> validations) {
        super(8);
        getStyleClass().add("card");
        setId("gate");
        Gate gate = Gate.of(validations);
        FlowPane stages = new FlowPane(12, 6);
        for (Gate.Stage stage : gate.stages()) {
            if (!stages.getChildren().isEmpty()) {
                stages.getChildren().add(Texts.muted("→"));
            }
            stages.getChildren().add(chip(stage));
        }
        Label advice = Texts.muted(gate.sentence());
        advice.setWrapText(true);
        setAccessibleText(gate + ". " + gate.sentence());
        getChildren().addAll(stages, advice);
    }

    private static HBox chip(Gate.Stage stage) {
        Label name = new Label(capital(stage.name()) + " " + Gate.word(stage.verdict()));
        name.setMinWidth(USE_PREF_SIZE);
        if (stage.waits()) {
            name.getStyleClass().add("muted");
        }
        HBox chip = new HBox(6, new SeverityIcon(Verdicts.severity(stage.verdict()), 14), name);
        chip.setAlignment(Pos.CENTER_LEFT);
        return chip;
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
