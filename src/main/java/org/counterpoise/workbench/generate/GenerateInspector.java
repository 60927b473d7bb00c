package org.counterpoise.workbench.generate;

import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.MethodCard;
import org.counterpoise.workbench.form.SettingsForm;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.Texts;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/// Beside the Generate page: the settings of the chosen synthesizer and the seed.
final class GenerateInspector extends VBox {

    GenerateInspector(GenerateModel model) {
        getStyleClass().add("inspector-content");
        model.chosen().subscribe(choice -> show(model, choice));
    }

    private void show(GenerateModel model, GenerateModel.Choice choice) {
        MethodCard about = choice.synthesizer().card();
        Label citation = Texts.muted(about.citation());
        citation.getStyleClass().add("small");
        var reset = Buttons.plain("Reset", choice.settings()::reset);
        reset.disableProperty().bind(choice.settings().changed().not());
        getChildren()
                .setAll(
                        Texts.heading(about.name()),
                        Texts.muted(about.summary()),
                        new SettingsForm(choice.settings()),
                        new SettingsForm(model.seed()),
                        reset,
                        new Separator(),
                        Texts.heading("Strengths and limits"));
        about.strengths()
                .forEach(text -> getChildren().add(GalleryCard.line(BootstrapIcons.PLUS, text)));
        about.limits()
                .forEach(text -> getChildren().add(GalleryCard.line(BootstrapIcons.DASH, text)));
        getChildren().add(citation);
    }
}
