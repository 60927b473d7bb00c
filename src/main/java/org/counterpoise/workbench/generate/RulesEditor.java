package org.counterpoise.workbench.generate;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.finding.Severity;
import org.counterpoise.engine.rule.Reading;
import org.counterpoise.engine.rule.RealCheck;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.Icons;
import org.counterpoise.workbench.widget.SeverityIcon;
import org.counterpoise.workbench.widget.Texts;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

import java.util.Map;
import java.util.Optional;

/// Rules that every made row must obey, each with what it says in plain words and how many real
/// rows break it; and rare levels.
final class RulesEditor extends VBox {
    private static final int MOST_ROWS = 1_000_000;

    private final RulesModel model;
    private final VBox list = new VBox(6);

    /// @param load asks for a file of rules
    /// @param save writes the rules to a file
    RulesEditor(RulesModel model, Runnable load, Runnable save) {
        this.model = model;
        getStyleClass().add("card");
        setId("rules");
        Button saveButton = Buttons.plain("Save rules…", save);
        saveButton.disableProperty().bind(javafx.beans.binding.Bindings.isEmpty(model.rules()));
        Label title = Texts.heading("Rules the rows must obey");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(8, title, Buttons.plain("Load rules…", load), saveButton);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        head,
                        Texts.muted(
                                "Such as: diastolic < systolic · age between 18 and 90 · if sex = M"
                                        + " then pregnant = no. Rows that break a rule are mended or"
                                        + " made again."),
                        list,
                        new RuleLine(model),
                        rare());
        model.rules().addListener((ListChangeListener<String>) _ -> fill());
        model.checks().subscribe((Map<String, RealCheck> _) -> fill());
        model.training().subscribe(_ -> fill());
    }

    private void fill() {
        list.getChildren().setAll(model.rules().stream().map(this::row).toList());
        list.setManaged(!model.rules().isEmpty());
    }

    private Node row(String rule) {
        Optional<Reading> reading = model.read(rule);
        Label text = Texts.body(rule);
        text.getStyleClass().add("rule-text");
        VBox words = new VBox(2, text);
        HBox.setHgrow(words, Priority.ALWAYS);
        reading.flatMap(Reading::rule)
                .ifPresent(read -> words.getChildren().add(Texts.muted(read.words())));
        reading.flatMap(Reading::mistake)
                .ifPresent(mistake -> words.getChildren().add(warning(mistake.what())));
        Optional.ofNullable(model.checks().get().get(rule))
                .ifPresent(check -> words.getChildren().add(checked(check)));
        HBox row =
                new HBox(
                        8,
                        words,
                        Icons.button(
                                BootstrapIcons.PENCIL, "Change " + rule, () -> model.edit(rule)),
                        Icons.button(
                                BootstrapIcons.TRASH,
                                "Remove " + rule,
                                () -> model.rules().remove(rule)));
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().add("rule-row");
        return row;
    }

    private static Node checked(RealCheck check) {
        return check.broken() == 0 ? Texts.muted(check.words()) : warning(check.words());
    }

    private static Node warning(String text) {
        Label words = Texts.body(text);
        HBox.setHgrow(words, Priority.ALWAYS);
        return new HBox(6, new SeverityIcon(Severity.WARNING, 14), words);
    }

    private Node rare() {
        IntegerSpinnerValueFactory values = new IntegerSpinnerValueFactory(0, MOST_ROWS, 0);
        Spinner<Integer> rows = new Spinner<>(values);
        rows.setId("rarest");
        rows.setEditable(true);
        rows.setPrefWidth(96);
        rows.setAccessibleText("Rows that a level needs to stay");
        model.rarest().subscribe(now -> values.setValue(now.intValue()));
        values.valueProperty()
                .subscribe(
                        now -> {
                            if (now != null) {
                                model.rarest().set(now);
                            }
                        });
        Label before = Texts.body("Merge levels with fewer than");
        before.setMinWidth(USE_PREF_SIZE);
        HBox line =
                new HBox(
                        8,
                        before,
                        rows,
                        Texts.muted(
                                "rows before learning; 0 keeps all. Outcome and protected columns"
                                        + " stay as they are."));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
