package org.counterpoise.workbench.validate;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

import org.counterpoise.workbench.form.SettingsForm;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.Texts;

/// Beside the Validate page: the thresholds of every validator, whose they are, and "Judge again".
final class ValidateInspector extends VBox {

    ValidateInspector(ValidateModel model, Runnable judge) {
        getStyleClass().add("inspector-content");
        Button again = Buttons.primary("Judge again", judge);
        again.setId("judge-again");
        again.disableProperty().bind(model.ready().not());
        getChildren()
                .addAll(
                        Texts.heading("Thresholds"),
                        Texts.muted("Saved in the protocol, printed in the report"));
        for (ValidateModel.Judge<?> one : model.judges()) {
            TitledPane pane = pane(one);
            pane.setExpanded(one.validator().id().equals(model.method().get()));
            model.method()
                    .addListener(
                            (_, _, method) ->
                                    pane.setExpanded(one.validator().id().equals(method)));
            getChildren().add(pane);
        }
        getChildren().addAll(new SettingsForm(model.seed()), again);
    }

    private static TitledPane pane(ValidateModel.Judge<?> judge) {
        TitledPane pane = new TitledPane(Verdicts.title(judge.validator()), null);
        pane.setAnimated(false);
        pane.setExpanded(false);
        pane.getStyleClass().add("settings-pane");
        pane.expandedProperty()
                .subscribe(
                        expanded -> {
                            if (expanded && pane.getContent() == null) {
                                pane.setContent(content(judge));
                            }
                        });
        return pane;
    }

    /// Made when the pane is opened: the forms of all validators are hundreds of fields.
    private static VBox content(ValidateModel.Judge<?> judge) {
        Label citation = Texts.muted(judge.validator().card().citation());
        citation.getStyleClass().add("small");
        return new VBox(12, new SettingsForm(judge.settings()), citation);
    }
}
