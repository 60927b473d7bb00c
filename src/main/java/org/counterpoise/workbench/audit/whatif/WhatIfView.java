package org.counterpoise.workbench.audit.whatif;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.audit.explain.RowModel;
import org.counterpoise.engine.data.ColumnInfo;
import org.counterpoise.workbench.shell.LatestOnly;
import org.counterpoise.workbench.shell.Workspace;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.Clip;
import org.counterpoise.workbench.widget.Texts;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A row's cells to be changed, and what the model says before and after.
final class WhatIfView extends VBox {
    private static final int REST_MILLIS = 120;
    private static final int MOST_CELLS = 8;
    private static final double FORM_HEIGHT = 300;
    private static final double BAR = 14;

    private final WhatIfModel model;
    private final WhatIfText words;
    private final Label nearest = Texts.body("");
    private final LatestOnly<WhatIfModel.Wanted, WhatIfModel.Answers> asking;
    private final LatestOnly<Integer, Optional<RowModel.Nearest>> searching;

    /// @param data the dataset's name
    /// @param keep asks the audit's question again, of this row with these changes
    WhatIfView(
            WhatIfModel model,
            String data,
            Workspace workspace,
            Consumer<WhatIfModel.Wanted> keep) {
        super(14);
        this.model = model;
        this.words = new WhatIfText(model.model());
        this.asking =
                new LatestOnly<>(
                        workspace.jobs(),
                        REST_MILLIS,
                        (wanted, _) -> model.ask(wanted),
                        model::show,
                        workspace::tell);
        this.searching =
                new LatestOnly<>(
                        workspace.jobs(),
                        "Looking for the nearest other outcome",
                        0,
                        (row, progress) -> model.model().nearest(row, progress),
                        this::found,
                        workspace::tell);
        nearest.setId("what-if-nearest");
        nearest.visibleProperty().bind(nearest.textProperty().isNotEmpty());
        nearest.managedProperty().bind(nearest.visibleProperty());
        FlowPane both = new FlowPane(28, 16, form(), new ShapBars(model));
        both.setRowValignment(VPos.TOP);
        getChildren()
                .addAll(
                        new RowChooser(model, workspace.currentRow()),
                        new Verdict(model),
                        actions(data, keep),
                        nearest,
                        both,
                        Texts.muted(
                                "This tells what the model would say, not what would happen to the"
                                        + " person: other columns may go along with the one that is"
                                        + " changed. The data stay as they are."));
        model.wanted().subscribe(asking::request);
        model.row()
                .subscribe(
                        _ -> {
                            searching.cancel();
                            nearest.setText("");
                        });
    }

    /// Asks for nothing any more.
    void stop() {
        asking.cancel();
        searching.cancel();
    }

    /// Long forms scroll by themselves, so that what the model says stays in view.
    private Region form() {
        WhatIfForm form = new WhatIfForm(model);
        if (model.cells().size() <= MOST_CELLS) {
            return form;
        }
        ScrollPane pane = new ScrollPane(form);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setPrefWidth(form.getPrefWidth() + BAR);
        pane.setPrefHeight(FORM_HEIGHT);
        return pane;
    }

    private Node actions(String data, Consumer<WhatIfModel.Wanted> keep) {
        Button reset = Buttons.plain("All as it was", model::reset);
        reset.setId("what-if-reset");
        reset.disableProperty().bind(model.changed().not());
        Button other =
                Buttons.plain("Nearest other outcome", () -> searching.request(model.row().get()));
        other.setId("what-if-other");
        Button copy =
                Buttons.plain(
                        "Copy as text",
                        () ->
                                model.answers()
                                        .get()
                                        .ifPresent(given -> Clip.copy(words.whole(data, given))));
        copy.setId("what-if-copy");
        Button kept = Buttons.plain("Keep as a finding", () -> keep.accept(model.wanted().get()));
        kept.setId("what-if-keep");
        kept.disableProperty().bind(model.readable().not());
        return new FlowPane(8, 8, reset, other, copy, kept);
    }

    private void found(Optional<RowModel.Nearest> other) {
        String side = "the other side of " + words.said(model.model().settings().cut());
        String kept =
                model.model().kept().stream()
                        .map(ColumnInfo::title)
                        .collect(Collectors.joining(", "));
        String left = kept.isEmpty() ? "" : " Left as they are: " + kept + ".";
        other.ifPresent(row -> model.change(row.changes()));
        nearest.setText(
                other.map(
                                        row ->
                                                "The nearest change to "
                                                        + side
                                                        + ": "
                                                        + WhatIfText.changes(row.changes())
                                                        + ".")
                                .orElse("No change of two columns leads to " + side + ".")
                        + left);
    }
}
