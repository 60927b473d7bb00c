package org.counterpoise.workbench.audit;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.counterpoise.engine.UserProblem;
import org.counterpoise.engine.finding.NumberText;
import org.counterpoise.workbench.shell.LatestOnly;
import org.counterpoise.workbench.shell.Workspace;
import org.counterpoise.workbench.widget.Buttons;
import org.counterpoise.workbench.widget.Texts;

import java.util.Optional;

/// A row's cells to be changed, and what the model says before and after.
final class WhatIfView extends VBox {
    private static final int REST_MILLIS = 150;

    private final WhatIfModel model;
    private final Workspace workspace;
    private final Label now = Texts.title("");
    private final Label before = Texts.body("");
    private final Label problem = Texts.body("");
    private final LatestOnly<WhatIfModel.Wanted, WhatIfModel.Answers> asking;

    WhatIfView(WhatIfModel model, Workspace workspace) {
        super(12);
        this.model = model;
        this.workspace = workspace;
        this.asking =
                new LatestOnly<>(
                        workspace.jobs(),
                        REST_MILLIS,
                        (wanted, _) -> model.ask(wanted),
                        model::show,
                        this::failed);
        now.setId("what-if-now");
        before.setId("what-if-before");
        problem.setId("what-if-problem");
        problem.getStyleClass().add("settings-problem");
        problem.textProperty().bind(model.problem());
        problem.visibleProperty().bind(model.problem().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        WhatIfForm form = new WhatIfForm(model);
        VBox right = new VBox(6, now, before, problem, new ShapBars(model, workspace.dark()));
        right.setPrefWidth(330);
        FlowPane both = new FlowPane(28, 16, form, right);
        both.setRowValignment(javafx.geometry.VPos.TOP);
        getChildren().addAll(chooser(), both, caution());
        model.answers().subscribe(this::show);
        model.wanted().subscribe(asking::request);
    }

    // ---- which row --------------------------------------------------------------------------

    private Node chooser() {
        Label caption = new Label("Row");
        TextField number = new TextField(Integer.toString(model.row() + 1));
        number.setId("what-if-row");
        number.setPrefColumnCount(8);
        number.setAccessibleText(
                "Number of the row, from 1 to " + NumberText.count(model.model().rows()));
        caption.setLabelFor(number);
        number.setOnAction(_ -> go(number));
        number.focusedProperty()
                .subscribe(
                        focused -> {
                            if (!focused) {
                                go(number);
                            }
                        });
        Label of = Texts.muted("of " + NumberText.count(model.model().rows()));
        of.setMinWidth(Region.USE_PREF_SIZE);
        Button selected =
                Buttons.plain(
                        "",
                        () -> {
                            model.go(workspace.currentRow().get());
                            number.setText(Integer.toString(model.row() + 1));
                        });
        selected.setId("what-if-selected");
        selected.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        "Take row "
                                                + NumberText.count(
                                                        workspace.currentRow().get() + 1L)
                                                + ", selected in the data",
                                workspace.currentRow()));
        selected.visibleProperty().bind(workspace.currentRow().greaterThanOrEqualTo(0));
        selected.managedProperty().bind(selected.visibleProperty());
        Button reset = Buttons.plain("Back to the row as it is", model::reset);
        reset.setId("what-if-reset");
        reset.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> model.wanted().get().changes().isEmpty(), model.wanted()));
        FlowPane line = new FlowPane(10, 8, caption, number, of, selected, reset);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void go(TextField number) {
        try {
            int row = Integer.parseInt(number.getText().strip().replace(",", "")) - 1;
            if (row != model.row()) {
                model.go(row);
            }
        } catch (NumberFormatException e) {
            // What is no number leaves the row as it was.
            model.refuse("");
        }
        number.setText(Integer.toString(model.row() + 1));
    }

    // ---- what the model says ----------------------------------------------------------------

    private void show(Optional<WhatIfModel.Answers> answers) {
        if (answers.isEmpty()) {
            return;
        }
        WhatIfModel.Answers given = answers.get();
        boolean changed = !given.asked().changes().isEmpty();
        now.setText(Texts.sentence(model.model().valueName()) + ": " + said(given.now().value()));
        before.setText(
                changed
                        ? "As it is: "
                                + said(given.before().value())
                                + "; changed by "
                                + difference(given.difference())
                                + "."
                        : "The row as it is. Change a cell to see what the model says then.");
    }

    private String said(double value) {
        return model.model().probabilities() ? NumberText.percent(value) : NumberText.short3(value);
    }

    private String difference(double difference) {
        return model.model().probabilities()
                ? NumberText.points(difference)
                : (difference > 0 ? "+" : "") + NumberText.short3(difference);
    }

    private void failed(Throwable failure) {
        if (failure instanceof UserProblem told) {
            model.refuse(told.what() + " " + told.remedy());
        } else {
            workspace.tell(failure);
        }
    }

    private static Label caution() {
        return Texts.muted(
                "This tells what the model would say, not what would happen to the patient: other"
                        + " columns may go along with the one that is changed. The data stay as they"
                        + " are.");
    }
}
