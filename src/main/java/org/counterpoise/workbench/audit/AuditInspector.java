package org.counterpoise.workbench.audit;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.finding.Evidence;
import org.counterpoise.workbench.findings.FindingItem;
import org.counterpoise.workbench.form.SettingsForm;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.Desk;
import org.counterpoise.workbench.widget.EvidenceTable;
import org.counterpoise.workbench.widget.Parts;
import org.counterpoise.workbench.widget.Texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Beside the Audit page: the settings of a question, or how a finding was made and its evidence.
final class AuditInspector extends VBox {
    private final Parts parts = new Parts(this);
    private final Desk desk;
    private final AuditModel model;
    private final Consumer<FindingItem> again;
    private final BiConsumer<FindingItem, Map<String, String>> rowsBehind;

    /// @param rowsBehind shows the rows of the dataset that a row of the evidence tells of
    AuditInspector(
            Desk desk,
            AuditModel model,
            Consumer<FindingItem> again,
            BiConsumer<FindingItem, Map<String, String>> rowsBehind) {
        this.desk = desk;
        this.model = model;
        this.again = again;
        this.rowsBehind = rowsBehind;
        getStyleClass().add("inspector-content");
    }

    void showQuestion(Question question) {
        parts.show(
                List.of(
                        Texts.heading(question.audit().card().name()),
                        Texts.muted("Settings, saved in the protocol"),
                        new OtherChoice(question),
                        new SettingsForm(question.settings()),
                        new SettingsForm(model.seed()),
                        citation(question)));
    }

    void showFinding(FindingItem item) {
        List<Node> shown = new ArrayList<>(List.of(Texts.heading(item.origin())));
        Evidence evidence = item.finding().evidence();
        if (!evidence.rows().isEmpty()) {
            Label caption = Texts.muted(evidence.caption());
            EvidenceTable table = new EvidenceTable(desk, evidence);
            table.setId("evidence");
            shown.add(caption);
            shown.add(table);
            if (!evidence.cells().isEmpty()) {
                table.leadTo(cell -> rowsBehind.accept(item, cell));
                Label hint =
                        Texts.muted(
                                "Double-click a row to see its rows in the data; click a group"
                                        + " in the figure to find its row here.");
                hint.getStyleClass().add("small");
                shown.add(hint);
            }
            shown.add(new Separator());
        }
        model.questionOf(item)
                .ifPresent(
                        question -> {
                            model.recall(item);
                            shown.addAll(
                                    List.of(
                                            Texts.heading("How the finding was made"),
                                            new OtherChoice(question),
                                            new SettingsForm(question.settings()),
                                            new SettingsForm(model.seed()),
                                            buttons(item, question),
                                            citation(question)));
                        });
        parts.show(shown);
    }

    /// Selects what the evidence tells of the group of a clicked mark.
    void pick(String group) {
        if (lookup("#evidence") instanceof EvidenceTable table) {
            table.selectGroup(group);
        }
    }

    void showNothing() {
        parts.show(
                List.of(
                        Texts.heading("Audit"),
                        Texts.muted(
                                "Settings of a question and the evidence of a finding appear"
                                        + " here.")));
    }

    private Node buttons(FindingItem item, Question question) {
        Button run = Buttons.primary("Run again", () -> again.accept(item));
        run.setId("run-again");
        run.disableProperty()
                .bind(Bindings.and(question.settings().valid(), model.seed().valid()).not());
        Button reset = Buttons.plain("Reset", question.settings()::reset);
        reset.disableProperty().bind(question.settings().changed().not());
        FlowPane buttons = new FlowPane(8, 8, run, reset);
        return buttons;
    }

    private static Node citation(Question question) {
        Label label = Texts.muted(question.audit().card().citation());
        label.getStyleClass().add("small");
        return label;
    }
}
