package org.counterpoise.workbench.audit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.Applicability;
import org.counterpoise.engine.MethodCard;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.Icons;
import org.counterpoise.workbench.widget.Texts;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/// One question: what is asked, how it is answered, and whether it can be asked of this data.
final class QuestionCard extends VBox {

    /// @param settings shows the question's settings
    /// @param toData goes where what is missing can be marked
    QuestionCard(Question question, Runnable settings, Runnable toData) {
        MethodCard about = question.audit().card();
        setId("question-" + about.id());
        getStyleClass().addAll("card", "question");
        CheckBox box = new CheckBox(about.question());
        box.getStyleClass().add("question-box");
        box.setWrapText(true);
        box.setAccessibleHelp(about.summary());
        box.selectedProperty().bindBidirectional(question.chosen());
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setMaxWidth(Double.MAX_VALUE);
        Button tune = Icons.button(BootstrapIcons.SLIDERS, "Settings: " + about.name(), settings);
        HBox top = new HBox(8, box, tune);
        top.setAlignment(Pos.CENTER_LEFT);
        Label method = Texts.muted(about.name() + " · " + about.whenToUse());
        method.getStyleClass().add("small");
        getChildren().addAll(top, Texts.body(about.summary()), method);
        if (!question.others().isEmpty()) {
            getChildren().add(new OtherChoice(question));
        }
        int last = getChildren().size();
        question.applicability()
                .subscribe(
                        fits -> {
                            box.setDisable(!fits.ready());
                            tune.setDisable(!fits.ready());
                            getChildren().remove(last, getChildren().size());
                            if (!fits.ready()) {
                                getChildren().add(missing(fits, toData));
                            }
                        });
    }

    private static Node missing(Applicability fits, Runnable toData) {
        Label reason = Texts.body(fits.reason());
        HBox.setHgrow(reason, Priority.ALWAYS);
        Button go = Buttons.plain("Mark it in Data", toData);
        go.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(8, Icons.of(BootstrapIcons.INFO_SQUARE, 14), reason, go);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("question-missing");
        return line;
    }
}
