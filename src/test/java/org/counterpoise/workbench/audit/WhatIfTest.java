package org.counterpoise.workbench.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;

import org.counterpoise.session.Step;
import org.counterpoise.workbench.GuiTest;
import org.counterpoise.workbench.KidneyStory;
import org.counterpoise.workbench.shell.Theme;
import org.junit.jupiter.api.Test;

/// Changing the cells of a row under a finding on what a model leans on, in the window.
class WhatIfTest extends GuiTest {

    private void run(Runnable work) {
        onFx(
                () -> {
                    work.run();
                    return true;
                });
    }

    @Test
    @SuppressWarnings("unchecked") // the editor of a column of levels is a box of texts
    void aChangedCellMovesWhatTheModelSays() {
        onFx(
                () ->
                        workspace.open(
                                "Opening",
                                progress -> KidneyStory.open(workspace.files(), progress)));
        awaitIdle();
        String data = onFx(() -> workspace.selected().get().orElseThrow().id());
        onFx(
                () ->
                        workspace.run(
                                new Step.RunAudit(
                                        data,
                                        "",
                                        "explain",
                                        JsonNodeFactory.instance
                                                .objectNode()
                                                .put("explains", "OUTCOME"),
                                        1),
                                "Asking"));
        awaitIdle();
        run(() -> workspace.show("audit"));
        run(() -> workspace.currentRow().set(4));
        run(await("#try-what-if", Button.class)::fire);
        Label now = await("#what-if-now", Label.class);
        await("an answer", () -> !now.getText().isEmpty());
        String asItIs = onFx(now::getText);
        TextField row = await("#what-if-row", TextField.class);
        assertThat(onFx(row::getText)).isEqualTo("5");

        String protectedColumn =
                onFx(
                        () ->
                                workspace
                                        .selected()
                                        .get()
                                        .orElseThrow()
                                        .dataset()
                                        .schema()
                                        .namesWithRole(
                                                org.counterpoise.engine.data.Role.PROTECTED)
                                        .getFirst());
        ComboBox<String> box = await("#what-if-cell-" + protectedColumn, ComboBox.class);
        String own = onFx(box::getValue);
        run(
                () ->
                        box.setValue(
                                box.getItems().stream()
                                        .filter(level -> !level.equals(own))
                                        .findFirst()
                                        .orElseThrow()));
        await("another answer", () -> !now.getText().equals(asItIs));
        Label before = await("#what-if-before", Label.class);
        assertThat(onFx(before::getText)).contains("points");
        assertThat(onFx(box::getAccessibleText)).contains("was " + own);
        run(
                () -> {
                    for (var pane : lookup(".scroll-pane").queryAllAs(ScrollPane.class)) {
                        pane.setVvalue(1);
                    }
                });
        shoot("what-if", 1440, 900);
        shoot("what-if-small", 1000, 700);
        run(() -> workspace.theme().choice().set(Theme.Choice.DARK));
        shoot("what-if-dark", 1440, 900);

        run(await("#what-if-reset", Button.class)::fire);
        await("the answer of before", () -> now.getText().equals(asItIs));
        assertThat(onFx(box::getValue)).isEqualTo(own);
        run(
                () -> {
                    row.setText("9");
                    row.fireEvent(new javafx.event.ActionEvent());
                });
        await("another row", () -> row.getText().equals("9") && !now.getText().isEmpty());
        assertThat(cssWarnings).isEmpty();
    }
}
