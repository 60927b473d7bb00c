package org.counterpoise.workbench.generate;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.MethodCard;
import org.counterpoise.workbench.widget.Icons;
import org.counterpoise.workbench.widget.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/// One synthesizer: when to use it and what it does to minorities; if chosen, also what it is good
/// at and where it ends.
final class GalleryCard extends VBox {
    /// The first few; the inspector has them all.
    private static final int SHOWN = 3;

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private static final PseudoClass UNUSABLE = PseudoClass.getPseudoClass("unusable");

    private final VBox reasons = new VBox(4);

    GalleryCard(GenerateModel model, GenerateModel.Choice choice, ToggleGroup group) {
        MethodCard about = choice.synthesizer().card();
        getStyleClass().addAll("card", "clickable", "gallery-card");
        setId("method-" + about.id());
        reasons.getStyleClass().add("gallery-reasons");
        RadioButton name = new RadioButton(about.name());
        name.getStyleClass().add("question-box");
        name.setToggleGroup(group);
        name.setAccessibleHelp(about.whenToUse());
        name.setOnAction(_ -> model.chosen().set(choice));
        setOnMouseClicked(_ -> model.chosen().set(choice));
        model.chosen()
                .subscribe(
                        chosen -> {
                            name.setSelected(chosen.equals(choice));
                            pseudoClassStateChanged(CHOSEN, chosen.equals(choice));
                        });
        getChildren().addAll(name, Texts.body(about.whenToUse()), reasons);
        about.limits().stream()
                .filter(GalleryCard::aboutMinorities)
                .forEach(text -> getChildren().add(line(BootstrapIcons.DASH, text)));
        VBox details = details(about);
        model.chosen()
                .map(chosen -> chosen.equals(choice))
                .subscribe(
                        chosen -> {
                            details.setVisible(chosen);
                            details.setManaged(chosen);
                        });
        getChildren().add(details);
    }

    /// What is said of the chosen method only, so that many cards can be looked over.
    private static VBox details(MethodCard about) {
        VBox details = new VBox(8);
        about.strengths().stream()
                .limit(SHOWN)
                .forEach(text -> details.getChildren().add(line(BootstrapIcons.PLUS, text)));
        about.limits().stream()
                .filter(text -> !aboutMinorities(text))
                .limit(SHOWN)
                .forEach(text -> details.getChildren().add(line(BootstrapIcons.DASH, text)));
        Label citation = Texts.muted(about.citation());
        citation.getStyleClass().add("small");
        details.getChildren().add(citation);
        return details;
    }

    private static boolean aboutMinorities(String limit) {
        return limit.startsWith("minority");
    }

    /// Says why this method stands where it stands, and whether it can be used.
    void show(Ranked ranked, boolean asked) {
        reasons.getChildren().clear();
        boolean usable = ranked.applicability().ready();
        pseudoClassStateChanged(UNUSABLE, !usable);
        if (asked || !usable) {
            for (String reason : ranked.reasons()) {
                reasons.getChildren().add(Texts.body(reason));
            }
        }
        reasons.setManaged(!reasons.getChildren().isEmpty());
        reasons.setVisible(reasons.isManaged());
    }

    static Node line(Ikon sign, String text) {
        Label words = Texts.muted(text);
        words.getStyleClass().add("small");
        HBox.setHgrow(words, Priority.ALWAYS);
        return new HBox(6, Icons.of(sign, 14), words);
    }
}
