package org.counterpoise.workbench.validate;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.finding.Measure;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.validate.Validation;
import org.counterpoise.workbench.findings.MeasureText;
import org.counterpoise.workbench.widget.SeverityIcon;
import org.counterpoise.workbench.widget.Texts;

import java.util.Optional;
import java.util.function.Consumer;

/// How a pillar stands by one validator: its verdict, its number with interval and threshold.
/// Choosing it shows its findings.
final class PillarCard extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    PillarCard(Validation validation, Consumer<String> choose) {
        String method = validation.assessment().method();
        String name = Verdicts.title(validation);
        Severity severity = Verdicts.severity(validation.verdict());
        getStyleClass()
                .addAll(
                        "card",
                        "pillar-card",
                        "pillar-" + severity.name().toLowerCase(java.util.Locale.ROOT));
        setId("pillar-" + method);
        Optional<Measure> measure = validation.measure().filter(Measure::defined);
        Label value = new Label(measure.map(m -> NumberText.short3(m.value())).orElse("–"));
        value.getStyleClass().add("big-number");
        value.setMinWidth(Region.USE_PREF_SIZE);
        Label title = Texts.heading(name);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox top = new HBox(8, new SeverityIcon(severity, 16), title);
        top.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(top, value);
        measure.ifPresent(m -> getChildren().add(new IntervalStrip(m, validation.threshold())));
        Label text = Texts.muted(words(validation));
        text.getStyleClass().add("small");
        getChildren().add(text);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        setAccessibleText(
                name + " " + Verdicts.word(validation.verdict()) + ": " + validation.sentence());
        setOnMouseClicked(
                _ -> {
                    requestFocus();
                    choose.accept(method);
                });
        setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
                        choose.accept(method);
                        event.consume();
                    }
                });
    }

    private static String words(Validation validation) {
        if (validation.measure().isEmpty() || validation.threshold().isEmpty()) {
            return validation.sentence();
        }
        Measure measure = validation.measure().get();
        return measure.name()
                + " "
                + MeasureText.estimate(measure)
                + " · "
                + validation.threshold().get().description();
    }

    void setChosen(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }
}
