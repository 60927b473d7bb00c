package org.counterpoise.workbench.audit;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.finding.Finding;
import org.counterpoise.session.Step;
import org.counterpoise.workbench.audit.pairs.PairsCard;
import org.counterpoise.workbench.audit.whatif.WhatIfCard;
import org.counterpoise.workbench.findings.FindingDetail;
import org.counterpoise.workbench.findings.FindingItem;
import org.counterpoise.workbench.shell.Workspace;
import org.counterpoise.workbench.widget.Card;
import org.counterpoise.workbench.widget.Texts;

import java.util.Optional;
import java.util.function.Consumer;

/// One finding in full with what can be tried on it, and what goes for all findings: changes since
/// the run before, and notes.
final class AnswerColumn extends VBox {
    private final AuditModel model;
    private final FindingDetail detail;
    private final PairsCard pairs;
    private final SliceTree slices;
    private final ThresholdCard thresholds;
    private final WhatIfCard whatIf;

    AnswerColumn(Workspace workspace, AuditModel model, RowsBehind rowsBehind) {
        this.model = model;
        this.detail = new FindingDetail(workspace, workspace::showRemedy);
        this.pairs = new PairsCard(workspace);
        this.slices = new SliceTree(rowsBehind::show);
        this.thresholds = new ThresholdCard(workspace);
        this.whatIf = new WhatIfCard(workspace);
        getStyleClass().add("detail-column");
        getChildren()
                .addAll(
                        detail,
                        slices,
                        thresholds,
                        whatIf,
                        new ChangesCard(model.changes(), model.findings()::select),
                        notes());
    }

    /// What to do when the mark of a group in a figure is clicked; told the group's label.
    void onPicked(Consumer<String> action) {
        detail.onPicked(action);
    }

    void show(Optional<FindingItem> item) {
        item.ifPresentOrElse(this::show, detail::clear);
    }

    private void show(FindingItem item) {
        Finding finding = item.finding();
        Optional<Step.RunAudit> step = model.stepOf(item);
        if (pairs.offer(item, step)) {
            detail.show(
                    finding,
                    pairs,
                    finding.figures().stream().filter(f -> !PairsCard.shows(f)).toList());
        } else {
            detail.show(finding);
        }
        slices.offer(item);
        thresholds.offer(item, step);
        whatIf.offer(item, step);
    }

    private Node notes() {
        Card card = Card.of("Notes");
        Runnable fill =
                () -> {
                    card.getChildren().remove(1, card.getChildren().size());
                    model.notes().forEach(note -> card.getChildren().add(Texts.body(note)));
                    card.setVisible(!model.notes().isEmpty());
                    card.setManaged(!model.notes().isEmpty());
                };
        model.notes().addListener((ListChangeListener<String>) _ -> fill.run());
        fill.run();
        return card;
    }
}
