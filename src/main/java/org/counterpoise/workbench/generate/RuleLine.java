package org.counterpoise.workbench.generate;

import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.rule.Constraint;
import org.counterpoise.engine.rule.Proposal;
import org.counterpoise.engine.rule.Reading;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.Texts;

import java.util.List;
import java.util.Optional;

/// One rule being written: what it says so far, and how it could go on.
///
/// Down and Up choose a proposal, Enter takes it, Escape hides the proposals; without a chosen
/// proposal Enter adds the rule.
final class RuleLine extends VBox {
    private static final double ROW = 32;
    private static final int MOST = 6;

    private final RulesModel model;
    private final TextField field = new TextField();
    private final ListView<Proposal> proposals = new ListView<>();
    private final Label words = Texts.muted("");

    RuleLine(RulesModel model) {
        super(6);
        this.model = model;
        field.setId("rule");
        field.setPromptText("Write a rule");
        field.setAccessibleText("A rule that every made row must obey");
        field.textProperty().bindBidirectional(model.text());
        HBox.setHgrow(field, Priority.ALWAYS);
        Button add = Buttons.plain("Add rule", this::add);
        add.setId("add-rule");
        HBox line = new HBox(8, field, add);
        line.setAlignment(Pos.CENTER_LEFT);
        proposals.setId("rule-proposals");
        proposals.setFixedCellSize(ROW);
        proposals.setFocusTraversable(false);
        proposals.setCellFactory(_ -> new ProposalCell());
        proposals.setOnMouseClicked(_ -> take());
        proposals.managedProperty().bind(proposals.visibleProperty());
        words.managedProperty().bind(words.textProperty().isNotEmpty());
        getChildren().addAll(line, proposals, words);
        field.textProperty().subscribe(_ -> changed());
        field.caretPositionProperty().subscribe(_ -> changed());
        field.focusedProperty().subscribe(_ -> changed());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        model.training().subscribe(_ -> changed());
    }

    private void changed() {
        Optional<Reading> reading = model.read(model.text().get());
        words.setText(
                reading.map(
                                read ->
                                        read.rule()
                                                .map(Constraint::words)
                                                .or(() -> read.mistake().map(RuleLine::told))
                                                .orElse(""))
                        .orElse(""));
        List<Proposal> next =
                field.isFocused() ? model.proposals(field.getCaretPosition()) : List.of();
        proposals.setItems(FXCollections.observableArrayList(next));
        proposals.getSelectionModel().clearSelection();
        proposals.setPrefHeight(Math.min(MOST, next.size()) * ROW + 4);
        proposals.setMinHeight(USE_PREF_SIZE);
        proposals.setVisible(!next.isEmpty());
    }

    private static String told(Reading.Mistake mistake) {
        return "From character "
                + (mistake.from() + 1)
                + ": "
                + mistake.what()
                + " "
                + mistake.expected();
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> proposals.getSelectionModel().selectNext();
            case UP -> proposals.getSelectionModel().selectPrevious();
            case ESCAPE -> proposals.setVisible(false);
            case ENTER -> {
                if (!take()) {
                    add();
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// Puts the chosen proposal where it belongs.
    private boolean take() {
        Proposal chosen = proposals.getSelectionModel().getSelectedItem();
        if (chosen == null || !proposals.isVisible()) {
            return false;
        }
        field.replaceText(chosen.from(), chosen.to(), chosen.insert() + " ");
        field.positionCaret(chosen.from() + chosen.insert().length() + 1);
        return true;
    }

    private void add() {
        if (model.add()) {
            field.requestFocus();
        }
    }

    private static final class ProposalCell extends ListCell<Proposal> {
        @Override
        protected void updateItem(Proposal item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : item.text() + kind(item));
        }

        private static String kind(Proposal proposal) {
            return switch (proposal.kind()) {
                case COLUMN -> "   column";
                case VALUE -> "   value";
                case WORD -> "";
            };
        }
    }
}
